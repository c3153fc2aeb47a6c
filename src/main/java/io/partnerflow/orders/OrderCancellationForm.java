package io.partnerflow.orders;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Receipt;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives an order up while it is under way. */
@Component
class OrderCancellationForm implements FormHandler {

    private final OrderManagement management;
    private final Orders orders;
    private final OrderWords words;
    private final CurrentCaller callers;

    OrderCancellationForm(OrderManagement management, Orders orders, OrderWords words, CurrentCaller callers) {
        this.management = management;
        this.orders = orders;
        this.words = words;
        this.callers = callers;
    }

    @Override
    public String form() {
        return "order-cancellation";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        var order = orders.get(callers.require().mustBeAbleToOrder().reseller(), context.about());
        return Map.of("orderNumber", order.number(), "customer", words.name(order.customer()));
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        var reseller = callers.require().mustBeAbleToOrder().reseller();
        management.cancel(reseller, context.about(), (String) answers.get("reason"));
        return new Receipt(context.about(), "/orders/" + context.about(), "order.cancelling");
    }
}
