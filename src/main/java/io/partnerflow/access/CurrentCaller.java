package io.partnerflow.access;

import io.partnerflow.audit.OnBehalfOf;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the caller of the current request. */
@Component
public class CurrentCaller {

    private final Users users;
    private final Places places;

    CurrentCaller(Users users, Places places) {
        this.users = users;
        this.places = places;
    }

    /**
     * @throws AuthenticationCredentialsNotFoundException if nobody is logged in
     * @throws Forbidden if the user may not act any more for the organisation this session has chosen; the next request
     *     acts for its first one
     * @throws NotFound if the call names an organisation the user may not act for
     */
    public Caller require() {
        var chosen = ChosenOrganisation.ofThisRequest();
        var caller = find().orElseThrow(this::nobody);
        if (chosen.isPresent() && !chosen.get().id().equals(caller.actingFor())) {
            if (chosen.get().named()) {
                throw new NotFound("organisation", chosen.get().id());
            }
            ChosenOrganisation.forget();
            throw new Forbidden("no-membership");
        }
        return caller;
    }

    /** Asked anew for every request, so that a withdrawn right is gone with the next click. */
    public Optional<Caller> find() {
        var caller = person().flatMap(user -> places.caller(
                user,
                ChosenOrganisation.ofThisRequest().map(ChosenOrganisation::id).orElse(null)));
        caller.flatMap(Caller::via)
                .ifPresent(via -> OnBehalfOf.note(caller.get().actingFor().toString()));
        return caller;
    }

    /** Who is logged in, whether or not it belongs to an organisation. */
    public Optional<Users.User> person() {
        return users.loggedIn();
    }

    /**
     * From now on this session acts for another of the user's organisations, or for one that is linked to a reseller the
     * user belongs to.
     *
     * @throws NotFound if the user may act for no such organisation
     */
    public void actFor(UUID organisation) {
        person().flatMap(user -> places.caller(user, organisation))
                .filter(caller -> caller.actingFor().equals(organisation))
                .orElseThrow(() -> new NotFound("organisation", organisation));
        ChosenOrganisation.remember(organisation);
    }

    /** From now on this session acts for the user's first organisation, for one that has left the one before. */
    public void actForTheFirst() {
        ChosenOrganisation.forget();
    }

    /**
     * The caller as it acts for this organisation, whatever the session has chosen.
     *
     * @throws NotFound if it may not act for it
     */
    public Caller requireFor(UUID organisation) {
        var caller = require();
        if (caller.actingFor().equals(organisation)) {
            return caller;
        }
        var other = person().flatMap(user -> places.caller(user, organisation))
                .filter(known -> known.actingFor().equals(organisation))
                .orElseThrow(() -> new NotFound("organisation", organisation));
        other.via().ifPresent(via -> OnBehalfOf.note(organisation.toString()));
        return other;
    }

    private RuntimeException nobody() {
        return person().isPresent()
                ? new Forbidden("no-organisation")
                : new AuthenticationCredentialsNotFoundException("log in first");
    }
}
