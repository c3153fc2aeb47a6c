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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** How a change of processes, tables and forms begins: with files, a reason and a person. */
@ModuleService
public class ModelChanges {

    private static final int MOST_CHANGES = 200;

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
        var remarks = new ArrayList<>(checks.check(wanted, running));
        refuse(remarks);
        if (kind == Kind.CHANGE) { // others mean it
            remarks.addAll(new TakenBack(store, editions).by(wanted));
        }
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
     * Proposes that a former version of a file becomes the one in force again. Where it does not fit alone, such as a task
     * without its form, what was changed together with it since comes back too, unless another change has come over that.
     *
     * @param edition id of the edition whose version comes back
     * @throws Invalid as for {@link #propose}
     */
    public String rollBack(String file, String edition, String reason, Running running, StaffPerson by) {
        var former = editions.content(edition, file).orElseThrow(() -> new NotFound("model", file));
        var files = new ArrayList<ModelFile>();
        files.add(new ModelFile(file, former));
        if (checks.check(files, running).stream().anyMatch(Finding::error)) {
            files.addAll(companions(file, edition));
        }
        return propose(Kind.ROLLBACK, files, reason, running, by);
    }

    /** As they were before the first change since that edition; a file that did not exist then stays, unused. */
    private List<ModelFile> companions(String file, String edition) {
        var editionsOfFile =
                editions.stands(file).stream().map(HouseEditions.Stand::edition).toList();
        var since = editionsOfFile.subList(editionsOfFile.indexOf(edition) + 1, editionsOfFile.size());
        var before = new LinkedHashMap<String, Optional<byte[]>>();
        var after = new HashMap<String, byte[]>();
        store.ofModel(file, MOST_CHANGES).stream()
                .filter(change -> change.deployment() != null && since.contains(change.deployment()))
                .sorted(Comparator.comparingInt(change -> since.indexOf(change.deployment())))
                .flatMap(change -> store.files(change.number()).stream())
                .filter(changed -> !changed.file().name().equals(file))
                .forEach(changed -> {
                    before.putIfAbsent(changed.file().name(), Optional.ofNullable(changed.base()));
                    after.put(changed.file().name(), changed.file().content());
                });
        return before.entrySet().stream()
                .filter(one -> one.getValue().isPresent() && isInForce(one.getKey(), after.get(one.getKey())))
                .map(one -> new ModelFile(one.getKey(), one.getValue().orElseThrow()))
                .toList();
    }

    private boolean isInForce(String file, byte[] content) {
        return editions.inForce(file).filter(now -> Arrays.equals(now, content)).isPresent();
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
