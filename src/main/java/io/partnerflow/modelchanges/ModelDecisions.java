package io.partnerflow.modelchanges;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.OpenTasks;
import io.partnerflow.engine.StaffDirectory;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.engine.Workflow;
import io.partnerflow.modelchanges.ModelChange.Status;
import io.partnerflow.modelrules.Finding;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** What the second person says to a change, on its page or in Tasklist, and that its proposer takes it back. */
@ModuleService
public class ModelDecisions {

    private static final int LONGEST_ANSWER = 2000;

    private final ModelChangeStore store;
    private final ModelChecks checks;
    private final OpenTasks tasks;
    private final StaffDirectory staff;
    private final Workflow workflow;
    private final AuditTrail audit;
    private final Clock clock;

    ModelDecisions(
            ModelChangeStore store,
            ModelChecks checks,
            OpenTasks tasks,
            StaffDirectory staff,
            Workflow workflow,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.tasks = tasks;
        this.staff = staff;
        this.workflow = workflow;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Says yes or no to a change.
     *
     * @param answer what the second person says to it; needed for a no
     * @throws Forbidden {@code not-a-manager}, {@code own-model-change}
     * @throws Conflict {@code model-change-decided}, {@code model-change-overtaken}
     * @throws Invalid {@code answer}; or by the name of a file that no longer keeps to the rules, beside what is in force now
     */
    public void decide(String number, boolean approve, String answer, StaffPerson by) {
        if (!by.seesEverything()) {
            throw new Forbidden("not-a-manager");
        }
        check(open(number), approve, answer, by.id());
        tasks.complete(
                ModelChangeProcess.APPROVE_ELEMENT,
                number,
                by.id(),
                Map.of(
                        ModelChangeProcess.DECISION,
                        approve ? ModelChangeProcess.APPROVE : "refuse",
                        ModelChangeProcess.ANSWER,
                        answer));
    }

    /**
     * Takes a proposal back.
     *
     * @throws Forbidden {@code not-own-model-change}
     * @throws Conflict {@code model-change-decided}
     */
    public void withdraw(String number, StaffPerson by) {
        var change = open(number);
        if (!change.proposedBy().equals(by.id())) {
            throw new Forbidden("not-own-model-change");
        }
        store.decide(number, Status.WITHDRAWN, by.id(), clock.instant(), null);
        audit.record("model-change-withdrawn", number, null);
        workflow.correlate(ModelChangeProcess.WITHDRAWN, number);
    }

    /** Whichever way it was decided: the same rules, and who it was. */
    @EventListener(condition = "#completed.task() == 'model-change.approve-model-change'")
    public void decided(TaskCompleted completed) {
        var number = completed.businessKey();
        var approve = ModelChangeProcess.APPROVE.equals(completed.answers().get(ModelChangeProcess.DECISION));
        var answer = Objects.toString(completed.answers().get(ModelChangeProcess.ANSWER), "");
        var by = Objects.requireNonNullElse(completed.by(), "");
        check(open(number), approve, answer, by);
        store.decide(number, approve ? Status.APPROVED : Status.REFUSED, by, clock.instant(), said(answer));
        audit.record(approve ? "model-change-approved" : "model-change-refused", number, said(answer));
    }

    private ModelChange open(String number) {
        var change = store.lock(number).orElseThrow(() -> new NotFound("model-change", number));
        if (!change.isOpen()) {
            throw new Conflict("model-change-decided", number);
        }
        return change;
    }

    private void check(ModelChange change, boolean approve, String answer, String by) {
        if (change.proposedBy().equals(by) || by.isEmpty()) {
            throw new Forbidden("own-model-change");
        }
        if (staff.find(by).filter(person -> !person.seesEverything()).isPresent()) {
            throw new Forbidden("not-a-manager"); // the task was handed to somebody of a desk
        }
        if (!approve && answer.isBlank()) {
            throw Invalid.field("answer", "required", "modelchanges.answer-wanted");
        }
        if (answer.length() > LONGEST_ANSWER) {
            throw Invalid.field("answer", "too-long", null, LONGEST_ANSWER);
        }
        if (approve) {
            stillFits(change);
        }
    }

    /** What is in force may have changed since it was proposed: the files themselves, or what they go with. */
    private void stillFits(ModelChange change) {
        var files = store.files(change.number());
        var overtaken = checks.overtaken(files);
        if (!overtaken.isEmpty()) {
            throw new Conflict("model-change-overtaken", String.join(", ", overtaken));
        }
        var broken = checks.broken(files, change.running());
        if (!broken.isEmpty()) {
            throw new Invalid(broken.stream().map(Finding::asField).toList());
        }
    }

    private static @Nullable String said(String answer) {
        return answer.isBlank() ? null : answer.strip();
    }
}
