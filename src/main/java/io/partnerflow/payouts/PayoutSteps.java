package io.partnerflow.payouts;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.payouts.PayoutRun.Status;
import io.partnerflow.pricing.DebitDates;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** What becomes of a payout run. Every step finds what it has done before and does it once. */
@ModuleService
class PayoutSteps {

    private static final String HOUSE = "partnerflow";

    private final PayoutRows rows;
    private final PayoutLetters letters;
    private final Vendor vendor;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    PayoutSteps(PayoutRows rows, PayoutLetters letters, Vendor vendor, VendorCalendar calendar, AuditTrail audit) {
        this.rows = rows;
        this.letters = letters;
        this.vendor = vendor;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Notes who decided, in the transaction of the decision. */
    @EventListener(condition = "#completed.task().startsWith('payout.')")
    public void decided(TaskCompleted completed) {
        rows.decidedBy(completed.businessKey(), completed.by());
        if (completed.task().equals(ReleasePayoutRunBriefing.TASK)) {
            rows.releasedBy(completed.businessKey(), Objects.requireNonNullElse(completed.by(), HOUSE));
        }
        audit.record("payout-decided", completed.businessKey(), completed.by());
    }

    /**
     * The file for the bank; a run that has waited past its day is carried out on the next one. Whatever way the process has
     * come here: without a second person there is none.
     */
    void release(String number) {
        requireSecondPerson(number);
        if (rows.move(number, Status.PREPARED, Status.RELEASED, null, null)) {
            var day = DebitDates.of(latest(run(number)), 0).collectionDate();
            rows.executeOn(number, day);
            var run = run(number);
            var created = LocalDateTime.ofInstant(calendar.now(), calendar.zone());
            rows.keepFile(number, PaymentFile.of(run, rows.payments(run), vendor, created), calendar.now());
            audit.record("payout-released", number, run.controlSum().toString());
        }
    }

    private void requireSecondPerson(String number) {
        var hands = rows.hands(number);
        if (hands.releasedBy() == null || hands.releasedBy().equals(hands.preparedBy())) {
            throw new IllegalStateException("nobody but %s has released %s".formatted(hands.preparedBy(), number));
        }
    }

    private LocalDate latest(PayoutRun run) {
        var today = calendar.today();
        return run.executionDate().isBefore(today) ? today : run.executionDate();
    }

    /** The bank has paid. */
    void executed(String number) {
        if (rows.move(number, Status.RELEASED, Status.EXECUTED, calendar.now(), null)) {
            var run = run(number);
            rows.payments(run).forEach(payment -> letters.paid(run, payment));
            audit.record("payout-executed", number, run.controlSum().toString());
        }
    }

    /** Nothing was paid: the claims are free again. */
    void putBack(String number, @Nullable String whyHeld, @Nullable String whyRefused) {
        var held = rows.move(number, Status.PREPARED, Status.HELD, calendar.now(), whyHeld);
        var refused = rows.move(number, Status.RELEASED, Status.REFUSED, calendar.now(), whyRefused);
        if (held || refused) {
            rows.giveBack(number);
            audit.record(held ? "payout-held" : "payout-refused", number, held ? whyHeld : whyRefused);
        }
    }

    private PayoutRun run(String number) {
        return rows.find(number).orElseThrow();
    }
}
