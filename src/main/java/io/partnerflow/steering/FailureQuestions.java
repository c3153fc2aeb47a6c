package io.partnerflow.steering;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.FailedWork;
import io.partnerflow.engine.Failure;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/** What managers ask about failed steps: each question is somebody's task, its answer comes back to the step. */
@ModuleService
class FailureQuestions {

    private static final String THE_ENGINE = "engine";
    private static final int LONGEST = 2000;
    private static final int LONGEST_FAILURE = 4000;
    private static final int DAYS_OF_ANSWERS = 30;
    private static final int MOST_SHOWN = 100;

    private final FailureQuestionRows rows;
    private final FailedWork failures;
    private final AskedPeople people;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final AuditTrail audit;
    private final VendorCalendar calendar;

    FailureQuestions(
            FailureQuestionRows rows,
            FailedWork failures,
            AskedPeople people,
            NumberSeries numbers,
            Workflow workflow,
            AuditTrail audit,
            VendorCalendar calendar) {
        this.rows = rows;
        this.failures = failures;
        this.people = people;
        this.numbers = numbers;
        this.workflow = workflow;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * Asks about a failed step.
     *
     * @param to {@code desk:<group>} or {@code person:<user id>}
     * @param by user id of the manager
     * @return number of the question
     * @throws Invalid for {@code to} and {@code question}
     */
    public String ask(Failure failure, String to, String question, String by) {
        var problems = new Invalid.Collector();
        if (!people.canBeAsked(to)) {
            problems.add(Invalid.Field.of("to", "unknown", "steering.failed.ask.to-missing"));
        }
        if (question.isBlank()) {
            problems.add(Invalid.Field.of("question", "missing", "steering.failed.ask.question-missing"));
        } else if (question.strip().length() > LONGEST) {
            problems.add(Invalid.Field.of("question", "too-long", "steering.common.text.too-long", LONGEST));
        }
        problems.throwIfAny();
        var number = numbers.next("FQ");
        rows.insert(question(number, failure, to, question.strip(), by));
        workflow.start(FailedStepQuestionProcess.ASKED, number);
        audit.record("failed-step-asked", subject(failure), "%s: %s".formatted(to, question.strip()));
        return number;
    }

    private FailureQuestion question(String number, Failure failure, String to, String question, String by) {
        var name = to.substring(to.indexOf(':') + 1);
        var desk = to.startsWith("desk:");
        var message = failure.message();
        return new FailureQuestion(
                number,
                stepOf(failure),
                failure.processName(),
                failure.elementName(),
                failure.businessKey(),
                message.length() > LONGEST_FAILURE ? message.substring(0, LONGEST_FAILURE) : message,
                failure.since(),
                desk ? name : null,
                desk ? null : name,
                question,
                by,
                calendar.now(),
                null,
                null,
                null,
                null,
                null);
    }

    /** What was asked about the steps, oldest first. */
    @Transactional(readOnly = true)
    public List<FailureQuestion> about(Collection<String> steps) {
        return steps.isEmpty() ? List.of() : rows.about(steps);
    }

    /** What was asked about steps of one case, oldest first. */
    @Transactional(readOnly = true)
    public List<FailureQuestion> ofCase(String number) {
        return rows.ofCase(number);
    }

    /**
     * Questions about steps that wait no more, the latest first: those nobody has answered, and what was answered in the
     * last {@value #DAYS_OF_ANSWERS} days. The page of their step is gone with its failure.
     */
    @Transactional(readOnly = true)
    public List<FailureQuestion> outlasting() {
        var asked = rows.notTakenBack(calendar.now().minus(Duration.ofDays(DAYS_OF_ANSWERS)), MOST_SHOWN);
        var standing = failures.standing(
                asked.stream().map(FailureQuestion::step).distinct().toList());
        return asked.stream().filter(one -> !standing.contains(one.step())).toList();
    }

    /** @throws NotFound if there is no such question */
    @Transactional(readOnly = true)
    public FailureQuestion get(String number) {
        return rows.get(number);
    }

    /**
     * Takes a question back: its task goes away.
     *
     * @throws Conflict {@code question-closed} if it was answered or taken back before, be it at this very moment
     */
    public void withdraw(String number, String by) {
        var question = rows.get(number);
        if (!rows.withdraw(number, by, calendar.now())) {
            throw new Conflict("question-closed", number);
        }
        audit.record("failed-step-question-withdrawn", about(question), number);
        workflow.correlate(FailedStepQuestionProcess.WITHDRAWN, number);
    }

    /** Notes who has answered, in the transaction of the answer. */
    @EventListener(condition = "#completed.task() == 'failed-step-question.answer-question'")
    public void answered(TaskCompleted completed) {
        rows.answeredBy(completed.businessKey(), completed.by());
    }

    /** @param answer as it was written into the task's form */
    void keepAnswer(String number, @Nullable String answer) {
        rows.answer(number, String.valueOf(answer).strip(), calendar.now());
        audit.record("failed-step-answered", about(rows.get(number)), number);
    }

    /** What the trail files it under: the case, the process where there is none, or the engine itself. */
    static String subject(Failure failure) {
        if (failure.businessKey() != null) {
            return failure.businessKey();
        }
        return failure.process().isEmpty() ? THE_ENGINE : failure.process();
    }

    /** Stays the same however often the step fails. */
    static String stepOf(Failure failure) {
        return failure.step() == null ? failure.id() : failure.step();
    }

    private static String about(FailureQuestion question) {
        return question.businessKey() == null ? question.number() : question.businessKey();
    }
}
