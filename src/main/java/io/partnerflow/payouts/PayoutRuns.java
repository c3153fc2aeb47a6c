package io.partnerflow.payouts;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.pricing.DebitDates;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Payout runs, as the vendor's staff see them. */
@ModuleService
public class PayoutRuns {

    private static final int SHOWN = 100;

    private final PayoutRows rows;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    PayoutRuns(PayoutRows rows, NumberSeries numbers, Workflow workflow, VendorCalendar calendar, AuditTrail audit) {
        this.rows = rows;
        this.numbers = numbers;
        this.workflow = workflow;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * Puts everything that is owed and can be paid into one run, which then waits for release. Taking the number first
     * makes two who do this at once take turns.
     *
     * @param currency ISO 4217
     * @param by who prepares it
     * @return its number
     * @throws Conflict if nothing can be paid
     */
    public String prepare(String currency, String by) {
        var number = numbers.next("PY");
        var day = DebitDates.of(calendar.today().plusDays(1), 0).collectionDate();
        rows.takeClaims(number, currency);
        if (!rows.sumUp(number, currency, day, calendar.now(), by)) {
            throw new Conflict("nothing-to-pay-out", currency);
        }
        audit.record("payout-prepared", number, get(number).controlSum().toString());
        workflow.start(PayoutProcess.PREPARED, number);
        return number;
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public PayoutRun get(String number) {
        return rows.find(number).orElseThrow(() -> new NotFound("payout-run", number));
    }

    /** The latest ones, latest first. */
    @Transactional(readOnly = true)
    public List<PayoutRun> latest() {
        return rows.latest(SHOWN);
    }

    @Transactional(readOnly = true)
    public List<PayoutRun.Payment> payments(String number) {
        return rows.payments(get(number));
    }

    /**
     * The file for the bank.
     *
     * @throws NotFound if the run is not released
     */
    @Transactional(readOnly = true)
    public byte[] file(String number) {
        return rows.file(number).orElseThrow(() -> new NotFound("payment-file", number));
    }
}
