package io.partnerflow.reconciliation;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.NightlyRun;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Asks about every difference once, and ends what is gone. */
@ModuleService
public class Reconciliation implements NightlyRun {

    private static final int PORTION = 200;

    private final DifferenceSearch search;
    private final DifferenceRows rows;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final AuditTrail audit;

    Reconciliation(
            DifferenceSearch search, DifferenceRows rows, NumberSeries numbers, Workflow workflow, AuditTrail audit) {
        this.search = search;
        this.rows = rows;
        this.numbers = numbers;
        this.workflow = workflow;
        this.audit = audit;
    }

    /** How many differences nobody has put right or explained yet. */
    @Transactional(readOnly = true)
    public long open() {
        return rows.openCount();
    }

    void find() {
        search.all();
    }

    /** @return whether there may be more */
    boolean openNext() {
        var found = rows.found(PORTION);
        for (var id : found) {
            var number = numbers.next("RC");
            rows.open(id, number);
            workflow.start(ReconciliationProcess.DIFFERENCE_FOUND, number);
        }
        var vanished = rows.vanished(PORTION);
        vanished.forEach(this::end);
        return !found.isEmpty() || !vanished.isEmpty();
    }

    /** A case whose process somebody took away ends all the same; it must not keep the others from being checked. */
    private void end(String number) {
        if (workflow.waitsFor(ReconciliationProcess.DIFFERENCE_VANISHED, number)) {
            workflow.correlate(ReconciliationProcess.DIFFERENCE_VANISHED, number);
        } else {
            close(number);
        }
    }

    Difference get(String number) {
        return rows.get(number);
    }

    /** @return whether the difference is gone; if so, the case has ended */
    boolean checkAgain(String number) {
        var gone = !search.stillThere(rows.get(number));
        rows.checked(number);
        if (gone) {
            close(number);
        }
        return gone;
    }

    void explain(String number, @Nullable String note) {
        rows.close(number, "EXPLAINED", note);
        audit.record("difference-explained", number, note);
    }

    void close(String number) {
        rows.close(number, "CLOSED", null);
        audit.record("difference-closed", number, null);
    }

    @Override
    public String process() {
        return "reconciliation";
    }

    /** Looks, too: what is found is written down, and asked about by the run. */
    @Override
    public boolean hasWork() {
        search.all();
        return rows.anyToHandle();
    }
}
