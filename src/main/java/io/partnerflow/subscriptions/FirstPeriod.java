package io.partnerflow.subscriptions;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.programmes.ProgrammePolicy.BackdatedBilling;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;

/**
 * Activates an order's subscription and takes the periods that have begun, so that the order invoices them. One that
 * begins in the future is left to the billing run of that day (C-09).
 */
@ModuleService
class FirstPeriod {

    private final Activation activation;
    private final PeriodsToInvoice periods;
    private final Programmes programmes;
    private final VendorCalendar calendar;

    FirstPeriod(Activation activation, PeriodsToInvoice periods, Programmes programmes, VendorCalendar calendar) {
        this.activation = activation;
        this.periods = periods;
        this.programmes = programmes;
        this.calendar = calendar;
    }

    /**
     * @param charge what the first invoice is for
     * @param begun whether the first period has begun, and so is the order's to invoice
     */
    record Begun(String subscription, String charge, boolean begun) {}

    Begun begin(String orderNumber) {
        var subscription = activation.activate(orderNumber);
        var begun = begun(subscription);
        periods.takeFirst(subscription.number(), begun);
        return new Begun(
                subscription.number(),
                new DuePeriods(subscription.number(), subscription.startDate(), Math.max(1, begun)).charge(),
                begun > 0 && owed(subscription));
    }

    /** How many of its periods have begun by today. */
    private int begun(SubscriptionView subscription) {
        var today = calendar.today();
        var count = 0;
        while (!subscription
                .startDate()
                .plusMonths((long) count * subscription.rhythmMonths())
                .isAfter(today)) {
            count++;
        }
        return count;
    }

    /** Whether what has begun was not paid elsewhere (AA-9). */
    private boolean owed(SubscriptionView subscription) {
        var policy = programmes.get(subscription.programme(), subscription.policyVersion());
        return policy.limits().backdatedBilling() == BackdatedBilling.CATCH_UP
                || subscription.startDate().equals(calendar.today());
    }
}
