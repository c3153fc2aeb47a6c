package io.partnerflow.dunning;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.billing.InvoiceCredited;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.parties.OrderBlocks;
import io.partnerflow.payments.InvoicesSettled;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/** What is done about late payers, step by step. */
@ModuleService
public class Dunnings {

    private static final int LONGEST_NOTE = 2000;

    private final DunningRows rows;
    private final DunningLetters letters;
    private final OrderBlocks blocks;
    private final DunningSettings settings;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    Dunnings(
            DunningRows rows,
            DunningLetters letters,
            OrderBlocks blocks,
            DunningSettings settings,
            Workflow workflow,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.letters = letters;
        this.blocks = blocks;
        this.settings = settings;
        this.workflow = workflow;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Those that have not ended, the next to be blocked first. */
    @Transactional(readOnly = true)
    public List<DunningView> running(int most) {
        return rows.running(most);
    }

    @Transactional(readOnly = true)
    public List<DunningView> runningOf(UUID payer) {
        return rows.runningOf(payer);
    }

    /** How far the dunning of one of the payer's invoices is; empty if it is not dunned. */
    @Transactional(readOnly = true)
    public Optional<DunningView> runningOf(UUID payer, String invoice) {
        return rows.runningOf(payer).stream()
                .filter(one -> one.invoice().equals(invoice))
                .findFirst();
    }

    /** The same answer however often it is asked; the letter goes out once. */
    DunningView remind(String number) {
        return written(number, "payment-reminder");
    }

    DunningView remindAgain(String number) {
        return written(number, "payment-reminder-second");
    }

    private DunningView written(String number, String letter) {
        var dunning = rows.get(number);
        letters.write(letter, dunning);
        return dunning;
    }

    /** The payer can order nothing new. @return when the desk is asked again if nothing changes */
    LocalDate block(String number) {
        var dunning = rows.get(number);
        blocks.block(dunning.payer(), dunning.invoice());
        rows.blocked(number);
        letters.write("payment-orders-blocked", dunning);
        audit.record("dunning-blocked", number, dunning.invoice());
        return calendar.today().plusDays(settings.askAgainDays());
    }

    /**
     * Opens orders again for a while.
     *
     * @param until last day of it; further away than may be granted counts as the furthest that may
     * @return the day after it
     */
    LocalDate grant(String number, LocalDate until, @Nullable String note) {
        var dunning = rows.get(number);
        var furthest = calendar.today().plusDays(settings.mostGrantedDays());
        var last = until.isAfter(furthest) ? furthest : until;
        blocks.lift(dunning.payer(), dunning.invoice());
        rows.granted(number, last, note);
        audit.record("dunning-time-granted", number, "until %s".formatted(last));
        return last.plusDays(1);
    }

    /**
     * Moves the steps that are still to come, before the payer is blocked.
     *
     * @param until the next step comes after this day at the earliest
     * @throws NotFound if there is no such dunning
     * @throws Invalid if that day is not in the future, or further away than may be granted
     * @throws Conflict {@code dunning-not-postponable} if the payer is blocked already, or nothing is open any more
     */
    public void postpone(String number, LocalDate until, String note) {
        var dunning = rows.get(number);
        var earliest = calendar.today().plusDays(1);
        var furthest = calendar.today().plusDays(settings.mostGrantedDays());
        if (until.isBefore(earliest) || until.isAfter(furthest)) {
            throw Invalid.field("until", "dunning-until", null, earliest.toString(), furthest.toString());
        }
        if (note.length() > LONGEST_NOTE) {
            throw Invalid.field("note", "too-long", null, LONGEST_NOTE);
        }
        if (!workflow.waitsFor(DunningProcess.POSTPONED, number)) {
            throw new Conflict("dunning-not-postponable", number);
        }
        var next =
                dunning.secondReminderOn().isAfter(calendar.today()) ? dunning.secondReminderOn() : dunning.blockOn();
        var days = Math.max(0, (int) ChronoUnit.DAYS.between(next, until.plusDays(1)));
        rows.postponed(number, days, until, note);
        audit.record("dunning-postponed", number, "until %s: %s".formatted(until, note));
        workflow.correlate(DunningProcess.POSTPONED, number);
    }

    /** Steps as they stand now. */
    DunningView get(String number) {
        return rows.get(number);
    }

    /** Ends it: nothing is open any more. */
    void close(String number) {
        var dunning = rows.get(number);
        blocks.lift(dunning.payer(), dunning.invoice());
        rows.close(number);
        audit.record("dunning-closed", number, dunning.invoice());
    }

    @EventListener
    void settled(InvoicesSettled settled) {
        rows.settled(settled.invoices()).forEach(this::end);
    }

    /** A credit note can leave nothing to pay, and then nothing to dun for. */
    @EventListener
    void credited(InvoiceCredited credited) {
        rows.settled(Set.of(credited.invoice())).forEach(this::end);
    }

    /** Whatever was settled while its dunning could not be told. */
    void endSettled() {
        rows.settled().forEach(this::end);
    }

    private void end(DunningView dunning) {
        workflow.correlate(DunningProcess.INVOICE_SETTLED, dunning.number());
    }
}
