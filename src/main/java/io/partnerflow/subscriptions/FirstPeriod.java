package io.partnerflow.subscriptions;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.PeriodsToInvoice.DuePeriod;

/**
 * Activates an order's subscription and takes its first period, so that the order invoices it. One that begins in the
 * future is left to the billing run of that day (C-09).
 */
@ModuleService
class FirstPeriod {

    private final Activation activation;
    private final PeriodsToInvoice periods;
    private final VendorCalendar calendar;

    FirstPeriod(Activation activation, PeriodsToInvoice periods, VendorCalendar calendar) {
        this.activation = activation;
        this.periods = periods;
        this.calendar = calendar;
    }

    /**
     * @param charge what the first invoice is for
     * @param begun whether the first period has begun, and so is the order's to invoice
     */
    record Begun(String subscription, String charge, boolean begun) {}

    Begun begin(String orderNumber) {
        var subscription = activation.activate(orderNumber);
        periods.takeFirst(subscription.number(), calendar.today());
        return new Begun(
                subscription.number(),
                new DuePeriod(subscription.number(), subscription.startDate()).charge(),
                !subscription.startDate().isAfter(calendar.today()));
    }
}
