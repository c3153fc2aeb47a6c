package io.partnerflow.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * A form whose page is older than the session is not let in. If the page was ours, what was typed is kept, and its sender
 * is asked to log in again, or told what has happened: it takes another click to send it. Anything else is a forgery. So
 * is a form of a page for users whose token was handed to nobody in particular: anybody can fetch one of those.
 */
@Component
class RefusedForm implements AccessDeniedHandler {

    private final AccessDeniedHandler forged = new AccessDeniedHandlerImpl();
    private final PageTokens tokens;
    private final KeptForms forms;
    private final Users users;

    RefusedForm(PageTokens tokens, KeptForms forms, Users users) {
        this.tokens = tokens;
        this.forms = forms;
        this.users = users;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var owner = denied instanceof CsrfException ? tokens.handed(request) : Optional.<PageTokens.Handed>empty();
        var out = users.loggedIn().isEmpty();
        if (owner.isPresent() && out && "/logout".equals(request.getRequestURI())) {
            response.sendRedirect("/login?out");
            return;
        }
        var open = request.getRequestURI().matches("/(apply|link)(/.*)?");
        var kept = owner.filter(known -> known.user() != null || open).flatMap(known -> forms.keep(request, known));
        if (kept.isEmpty()) {
            forged.handle(request, response, denied);
        } else if (out && !open) {
            response.sendRedirect("/login?resume");
        } else {
            request.getRequestDispatcher("/resume").forward(request, response);
        }
    }
}
