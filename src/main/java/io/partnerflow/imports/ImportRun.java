package io.partnerflow.imports;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import java.util.Objects;

/** What the steps of {@code processes/import-run.bpmn} do. */
@ModuleService
class ImportRun {

    private static final int CHUNK = 20;

    private final ImportRows rows;
    private final Takeover takeover;
    private final OrderLines orders;
    private final AuditTrail audit;

    ImportRun(ImportRows rows, Takeover takeover, OrderLines orders, AuditTrail audit) {
        this.rows = rows;
        this.takeover = takeover;
        this.orders = orders;
        this.audit = audit;
    }

    /**
     * Writes every row of the file in this one transaction. Something may have happened since it was checked, so it is
     * checked again first; if it is not right any more, nothing is written and its report says why.
     *
     * @return whether everything stands; also if it has been written before
     */
    boolean write(String number) {
        if (rows.lock(number) != ImportStatus.CONFIRMED) {
            return rows.find(number).orElseThrow().status() != ImportStatus.REFUSED;
        }
        var view = rows.find(number).orElseThrow();
        var scope = new Scope(view.reseller(), Objects.requireNonNull(view.confirmedBy()));
        var findings = new Findings();
        var file = ImportFile.read(rows.content(number), scope.vendor(), findings);
        var total = view.rows() + view.orders();
        rows.mark();
        var begun = takeover.begin(file, scope, findings, done -> rows.progress(number, done, total));
        if (findings.errors() > 0) {
            rows.backToMark();
            rows.is(number, ImportStatus.REFUSED);
            rows.keep(number, findings);
            audit.record("import-refused", number, findings.errors() + " errors since it was checked");
            return false;
        }
        var written = takeover.write(begun, scope, number, done -> rows.progress(number, done, total));
        rows.written(number, written);
        rows.is(number, rows.waiting(number) > 0 ? ImportStatus.WRITTEN : ImportStatus.DONE);
        rows.progress(number, view.rows(), total);
        audit.record(
                "import-written",
                number,
                "%d customers, %d contract rows, %d order rows, confirmed by %s"
                        .formatted(view.customers(), view.contracts(), view.orders(), scope.by()));
        return true;
    }

    /** Hands over the forms of the orders begun last, and begins the next ones. @return whether more wait */
    boolean begin(String number) {
        rows.takeBegun(number).forEach(orders::handOver);
        rows.takeWaiting(number, CHUNK).forEach(orders::begin);
        var left = rows.waiting(number);
        var view = rows.find(number).orElseThrow();
        if (left == 0 && view.status() == ImportStatus.WRITTEN) {
            rows.is(number, ImportStatus.DONE);
        }
        var total = view.rows() + view.orders();
        rows.progress(number, total - left, total);
        return left > 0;
    }
}
