package io.partnerflow.access;

import io.partnerflow.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds the caller of the current request. */
@Component
public class CurrentCaller {

    private static final String ACTING_FOR = "actingFor";

    private final Users users;
    private final ObjectProvider<HttpServletRequest> request;

    CurrentCaller(Users users, ObjectProvider<HttpServletRequest> request) {
        this.users = users;
        this.request = request;
    }

    /** @throws org.springframework.security.authentication.AuthenticationCredentialsNotFoundException if nobody is logged in */
    public Caller require() {
        return find().orElseThrow(() ->
                new org.springframework.security.authentication.AuthenticationCredentialsNotFoundException(
                        "log in first"));
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
        request.getObject().getSession().setAttribute(ACTING_FOR, organisation);
    }

    private UUID chosen() {
        var current = request.getIfAvailable();
        var session = current == null ? null : current.getSession(false);
        return session == null ? null : (UUID) session.getAttribute(ACTING_FOR);
    }
}
