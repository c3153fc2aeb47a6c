package io.partnerflow.debits;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.debits.DebitCollection.Presentation;
import io.partnerflow.debits.DebitCollection.Status;
import io.partnerflow.debits.ReturnReason.Next;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.orders.Orders;
import io.partnerflow.payments.DebitPayments;
import io.partnerflow.pricing.DebitDates;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens when the bank takes a debit back: its invoice is open again, and it is presented again where that can help. */
@ModuleService
public class ReturnedDebits {

    private final CollectionRows rows;
    private final DebitRows debits;
    private final DebitPayments payments;
    private final Mandates mandates;
    private final Orders orders;
    private final Programmes programmes;
    private final DebitLetters letters;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    ReturnedDebits(
            CollectionRows rows,
            DebitRows debits,
            DebitPayments payments,
            Mandates mandates,
            Orders orders,
            Programmes programmes,
            DebitLetters letters,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.debits = debits;
        this.payments = payments;
        this.mandates = mandates;
        this.orders = orders;
        this.programmes = programmes;
        this.letters = letters;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * The billing desk has heard that a debit came back. A second time changes nothing.
     *
     * @param endToEnd what the bank calls it, such as {@code DD-2026-000001-00001}
     * @param on when the bank booked it
     * @throws NotFound if there is no such debit
     * @throws Conflict {@code debit-not-with-bank} if its file was never carried out
     */
    public void returned(String endToEnd, ReturnReason reason, LocalDate on) {
        var presentation = rows.presentation(endToEnd).orElseThrow(() -> new NotFound("debit", endToEnd));
        var status = rows.find(presentation.collection()).orElseThrow().status();
        if (status != Status.RELEASED && status != Status.COLLECTED) {
            throw new Conflict("debit-not-with-bank", endToEnd);
        }
        takeBack(endToEnd, reason, on);
    }

    /** The same, of something that is known to be with the bank. */
    void takeBack(String endToEnd, ReturnReason reason, LocalDate on) {
        if (rows.returned(endToEnd, reason.name(), on)) {
            var presentation = rows.presentation(endToEnd).orElseThrow();
            payments.takeBack(endToEnd, on);
            var debit = debits.lock(presentation.debit()).orElseThrow();
            var nextDay = nextDay(debit, reason, on);
            debits.returned(debit.id(), reason.name(), nextDay);
            if (reason.next() == Next.NEW_MANDATE) {
                mandates.revoke(debit.order(), "%s came back: %s".formatted(endToEnd, reason));
            }
            audit.record("debit-returned", endToEnd, "%s, %s".formatted(reason, presentation.amount()));
            tell(presentation, debit, reason, nextDay);
        }
    }

    /** WA-11: the policy says after how many days, and how often. */
    private @Nullable LocalDate nextDay(Debit debit, ReturnReason reason, LocalDate on) {
        var order = orders.get(debit.order());
        var rules = programmes.get(order.programme(), order.policyVersion()).directDebit();
        var again = rules != null && reason.next() == Next.AGAIN && debit.returns() < rules.retries();
        return again ? DebitDates.of(latest(on).plusDays(rules.retryDays()), 0).collectionDate() : null;
    }

    private LocalDate latest(LocalDate on) {
        return on.isBefore(calendar.today()) ? calendar.today() : on;
    }

    private void tell(Presentation presentation, Debit debit, ReturnReason reason, @Nullable LocalDate nextDay) {
        letters.returned(presentation, debit, reason, nextDay);
    }
}
