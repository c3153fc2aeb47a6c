package io.partnerflow.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Sends who has to choose a new password to the page for it; who left the log-in form open for
 * too long gets a new one; everybody else learns that this is not for them.
 */
class StaffRefusal implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        var person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null
                && person.getAuthorities().contains(StaffLogin.NEW_PASSWORD_DEMANDED)
                && "GET".equals(request.getMethod())) {
            response.sendRedirect("/staff/password");
        } else if (refusal instanceof CsrfException && "/staff/login".equals(request.getServletPath())) {
            response.sendRedirect("/staff/login?late"
                    + WantedPage.carried(request.getParameter(WantedPage.FIELD))
                            .map(page -> "&" + WantedPage.FIELD + "=" + page)
                            .orElse(""));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
