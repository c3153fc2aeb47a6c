package io.partnerflow.modelchanges;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.HouseEditions;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.engine.Workflow;
import io.partnerflow.modelchanges.ModelChange.Kind;
import io.partnerflow.modelchanges.ModelChange.Running;
import io.partnerflow.modelrules.Finding;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.time.Clock;
import java.util.List;

/** How a change of processes, tables and forms begins: with files, a reason and a person. */
@ModuleService
public class ModelChanges {

    private final ModelChangeStore store;
    private final SentFiles sent;
    private final ModelChecks checks;
    private final HouseEditions editions;
    private final RunningCases cases;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final AuditTrail audit;
    private final Clock clock;

    ModelChanges(
            ModelChangeStore store,
            SentFiles sent,
            ModelChecks checks,
            HouseEditions editions,
            RunningCases cases,
            NumberSeries numbers,
            Workflow workflow,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.sent = sent;
        this.checks = checks;
        this.editions = editions;
        this.cases = cases;
        this.numbers = numbers;
        this.workflow = workflow;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same as {@link #propose(List, String, Running, StaffPerson)}; cases that run stay on their version. */
    public String propose(List<ModelFile> files, String reason, StaffPerson by) {
        return propose(files, reason, Running.STAY, by);
    }

    /**
     * Proposes that these files become the ones in force. Nothing changes before a second person has approved.
     *
     * @param files one or more; a file that equals the one in force is left out
     * @param reason for the second person and for later readers, at most 2,000 characters
     * @return number of the change, such as {@code MC-2026-000001}
     * @throws Invalid if a file breaks a rule, with the file's name as field; nothing differs ({@code files}); no reason is
     *     given ({@code reason})
     */
    public String propose(List<ModelFile> files, String reason, Running running, StaffPerson by) {
        return propose(Kind.CHANGE, files, reason, running, by);
    }

    String propose(Kind kind, List<ModelFile> files, String reason, Running running, StaffPerson by) {
        var wanted = sent.differing(files, reason);
        var remarks = checks.check(wanted, running);
        refuse(remarks);
        var number = numbers.next("MC");
        store.add(number, kind, reason.strip(), running, null, by.id(), clock.instant());
        wanted.forEach(file ->
                store.addFile(number, file, editions.inForce(file.name()).orElse(null)));
        for (var i = 0; i < remarks.size(); i++) {
            store.addRemark(number, i, remarks.get(i));
        }
        audit.record("model-change-proposed", number, reason.strip());
        workflow.start(ModelChangeProcess.PROPOSED, number);
        return number;
    }

    /**
     * What the rules of the house say about files, without proposing them.
     *
     * @throws Invalid if they cannot even be looked at, see {@link #propose}
     */
    public List<Finding> check(List<ModelFile> files, Running running) {
        return checks.check(sent.differing(files, "-"), running);
    }

    /**
     * Proposes that a former version of a file becomes the one in force again.
     *
     * @param edition id of the edition whose version comes back
     * @throws Invalid as for {@link #propose}
     */
    public String rollBack(String file, String edition, String reason, Running running, StaffPerson by) {
        var former = editions.content(edition, file).orElseThrow(() -> new NotFound("model", file));
        return propose(Kind.ROLLBACK, List.of(new ModelFile(file, former)), reason, running, by);
    }

    /** Proposes what the release brings instead of what was changed here. */
    public String takeRelease(String file, String reason, Running running, StaffPerson by) {
        var brought = editions.product(file).orElseThrow(() -> new NotFound("model", file));
        return propose(Kind.RELEASE, List.of(new ModelFile(file, brought)), reason, running, by);
    }

    /**
     * Proposes that cases on former versions of a process move to the one in force.
     *
     * @throws Conflict {@code model-cases-stuck} if the version in force has no counterpart for where some are, {@code
     *     model-no-cases} if all are on it already
     */
    public String moveCases(String process, String reason, StaffPerson by) {
        sent.reason(reason);
        if (cases.onFormerVersions(process) == 0) {
            throw new Conflict("model-no-cases", process);
        }
        var stuck = cases.stuck(process);
        if (!stuck.isEmpty()) {
            throw new Conflict("model-cases-stuck", String.join(", ", stuck));
        }
        var number = numbers.next("MC");
        store.add(number, Kind.MIGRATION, reason.strip(), Running.MIGRATE, process, by.id(), clock.instant());
        audit.record("model-change-proposed", number, reason.strip());
        workflow.start(ModelChangeProcess.PROPOSED, number);
        return number;
    }

    private static void refuse(List<Finding> findings) {
        var errors =
                findings.stream().filter(Finding::error).map(Finding::asField).toList();
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
