package io.partnerflow.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * Goes on to what was wanted before the log-in, and writes on the session the user, so that it can be ended, and the
 * organisation it acts for, so that losing a place in it is told instead of acting for the next one.
 */
class PortalLoginSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Users users;
    private final Places places;
    private final ReaderPreferences reader;

    PortalLoginSuccess(RequestCache lastWanted, Users users, Places places, ReaderPreferences reader) {
        setRequestCache(lastWanted);
        setDefaultTargetUrl("/");
        this.users = users;
        this.places = places;
        this.reader = reader;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        var user = (PortalUser) authentication.getPrincipal();
        request.getSession()
                .setAttribute(
                        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                        user.id().toString());
        users.get(user.id()).ifPresent(person -> reader.remember(request, person));
        users.get(user.id())
                .flatMap(person -> places.caller(person, null))
                .ifPresent(
                        caller -> request.getSession().setAttribute(ChosenOrganisation.ACTING_FOR, caller.actingFor()));
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
