package io.partnerflow.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Whether a person may open one of the engine's web applications, as the engine's own rights say. The applications
 * themselves show who may not open them empty pages; we say no at the door, to their calls as well.
 */
class WebappAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private final AuthorizationService rights;
    private final String application;

    WebappAccess(AuthorizationService rights, String application) {
        this.rights = rights;
        this.application = application;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> person, RequestAuthorizationContext request) {
        var known = person.get();
        return new AuthorizationDecision(known != null
                && known.isAuthenticated()
                && rights.isUserAuthorized(
                        known.getName(),
                        List.copyOf(StaffPerson.of(known).groups()),
                        Permissions.ACCESS,
                        Resources.APPLICATION,
                        application));
    }
}
