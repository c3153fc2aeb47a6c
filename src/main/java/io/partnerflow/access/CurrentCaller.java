package io.partnerflow.access;

import io.partnerflow.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Finds the caller of the current request. */
@Component
public class CurrentCaller {

    private static final String ACTING_FOR = "actingFor";

    private final Users users;

    CurrentCaller(Users users) {
        this.users = users;
    }

    /** @throws AuthenticationCredentialsNotFoundException if nobody is logged in */
    public Caller require() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("log in first"));
    }

    /** Asked anew for every request, so that a withdrawn right is gone with the next click. */
    public Optional<Caller> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof PortalUser user
                ? users.caller(user.id(), chosen())
                : Optional.empty();
    }

    /**
     * From now on this session acts for another of the user's organisations.
     *
     * @throws NotFound if the user does not belong to it
     */
    public void actFor(UUID organisation) {
        var caller = require();
        if (caller.memberships().stream()
                .noneMatch(membership -> membership.organisation().equals(organisation))) {
            throw new NotFound("organisation", organisation);
        }
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(ACTING_FOR, organisation, RequestAttributes.SCOPE_SESSION);
    }

    /** The first organisation counts outside a request, and where nothing has been chosen. */
    private static @Nullable UUID chosen() {
        var request = RequestContextHolder.getRequestAttributes();
        return request == null ? null : (UUID) request.getAttribute(ACTING_FOR, RequestAttributes.SCOPE_SESSION);
    }
}
