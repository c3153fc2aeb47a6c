package io.partnerflow.onboarding;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;

/** What an applicant can do: apply, look, answer our question, take the application back. */
@ModuleService
public class ResellerApplications {

    private final Applications applications;
    private final ApplicationIntake intake;
    private final ApplicationAnswers answers;
    private final ApplicationLinks links;
    private final ApplicationLetters letters;
    private final Correspondence correspondence;
    private final Programmes programmes;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final AuditTrail audit;
    private final Clock clock;

    ResellerApplications(
            Applications applications,
            ApplicationIntake intake,
            ApplicationAnswers answers,
            ApplicationLinks links,
            ApplicationLetters letters,
            Correspondence correspondence,
            Programmes programmes,
            NumberSeries numbers,
            Workflow workflow,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.intake = intake;
        this.answers = answers;
        this.links = links;
        this.letters = letters;
        this.correspondence = correspondence;
        this.programmes = programmes;
        this.numbers = numbers;
        this.workflow = workflow;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes an application and starts its review.
     *
     * @param typed as it came in
     * @throws Invalid with every bad field, as a path such as {@code organisation.address.city}
     * @throws Conflict if the organisation is a reseller of the programme already or has an open application
     */
    public ApplicationReceipt submit(NewApplication typed) {
        var checked = intake.checked(typed);
        intake.refuseSecond(checked.programme(), Applicant.of(checked.organisation()), "");
        var application = keep(ResellerApplication.submit(numbers.next("RA"), checked, clock.instant()));
        audit.record(
                "application-submitted",
                application.number(),
                application.applicant().name());
        var token = links.issue(application.number());
        letters.received(application, token);
        workflow.start(OnboardingProcess.APPLICATION_SUBMITTED, application.number());
        return new ApplicationReceipt(application.number(), token);
    }

    /** Two at the same moment: the database lets one through. */
    private ResellerApplication keep(ResellerApplication application) {
        try {
            return applications.saveAndFlush(application);
        } catch (DataIntegrityViolationException second) {
            throw new Conflict("application-open", application.applicant().registrationNumber());
        }
    }

    /**
     * @param token secret of the applicant
     * @throws NotFound if the secret is wrong or too old
     */
    public SubmittedApplication find(String token) {
        var application = applications.numbered(links.read(token));
        return new SubmittedApplication(
                application.number(),
                application.programme(),
                application.status(),
                application.applicant().name(),
                application.applicant().registrationNumber(),
                application.applicant().vatId(),
                application.contact(),
                application.submittedAt(),
                application.answerDeadline(),
                application.endedAt(),
                application.rejectionReason(),
                correspondence.of(application.number()).stream()
                        .map(message -> message.writtenBy(letters.vendorName()))
                        .toList());
    }

    /**
     * The same for who names the number as well.
     *
     * @throws NotFound if the secret is wrong, too old, or another application's
     */
    public SubmittedApplication find(String number, String token) {
        if (!links.read(token).equals(number)) {
            throw new NotFound("reseller-application", number);
        }
        return find(token);
    }

    /**
     * Answers our question; what was corrected is checked anew and reviewed again.
     *
     * @throws NotFound if the secret is wrong or too old
     * @throws Invalid with every bad field of the answer
     * @throws Conflict if nothing is asked, or the corrected number is another applicant's
     */
    public void answer(String token, ApplicationAnswer answer) {
        var application = applications.numbered(links.read(token));
        answers.take(application, answer);
        audit.record("application-answered", application.number(), null);
        workflow.correlate(OnboardingProcess.APPLICATION_ANSWERED, application.number());
    }

    /**
     * Takes the application back.
     *
     * @throws NotFound if the secret is wrong or too old
     * @throws Conflict if it is decided, expired or withdrawn already
     */
    public void withdraw(String token) {
        var application = applications.numbered(links.read(token));
        application.withdraw(clock.instant());
        audit.record("application-withdrawn", application.number(), null);
        workflow.correlate(OnboardingProcess.APPLICATION_WITHDRAWN, application.number());
    }
}
