package io.partnerflow.originals;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** What the steps of {@code processes/original-agreement.bpmn} do. */
@ModuleService
class OriginalSteps {

    private final OriginalAgreements originals;
    private final Orders orders;
    private final Programmes programmes;
    private final OriginalLetters letters;
    private final AuditTrail audit;
    private final VendorCalendar calendar;

    OriginalSteps(
            OriginalAgreements originals,
            Orders orders,
            Programmes programmes,
            OriginalLetters letters,
            AuditTrail audit,
            VendorCalendar calendar) {
        this.originals = originals;
        this.orders = orders;
        this.programmes = programmes;
        this.letters = letters;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** When what happens next. */
    record Moments(Instant reminder, Instant deadline) {}

    Moments ask(String number) {
        var order = orders.get(number);
        var original = originals.about(number);
        original.ask(calendar.now(), after(calendar.now(), rules(order).dueDays()));
        originals.saveAndFlush(original);
        letters.asked(order, original.view());
        return moments(order, original.view());
    }

    Moments remind(String number) {
        var order = orders.get(number);
        var original = originals.about(number);
        original.remind();
        originals.saveAndFlush(original);
        letters.reminder(order, original.view());
        return moments(order, original.view());
    }

    /** After the last reminder the next one lies behind the deadline, which ends the wait before it. */
    private Moments moments(OrderView order, OriginalView original) {
        var days = rules(order).reminderDays();
        var reminder = original.reminders() < days.size()
                ? after(original.askedAt(), days.get(original.reminders()))
                : after(original.dueAt(), 1);
        return new Moments(reminder, original.dueAt());
    }

    private ProgrammePolicy.Original rules(OrderView order) {
        return Objects.requireNonNull(programmes
                .get(order.programme(), order.policyVersion())
                .agreement()
                .original());
    }

    private static Instant after(Instant moment, int days) {
        return moment.plus(Duration.ofDays(days));
    }

    /** @param on the day it arrived; a day to come counts as today */
    void receive(String number, LocalDate on) {
        var original = originals.about(number);
        var day = on.isAfter(calendar.today()) ? calendar.today() : on;
        original.receive(day, null);
        originals.saveAndFlush(original);
        audit.record("original-received", number, day.toString());
    }

    void waive(String number, String reason) {
        var original = originals.about(number);
        original.waive(reason);
        originals.saveAndFlush(original);
        audit.record("original-waived", number, reason);
    }
}
