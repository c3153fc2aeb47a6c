package io.partnerflow.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Goes on to what was wanted before the log-in, or to what could not be sent without one, and writes on the session the
 * user, so that it can be ended, and the organisation it acts for, so that losing a place in it is told instead of acting
 * for the next one.
 */
@Component
class PortalLoginSuccess extends SavedRequestAwareAuthenticationSuccessHandler {

    private final HttpSessionRequestCache lastWanted = new HttpSessionRequestCache();
    private final Users users;
    private final Places places;
    private final ReaderPreferences reader;
    private final KeptForms forms;

    PortalLoginSuccess(Users users, Places places, ReaderPreferences reader, KeptForms forms) {
        lastWanted.setSessionAttrName("PORTAL_SAVED_REQUEST");
        lastWanted.setRequestMatcher(request -> "GET".equals(request.getMethod()));
        setRequestCache(lastWanted);
        setDefaultTargetUrl("/");
        this.users = users;
        this.places = places;
        this.reader = reader;
        this.forms = forms;
    }

    /** Remembers which page was asked for before the log-in. */
    RequestCache lastWanted() {
        return lastWanted;
    }

    /** Whoever logs out leaves nothing typed behind. */
    void forget(HttpServletRequest request) {
        forms.forget(request);
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
        var kept = forms.find(request).filter(form -> form.user() != null);
        var own = kept.filter(form -> KeptForms.belongsTo(form, user.id()));
        var person = users.get(user.id());
        person.ifPresent(known -> reader.remember(request, known));
        person.flatMap(known ->
                        places.caller(known, own.map(KeptForm::organisation).orElse(null)))
                .ifPresent(
                        caller -> request.getSession().setAttribute(ChosenOrganisation.ACTING_FOR, caller.actingFor()));
        if (kept.isPresent()) {
            clearAuthenticationAttributes(request);
            if (own.isEmpty()) {
                forms.forget(request);
            }
            getRedirectStrategy().sendRedirect(request, response, own.isPresent() ? "/resume" : "/resume?stranger");
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}
