package io.partnerflow.steering;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.FailedStepRepair;
import io.partnerflow.engine.FailedWork;
import io.partnerflow.engine.Failure;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Paging;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What managers do about failed steps. Whoever comes second is told that somebody was faster. */
@ModuleService
class StandingSteps {

    /** How many of one kind try again at once; the rest stays for the next time. */
    static final int AT_ONCE = 200;

    private static final int LONGEST = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(StandingSteps.class);

    private final FailedWork work;
    private final FailedStepRepair repair;
    private final FailureQuestions questions;
    private final AuditTrail audit;

    StandingSteps(FailedWork work, FailedStepRepair repair, FailureQuestions questions, AuditTrail audit) {
        this.work = work;
        this.repair = repair;
        this.questions = questions;
        this.audit = audit;
    }

    /** @throws Conflict {@code failed-step-gone} if it has not failed (any more) */
    public Failure retry(String id) {
        var failure = standing(id);
        repair.retry(failure);
        audit.record("failed-step-tried-again", FailureQuestions.subject(failure), failure.elementName());
        return failure;
    }

    /** Lets every step that failed alike try again, the oldest first. @return how many, at most {@value #AT_ONCE} */
    public int retryAlike(String process, String element) {
        var failures = work.list(new FailedWork.Wanted(true, process, element), new Paging(0, AT_ONCE, null, ""))
                .items();
        var again = repair.retry(failures);
        again.forEach(failure ->
                audit.record("failed-step-tried-again", FailureQuestions.subject(failure), failure.elementName()));
        LOG.info("{} steps {} of {} try again", again.size(), element, process);
        return again.size();
    }

    /**
     * Goes on without the step. Questions about it that nobody has answered are taken back.
     *
     * @param reason what was done by hand instead, and why
     * @throws Invalid for {@code reason}
     * @throws Conflict {@code failed-step-gone}, {@code failed-step-not-skippable}, {@code failed-step-next-fails}
     */
    public Failure skip(String id, String reason, String by) {
        if (reason.isBlank()) {
            throw Invalid.field("reason", "missing", "steering.failed.skip.reason-missing");
        }
        if (reason.strip().length() > LONGEST) {
            throw Invalid.field("reason", "too-long", "steering.common.text.too-long", LONGEST);
        }
        var failure = standing(id);
        questions.about(List.of(FailureQuestions.stepOf(failure))).stream()
                .filter(FailureQuestion::isOpen)
                .forEach(question -> questions.withdraw(question.number(), by));
        audit.record(
                "failed-step-skipped",
                FailureQuestions.subject(failure),
                "%s: %s".formatted(failure.elementName(), reason.strip()));
        repair.skip(failure);
        return failure;
    }

    private Failure standing(String id) {
        return work.find(id).orElseThrow(() -> new Conflict("failed-step-gone"));
    }
}
