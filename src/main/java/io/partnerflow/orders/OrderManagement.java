package io.partnerflow.orders;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** What a reseller can do with orders. The caller has made sure that the user may order for the reseller. */
@ModuleService
public class OrderManagement {

    private static final int LONGEST_REASON = 2000;

    private final CustomerOrders orders;
    private final WantedOrderCheck check;
    private final OrderDesk desk;
    private final Milestones milestones;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;

    OrderManagement(
            CustomerOrders orders,
            WantedOrderCheck check,
            OrderDesk desk,
            Milestones milestones,
            Workflow workflow,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.check = check;
        this.desk = desk;
        this.milestones = milestones;
        this.workflow = workflow;
        this.events = events;
    }

    /**
     * Begins an order: the agreement goes out at once, the order form may follow (PA-4).
     *
     * @return the order's number
     * @throws Invalid naming every bad field
     * @throws Conflict if an order for the customer or the trial is open
     */
    public String start(WantedOrder wanted, OrderFields fields) {
        return desk.open(wanted, check.forStart(wanted, fields)).number();
    }

    /**
     * Begins an order and takes its form in one go, as one transaction.
     *
     * @return the order's number
     */
    public String place(WantedOrder wanted, OrderFields fields) {
        var checked = check.forPlacing(wanted, fields);
        var order = desk.open(wanted, checked);
        goOn(desk.take(order, checked, wanted));
        return order.number();
    }

    /**
     * Takes the order form: what is ordered, from when, at the price of today, under which terms.
     *
     * @param wanted its programme, customer and trial are the order's own
     * @throws NotFound if there is no such order, or it is another reseller's
     * @throws Invalid naming every bad field
     * @throws Conflict if the form has come in before, or the order has ended
     */
    public void register(String number, WantedOrder wanted, OrderFields fields) {
        var order = of(wanted.reseller(), number);
        goOn(desk.take(order, check.forRegistration(wanted, fields), wanted));
    }

    void goOn(CustomerOrder order) {
        workflow.correlate(OrderProcess.ORDER_REGISTERED, order.number());
        events.publishEvent(new OrderRegistered(order.number()));
    }

    /**
     * Gives an order up. Whatever it has brought about is undone, and everybody who knew of it is told.
     *
     * @param reason for the vendor and the records, 1 to 2,000 characters
     * @throws Conflict if it has been invoiced, or has ended
     */
    public void cancel(UUID reseller, String number, String reason) {
        var order = of(reseller, number);
        var problems = new Invalid.Collector();
        var why = Typed.optionalText("reason", reason, LONGEST_REASON, problems);
        if (why == null && problems.isEmpty()) {
            problems.reject("reason", "required", null);
        }
        problems.throwIfAny();
        order.cancel(why);
        orders.saveAndFlush(order);
        milestones.reach(number, Milestone.CANCELLATION_REQUESTED);
        workflow.correlate(OrderProcess.ORDER_CANCELLED, number);
    }

    private CustomerOrder of(UUID reseller, String number) {
        return orders.findByNumber(number)
                .filter(order -> order.reseller().equals(reseller))
                .orElseThrow(() -> new NotFound("order", number));
    }
}
