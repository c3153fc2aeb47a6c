package io.partnerflow.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.FindByIndexNameSessionRepository;

/** Goes on to what was wanted before the log-in, and writes the user on its session so that the session can be ended. */
class PortalLoginSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

    PortalLoginSuccess(RequestCache lastWanted) {
        setRequestCache(lastWanted);
        setDefaultTargetUrl("/customers");
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
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
