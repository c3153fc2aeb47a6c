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
    private final ModelChecks checks;
    private final HouseEditions editions;
    private final RunningCases cases;
    private final AuditTrail audit;
    private final Clock clock;

    ModelChangeSteps(
            ModelChangeStore store,
            ModelChecks checks,
            HouseEditions editions,
            RunningCases cases,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.editions = editions;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whatever led here, an approval by a second person is asked for, and the rules once more: what goes into force with it
     * may have changed since.
     *
     * @return whether it is in force; false if somebody else was faster
     */
    boolean putInForce(String number) {
        if (store.lock(number).orElseThrow().status() != Status.APPROVED) {
            throw new IllegalStateException(number + " has not been approved by a second person");
        }
        editions.reserve();
        var change = store.find(number).orElseThrow();
        var wanted = store.files(number);
        var broken = checks.broken(wanted, change.running());
        if (!checks.overtaken(wanted).isEmpty() || !broken.isEmpty()) {
            store.overtaken(number, broken);
            audit.record("model-change-overtaken", number, null);
            return false;
        }
        var files = new LinkedHashMap<String, byte[]>();
        wanted.forEach(file -> files.put(file.file().name(), file.file().content()));
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
