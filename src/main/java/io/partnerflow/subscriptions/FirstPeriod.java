package io.partnerflow.subscriptions;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.Orders;
import io.partnerflow.programmes.ProgrammePolicy.BackdatedBilling;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;

/**
 * Activates an order's subscription and takes the periods that have begun, so that the order invoices them. One that
 * begins in the future is left to the billing run of that day (C-09).
 */
@ModuleService
class FirstPeriod {

    private final Activation activation;
    private final PeriodsToInvoice periods;
    private final Orders orders;
    private final Programmes programmes;
    private final VendorCalendar calendar;

    FirstPeriod(
            Activation activation,
            PeriodsToInvoice periods,
            Orders orders,
            Programmes programmes,
            VendorCalendar calendar) {
        this.activation = activation;
        this.periods = periods;
        this.orders = orders;
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
        var begun = begunBy(subscription, calendar.today());
        periods.takeFirst(subscription.number(), begun);
        var paid = Math.min(begun, paidElsewhere(subscription));
        return new Begun(
                subscription.number(),
                new DuePeriods(
                                subscription.number(),
                                subscription.startDate().plusMonths((long) paid * subscription.rhythmMonths()),
                                Math.max(1, begun - paid))
                        .charge(),
                begun > paid);
    }

    /** How many of its periods have begun by that day. */
    private static int begunBy(SubscriptionView subscription, LocalDate day) {
        var count = 0;
        while (!subscription
                .startDate()
                .plusMonths((long) count * subscription.rhythmMonths())
                .isAfter(day)) {
            count++;
        }
        return count;
    }

    /** How many periods count as paid, because they had begun before the order (AA-9). */
    private int paidElsewhere(SubscriptionView subscription) {
        var policy = programmes.get(subscription.programme(), subscription.policyVersion());
        var ordered =
                calendar.dateOf(orders.get(subscription.orderNumber()).terms().at());
        return policy.limits().backdatedBilling() == BackdatedBilling.ASSUME_PAID
                ? begunBy(subscription, ordered.minusDays(1))
                : 0;
    }
}
