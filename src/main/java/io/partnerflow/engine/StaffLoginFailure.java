package io.partnerflow.engine;

import io.partnerflow.web.LoginGuard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sends a refused log-in back to the form, which says whether it was wrong or one too many. */
class StaffLoginFailure implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(
                failure instanceof LoginGuard.TooManyAttempts ? "/staff/login?wait" : "/staff/login?wrong");
    }
}
