package io.partnerflow.access;

import io.partnerflow.web.LoginGuard;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the log-in again; who guesses too fast is answered 429 at once, so that a machine understands it too. */
class PortalLoginFailure implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof LoginGuard.TooManyAttempts) {
            request.getRequestDispatcher("/login/wait?wait").forward(request, response);
        } else {
            response.sendRedirect("/login?wrong");
        }
    }
}
