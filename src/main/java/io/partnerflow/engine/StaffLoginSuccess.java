package io.partnerflow.engine;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Leads to where somebody wanted to go: as the session remembers it, else as the form carried it, else to the start. */
class StaffLoginSuccess implements AuthenticationSuccessHandler {

    private final RequestCache lastWanted;
    private final SavedRequestAwareAuthenticationSuccessHandler remembered =
            new SavedRequestAwareAuthenticationSuccessHandler();

    StaffLoginSuccess(RequestCache lastWanted) {
        this.lastWanted = lastWanted;
        remembered.setRequestCache(lastWanted);
        remembered.setDefaultTargetUrl("/staff");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException, ServletException {
        var carried = WantedPage.carried(request.getParameter(WantedPage.FIELD));
        if (carried.isPresent() && lastWanted.getRequest(request, response) == null) {
            new DefaultRedirectStrategy().sendRedirect(request, response, carried.get());
        } else {
            remembered.onAuthenticationSuccess(request, response, person);
        }
    }
}
