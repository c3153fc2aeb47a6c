package io.partnerflow.portal;

import io.partnerflow.access.KeptForm;
import io.partnerflow.access.KeptForms;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A page whose form was sent in vain shows what was typed into it, whichever page of ours it is. Where the form is not on
 * its page any more, what was typed can still be read and copied.
 */
@Component
class RefilledPages extends OncePerRequestFilter {

    private final KeptForms forms;
    private final MessageSource messages;
    private final LocaleResolver locales;

    RefilledPages(KeptForms forms, MessageSource messages, LocaleResolver locales) {
        this.forms = forms;
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().matches("/(assets|api|v3|resume|camunda|engine-rest|actuator|staff)(/.*)?");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = forms.find(request);
        if (kept.isPresent() && sends(kept.get(), request)) {
            forms.forget(request); // it comes back by itself if it is refused again
            chain.doFilter(request, response);
        } else if (isSentAgain(request)) {
            response.sendRedirect("/resume");
        } else if (kept.isPresent() && shows(kept.get(), request)) {
            refill(kept.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void refill(KeptForm kept, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var page = new HeldBack(response);
        chain.doFilter(request, page);
        var filled = page.leadsElsewhere() || page.getStatus() != HttpServletResponse.SC_OK
                ? null
                : new RefilledForm(kept, messages, locales.resolveLocale(request))
                        .in(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8), request.getRequestURI());
        if (filled == null) {
            forms.fill(request, false); // the page itself can be read again
            response.resetBuffer();
            response.setStatus(HttpServletResponse.SC_OK);
            response.sendRedirect("/resume?lost");
        } else {
            page.resetBuffer();
            page.getOutputStream().write(filled.getBytes(StandardCharsets.UTF_8));
            page.copyBodyToResponse();
        }
    }

    private static boolean sends(KeptForm kept, HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && kept.path().equals(request.getRequestURI());
    }

    /** By the page that offered to send what was kept; it is gone from there with the first time. */
    private static boolean isSentAgain(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded")
                && request.getParameter("_resumed") != null
                && request.getParameter("_refresh") == null;
    }

    private boolean shows(KeptForm kept, HttpServletRequest request) {
        var address =
                request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return kept.filling()
                && "GET".equals(request.getMethod())
                && kept.page().equals(address)
                && forms.isForNow(kept);
    }

    /** Nothing leaves before it is known whether the form is on the page. */
    private static final class HeldBack extends ContentCachingResponseWrapper {

        private boolean elsewhere;

        HeldBack(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) {
            elsewhere = true;
        }

        @Override
        public void sendError(int status) {
            elsewhere = true;
        }

        @Override
        public void sendError(int status, String message) {
            elsewhere = true;
        }

        boolean leadsElsewhere() {
            return elsewhere;
        }
    }
}
