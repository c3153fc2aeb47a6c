package io.partnerflow.dunning;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.NightlyRun;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.payments.PayerCredits;
import org.springframework.transaction.annotation.Transactional;

/** Finds what is late, once a night, and begins a dunning for each, in portions. */
@ModuleService
class DunningRun implements NightlyRun {

    private final DunningRows rows;
    private final Dunnings dunnings;
    private final DunningSettings settings;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final PayerCredits credits;

    DunningRun(
            DunningRows rows,
            Dunnings dunnings,
            DunningSettings settings,
            NumberSeries numbers,
            Workflow workflow,
            PayerCredits credits) {
        this.rows = rows;
        this.dunnings = dunnings;
        this.settings = settings;
        this.numbers = numbers;
        this.workflow = workflow;
        this.credits = credits;
    }

    /** Ends what is settled and writes down what is late and was not before. */
    void findLate() {
        rows.forgetSettled();
        dunnings.endSettled();
        rows.find();
    }

    /** @return whether more may be due */
    boolean startDue() {
        var due = rows.due(settings.batch());
        for (var id : due) {
            var number = numbers.next("DU");
            rows.begin(id, number);
            workflow.start(DunningProcess.INVOICE_OVERDUE, number);
        }
        return !due.isEmpty();
    }

    @Override
    public String process() {
        return "dunning-run";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasWork() {
        return rows.anyLateOrRunning() || credits.any();
    }
}
