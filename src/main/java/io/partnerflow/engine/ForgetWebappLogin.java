package io.partnerflow.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Logging out of the staff pages is logging out of Tasklist and Cockpit too. */
class ForgetWebappLogin implements LogoutHandler {

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        // not revalidateSession: it would throw the whole session away, and a portal log-in with it
        AuthenticationUtil.updateSession(request.getSession(false), new Authentications());
    }
}
