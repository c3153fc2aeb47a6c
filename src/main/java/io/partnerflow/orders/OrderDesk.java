package io.partnerflow.orders;

import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Opens orders and takes their forms in, each with the process about it. */
@Component
class OrderDesk {

    private final CustomerOrders orders;
    private final OpenOrders open;
    private final OrderedTrials trials;
    private final Estimates estimates;
    private final OrderRecords records;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final Programmes programmes;

    OrderDesk(
            CustomerOrders orders,
            OpenOrders open,
            OrderedTrials trials,
            Estimates estimates,
            OrderRecords records,
            NumberSeries numbers,
            Workflow workflow,
            VendorCalendar calendar,
            Programmes programmes) {
        this.orders = orders;
        this.open = open;
        this.trials = trials;
        this.estimates = estimates;
        this.records = records;
        this.numbers = numbers;
        this.workflow = workflow;
        this.calendar = calendar;
        this.programmes = programmes;
    }

    CustomerOrder open(WantedOrder wanted, CheckedOrder checked) {
        var order = write(wanted, checked);
        begin(order.view());
        return order;
    }

    /** The order alone; {@link #begin} has to follow. */
    CustomerOrder write(WantedOrder wanted, CheckedOrder checked) {
        var trial = trials.toConvert(wanted);
        open.requireNone(wanted.customer(), checked.policy().code());
        var now = calendar.now();
        var number = numbers.next("OR");
        var deadline = after(now, checked.policy().deadlines().orderFormDays());
        var order = orders.saveAndFlush(CustomerOrder.start(number, start(wanted, checked, trial, deadline), now));
        trials.started(trial, number);
        records.started(order.view());
        return order;
    }

    void begin(OrderView order) {
        workflow.start(OrderProcess.ORDER_STARTED, order.number(), answers(order));
    }

    CustomerOrder take(CustomerOrder order, CheckedOrder checked, WantedOrder wanted) {
        var estimate = estimates.of(checked);
        var terms = new OrderView.AcceptedTerms(wanted.acceptedTerms(), accepter(wanted, checked), calendar.now());
        var form = Registration.of(
                checked.startDate(), checked.poReference(), terms, estimate.price(), records.frozen(estimate));
        order.register(checked.lines(), checked.term().months(), form);
        orders.saveAndFlush(order);
        records.registered(order.view());
        return order;
    }

    /** The terms of an order that comes from an offer are accepted by the customer on its link, not by who made the offer. */
    private static String accepter(WantedOrder wanted, CheckedOrder checked) {
        var signatory = checked.signatory();
        return wanted.offer() == null || signatory == null
                ? wanted.orderedBy()
                : signatory.email().toString();
    }

    private static OrderStart start(WantedOrder wanted, CheckedOrder checked, String trial, Instant deadline) {
        return new OrderStart(
                checked.policy(),
                wanted.reseller(),
                wanted.customer(),
                trial,
                checked.lines(),
                checked.term().months(),
                checked.signatory(),
                wanted.orderedBy(),
                deadline,
                wanted.offer());
    }

    private Workflow.Answers answers(OrderView order) {
        var policy = programmes.get(order.programme(), order.policyVersion());
        return Workflow.Answers.none()
                .with(OrderProcess.AGREEMENT_REQUIRED, policy.needsSignedAgreement())
                .with(
                        OrderProcess.FORM_REMINDER_AT,
                        after(order.startedAt(), policy.deadlines().orderFormReminderDays()))
                .with(OrderProcess.FORM_DEADLINE, order.formDeadline());
    }

    private static Instant after(Instant now, int days) {
        return now.plus(Duration.ofDays(days));
    }
}
