package io.partnerflow.billing;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.NightlyRun;
import io.partnerflow.engine.Workflow;
import io.partnerflow.engine.Workflow.Answers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.PeriodsToInvoice;
import org.springframework.transaction.annotation.Transactional;

/** Starts an invoicing for every period that has begun, in portions. */
@ModuleService
class BillingRun implements NightlyRun {

    private final PeriodsToInvoice periods;
    private final BillingSettings settings;
    private final Workflow workflow;
    private final VendorCalendar calendar;

    BillingRun(PeriodsToInvoice periods, BillingSettings settings, Workflow workflow, VendorCalendar calendar) {
        this.periods = periods;
        this.settings = settings;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /** @return whether more may be due */
    boolean startDueInvoicings() {
        var due = periods.take(calendar.today(), settings.batch());
        due.forEach(period -> workflow.start(
                InvoicingProcess.PERIOD_BEGUN,
                period.subscription(),
                Answers.none().with(InvoicingProcess.CHARGE, period.charge())));
        return !due.isEmpty();
    }

    @Override
    public String process() {
        return "billing-run";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasWork() {
        return periods.anyDue(calendar.today());
    }
}
