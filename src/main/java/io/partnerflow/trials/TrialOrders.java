package io.partnerflow.trials;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import org.springframework.transaction.annotation.Transactional;

/** What orders do with trials; authorised where the order is. */
@ModuleService
public class TrialOrders {

    private final Trials trials;
    private final Workflow workflow;
    private final VendorCalendar calendar;

    TrialOrders(Trials trials, Workflow workflow, VendorCalendar calendar) {
        this.trials = trials;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public TrialView get(String number) {
        return trials.get(number).view();
    }

    /**
     * From now on the order is the only one that may convert the trial. A second time changes nothing.
     *
     * @throws Conflict {@code trial-has-order} if another order is under way, {@code trial-starting} or {@code
     *     trial-purged} if there is nothing to order yet or any more
     */
    public void orderStarted(String number, String order) {
        var trial = trials.get(number);
        trial.orderStarted(order);
        trials.saveAndFlush(trial);
    }

    /** The order was rejected, cancelled or has lapsed: another one may be started. A second time changes nothing. */
    public void orderEnded(String number, String order) {
        var trial = trials.get(number);
        trial.orderEnded(order);
        trials.saveAndFlush(trial);
    }

    /**
     * The account is the order's from now on, with everything in it; the trial's own process ends. A second time changes
     * nothing.
     *
     * @throws Workflow.NobodyWaits if the trial is just being deactivated: try again in a moment
     */
    public void converted(String number, String order) {
        var trial = trials.get(number);
        var open = trial.status().isOpen();
        trial.convert(order, calendar.now());
        trials.saveAndFlush(trial);
        if (open && !isAboutToBePurged(trial)) {
            workflow.correlate(TrialProcess.TRIAL_CONVERTED, number);
        }
    }

    /** Its process has left the wait and stands before the purge, which the order has held up until now. */
    private boolean isAboutToBePurged(Trial trial) {
        return !calendar.today().isBefore(trial.dates().purgeOn())
                && !workflow.waitsFor(TrialProcess.TRIAL_CONVERTED, trial.view().number());
    }
}
