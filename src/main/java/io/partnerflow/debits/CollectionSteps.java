package io.partnerflow.debits;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.debits.DebitCollection.Status;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.mandates.Creditor;
import io.partnerflow.pricing.DebitDates;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

/** What becomes of a collection. Every step finds what it has done before and does it once. */
@ModuleService
class CollectionSteps {

    private final CollectionRows rows;
    private final CollectedMoney money;
    private final Creditor creditor;
    private final DebitSettings settings;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    CollectionSteps(
            CollectionRows rows,
            CollectedMoney money,
            Creditor creditor,
            DebitSettings settings,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.money = money;
        this.creditor = creditor;
        this.settings = settings;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Notes who decided, in the transaction of the decision. */
    @EventListener(condition = "#completed.task().startsWith('debit-collection.')")
    public void decided(TaskCompleted completed) {
        rows.decidedBy(completed.businessKey(), completed.by());
        audit.record("debits-decided", completed.businessKey(), completed.by());
    }

    /** The file for the bank; a collection that has waited too long takes place on the first day the bank takes it for. */
    void release(String number) {
        if (rows.move(number, Status.PREPARED, Status.RELEASED, null, null)) {
            var earliest = DebitDates.plusTargetDays(calendar.today(), settings.shortestLeadDays());
            if (run(number).collectionDay().isBefore(earliest)) {
                rows.collectOn(number, earliest);
            }
            var collection = run(number);
            var created = LocalDateTime.ofInstant(calendar.now(), calendar.zone());
            rows.keepFile(
                    number, DebitFile.of(collection, rows.presentations(number), creditor, created), calendar.now());
            audit.record("debits-released", number, collection.controlSum().toString());
        }
    }

    /** The bank has credited it: the invoices are paid. */
    void collected(String number) {
        if (rows.move(number, Status.RELEASED, Status.COLLECTED, calendar.now(), null)) {
            var collection = run(number);
            rows.collected(number);
            money.book(collection);
            audit.record("debits-collected", number, collection.controlSum().toString());
        }
    }

    /**
     * Nothing was collected: its debits wait for another file.
     *
     * @param from the day from which on, as the desk typed it; null or unreadable for as soon as can be
     */
    void giveBack(String number, @Nullable String from, @Nullable String whyPostponed, @Nullable String whyRefused) {
        var postponed = rows.move(number, Status.PREPARED, Status.POSTPONED, calendar.now(), whyPostponed);
        var refused = rows.move(number, Status.RELEASED, Status.REFUSED, calendar.now(), whyRefused);
        if (postponed || refused) {
            rows.giveBack(number, DebitDates.of(day(from), 0).collectionDate());
            audit.record(
                    postponed ? "debits-postponed" : "debits-refused", number, postponed ? whyPostponed : whyRefused);
        }
    }

    private LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? calendar.today() : LocalDate.parse(typed);
        } catch (DateTimeParseException unreadable) {
            return calendar.today();
        }
    }

    private DebitCollection run(String number) {
        return rows.find(number).orElseThrow();
    }
}
