package io.partnerflow.onboarding;

import static java.util.Objects.requireNonNullElse;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import org.springframework.context.event.EventListener;

/** The vendor's side of an application until it is decided; for this module's delegates. */
@ModuleService
class ApplicationReview {

    private final Applications applications;
    private final Correspondence correspondence;
    private final ApplicationLetters letters;
    private final OnboardingSettings settings;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    ApplicationReview(
            Applications applications,
            Correspondence correspondence,
            ApplicationLetters letters,
            OnboardingSettings settings,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.applications = applications;
        this.correspondence = correspondence;
        this.letters = letters;
        this.settings = settings;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Notes who decided, in the transaction of the decision; what follows from it may run later. */
    @EventListener(condition = "#completed.task() == 'reseller-onboarding.review-application'")
    public void decided(TaskCompleted completed) {
        applications.numbered(completed.businessKey()).reviewedBy(completed.by());
        audit.record("application-reviewed", completed.businessKey(), completed.by());
    }

    /** When a question is reminded of, and until when it can be answered. */
    record AnswerPeriod(Instant reminder, Instant deadline) {}

    /** Asks the applicant. The period ends with a day of the vendor's. */
    AnswerPeriod ask(String number, String question) {
        var application = applications.numbered(number);
        var now = calendar.now();
        var lastDay = calendar.dateOf(now.plus(settings.answerPeriod()));
        var period = new AnswerPeriod(now.plus(settings.answerReminder()), calendar.startOfDay(lastDay.plusDays(1)));
        application.ask(period.deadline());
        correspondence.add(
                number,
                Message.Kind.QUESTION,
                requireNonNullElse(application.reviewer(), letters.vendorName()),
                question);
        audit.record("application-asked", number, question);
        letters.question(application, question);
        return period;
    }

    void remind(String number) {
        var application = applications.numbered(number);
        if (application.status() == ApplicationStatus.ASKED) {
            letters.reminder(application, lastQuestion(number));
        }
    }

    private String lastQuestion(String number) {
        return correspondence.of(number).stream()
                .filter(message -> message.kind() == Message.Kind.QUESTION)
                .reduce((earlier, later) -> later)
                .map(Message::text)
                .orElseThrow();
    }

    void close(String number) {
        var application = applications.numbered(number);
        application.expire(calendar.now());
        audit.record("application-expired", number, null);
        letters.expired(application);
    }

    void reject(String number, String reason) {
        var application = applications.numbered(number);
        application.reject(reason, calendar.now());
        audit.record("application-rejected", number, reason);
        letters.rejected(application);
    }

    void confirmWithdrawal(String number) {
        letters.withdrawn(applications.numbered(number));
    }
}
