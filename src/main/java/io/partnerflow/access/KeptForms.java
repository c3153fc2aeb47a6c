package io.partnerflow.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The last form of a session that was sent without effect, for half an hour: so that nothing typed is lost when a log-in
 * ends, or when things have changed in the meantime. It never leaves the browser's own session.
 */
@Component
public class KeptForms {

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final String KEPT_FORM = "PORTAL_KEPT_FORM";

    private final CurrentCaller callers;
    private final Clock clock;

    KeptForms(CurrentCaller callers, Clock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    /** Keeps a form our page has sent although it was not let in. Empty where it is none that is kept. */
    Optional<KeptForm> keep(HttpServletRequest request, PageTokens.Handed owner) {
        var person = callers.person();
        var reason = person.isEmpty() && owner.user() != null ? KeptForm.Reason.LOGGED_OUT : KeptForm.Reason.OUTDATED;
        var kept = KeptForm.of(request, reason, owner, clock.instant());
        kept.ifPresent(form -> request.getSession().setAttribute(KEPT_FORM, form));
        return kept;
    }

    /** Keeps what was sent and could not be done; empty where nothing was typed. */
    public Optional<KeptForm> keepRefused(HttpServletRequest request) {
        var owner = new PageTokens.Handed(
                callers.person().map(Users.User::id).orElse(null),
                callers.find().map(Caller::actingFor).orElse(null));
        var kept = KeptForm.of(request, KeptForm.Reason.REFUSED, owner, clock.instant())
                .filter(KeptForm::typed);
        kept.ifPresent(form -> request.getSession().setAttribute(KEPT_FORM, form));
        return kept;
    }

    /** Empty where there is none, or none any more. */
    public Optional<KeptForm> find(HttpServletRequest request) {
        return Optional.ofNullable((KeptForm) WebUtils.getSessionAttribute(request, KEPT_FORM))
                .filter(kept -> clock.instant().isBefore(kept.at().plus(KEPT)));
    }

    /** @param fills whether from now on the form's page shows the entries again, until it is sent */
    public void fill(HttpServletRequest request, boolean fills) {
        find(request).ifPresent(kept -> request.getSession().setAttribute(KEPT_FORM, kept.filled(fills)));
    }

    public void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEPT_FORM);
        }
    }

    /** Whether it was typed by whoever asks now, and for the organisation that is acted for now. */
    public boolean isForNow(KeptForm kept) {
        var person = callers.person().map(Users.User::id);
        return (kept.user() == null || person.filter(kept.user()::equals).isPresent())
                && (kept.organisation() == null
                        || callers.find()
                                .map(Caller::actingFor)
                                .filter(kept.organisation()::equals)
                                .isPresent());
    }

    /** Whether the kept form was on a page of this user; one that needs no log-in is everybody's. */
    static boolean belongsTo(KeptForm kept, UUID user) {
        return kept.user() == null || kept.user().equals(user);
    }
}
