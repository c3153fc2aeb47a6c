package io.partnerflow.access;

import io.partnerflow.audit.OnBehalfOf;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        var chosen = chosen();
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
        var chosen = chosen().map(ChosenOrganisation::id).orElse(null);
        var caller = person().flatMap(user -> places.caller(user, chosen, keysOrganisation()));
        caller.flatMap(Caller::via)
                .ifPresent(via -> OnBehalfOf.note(caller.get().actingFor().toString()));
        return caller;
    }

    /** The key behind the call; empty where a person itself is behind it. */
    public Optional<UUID> key() {
        return Users.key().map(KeyHolder::key);
    }

    /**
     * Whether the call comes with a key that does not reach so far. Persons are bound by their roles only.
     *
     * @param scope see {@link ApiScopes}
     */
    public boolean lacks(String scope) {
        return Users.key().filter(key -> !ApiScopes.cover(key.scopes(), scope)).isPresent();
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
        var other = person().flatMap(user -> places.caller(user, organisation, keysOrganisation()))
                .filter(known -> known.actingFor().equals(organisation))
                .orElseThrow(() -> new NotFound("organisation", organisation));
        other.via().ifPresent(via -> OnBehalfOf.note(organisation.toString()));
        return other;
    }

    /** A program acts as its call says; what a session in the same browser has chosen is no matter of its. */
    private static Optional<ChosenOrganisation> chosen() {
        return ChosenOrganisation.ofThisRequest()
                .filter(chosen -> chosen.named() || Users.key().isEmpty());
    }

    private static @Nullable UUID keysOrganisation() {
        return Users.key().map(KeyHolder::organisation).orElse(null);
    }

    private RuntimeException nobody() {
        return person().isPresent()
                ? new Forbidden("no-organisation")
                : new AuthenticationCredentialsNotFoundException("log in first");
    }
}
