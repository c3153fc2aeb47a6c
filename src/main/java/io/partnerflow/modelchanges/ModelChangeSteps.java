package io.partnerflow.modelchanges;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.HouseEditions;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.modelchanges.ModelChange.Running;
import io.partnerflow.modelchanges.ModelChange.Status;
import java.time.Clock;
import java.util.LinkedHashMap;

/** What the process does once a change is approved; for this module's delegates. */
@ModuleService
class ModelChangeSteps {

    private final ModelChangeStore store;
    private final ModelDecisions decisions;
    private final HouseEditions editions;
    private final RunningCases cases;
    private final AuditTrail audit;
    private final Clock clock;

    ModelChangeSteps(
            ModelChangeStore store,
            ModelDecisions decisions,
            HouseEditions editions,
            RunningCases cases,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.editions = editions;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether it is in force; false if somebody else was faster */
    boolean putInForce(String number) {
        if (store.lock(number).orElseThrow().status() != Status.APPROVED) {
            throw new IllegalStateException(number + " has not been approved by a second person");
        }
        editions.reserve();
        if (!decisions.overtaken(number).isEmpty()) {
            store.overtaken(number);
            audit.record("model-change-overtaken", number, null);
            return false;
        }
        var files = new LinkedHashMap<String, byte[]>();
        store.files(number)
                .forEach(change -> files.put(change.file().name(), change.file().content()));
        var now = clock.instant();
        var edition = files.isEmpty() ? null : editions.putInForce(files, number, now);
        store.putInForce(number, edition, now);
        audit.record("model-change-in-force", number, String.join(", ", files.keySet()));
        return true;
    }

    boolean casesMove(String number) {
        return store.find(number).orElseThrow().running() == Running.MIGRATE;
    }

    void moveRunningCases(String number) {
        cases.move(store.find(number).orElseThrow(), clock.instant());
    }
}
