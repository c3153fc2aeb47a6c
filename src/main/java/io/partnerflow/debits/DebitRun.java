package io.partnerflow.debits;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.NightlyRun;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.pricing.DebitDates;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import org.springframework.transaction.annotation.Transactional;

/** Puts together, once a night, what is to be collected in the next days. */
@ModuleService
class DebitRun implements NightlyRun {

    private final DebitRows debits;
    private final CollectionRows collections;
    private final DebitSettings settings;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    DebitRun(
            DebitRows debits,
            CollectionRows collections,
            DebitSettings settings,
            NumberSeries numbers,
            Workflow workflow,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.debits = debits;
        this.collections = collections;
        this.settings = settings;
        this.numbers = numbers;
        this.workflow = workflow;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Whatever is due and must not be collected is left out first. */
    void leaveOut() {
        var many = debits.leaveOut(until(), calendar.today());
        if (many > 0) {
            audit.record("debits-left-out", calendar.today().toString(), Integer.toString(many));
        }
    }

    /**
     * One collection day in one currency. Taking the number first makes two who do this at once take turns.
     *
     * @return whether there was one, so that there may be more
     */
    boolean prepareNext() {
        var number = numbers.next("DD");
        var earliest = DebitDates.plusTargetDays(calendar.today(), settings.shortestLeadDays());
        var batch = collections.nextBatch(earliest, until());
        batch.ifPresent(one -> prepare(number, one));
        return batch.isPresent();
    }

    private void prepare(String number, CollectionRows.Batch batch) {
        collections.take(number, batch);
        collections.sumUp(number, batch, calendar.now());
        audit.record(
                "debits-prepared",
                number,
                collections.find(number).orElseThrow().controlSum().toString());
        workflow.start(DebitProcess.PREPARED, number);
    }

    private LocalDate until() {
        return DebitDates.plusTargetDays(calendar.today(), settings.leadDays());
    }

    @Override
    public String process() {
        return "debit-run";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasWork() {
        return debits.anyDue(until());
    }
}
