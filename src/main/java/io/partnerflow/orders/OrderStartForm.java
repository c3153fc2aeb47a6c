package io.partnerflow.orders;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Option;
import io.partnerflow.intake.Receipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The form that begins an order; about a customer if it was opened from one. */
@Component
class OrderStartForm implements FormHandler {

    private final OrderManagement orders;
    private final OrderChoices choices;
    private final CurrentCaller callers;

    OrderStartForm(OrderManagement orders, OrderChoices choices, CurrentCaller callers) {
        this.orders = orders;
        this.choices = choices;
        this.callers = callers;
    }

    @Override
    public String form() {
        return "order-start";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        var reseller = callers.require().mustBeAbleToOrder().reseller();
        var start = new HashMap<String, Object>();
        start.put("quantity", 1);
        onlyOne(start, "programme", choices.programmeOptions(reseller, context.language()));
        onlyOne(start, "product", choices.products(choices.programmes(reseller), context.language()));
        onlyOne(start, "termMonths", choices.terms(choices.programmes(reseller), context.language()));
        if (!context.about().isEmpty()) {
            choices.requireNoOpenOrder(reseller, context.about());
            start.put("customer", context.about());
        }
        return start;
    }

    private static void onlyOne(Map<String, Object> start, String field, List<Option> options) {
        if (options.size() == 1) {
            start.put(field, options.get(0).value());
        }
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        var reseller = callers.require().reseller();
        var programmes = choices.programmes(reseller);
        return Map.of(
                "programmes", choices.programmeOptions(reseller, context.language()),
                "orderableCustomers", choices.customers(reseller),
                "products", choices.products(programmes, context.language()),
                "terms", choices.terms(programmes, context.language()));
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        var caller = callers.require().mustBeAbleToOrder();
        var wanted = new WantedOrder(
                caller.reseller(),
                (String) answers.get("programme"),
                UUID.fromString((String) answers.get("customer")),
                null,
                List.of(new WantedOrder.Line((String) answers.get("product"), (Integer) answers.get("quantity"))),
                Integer.valueOf((String) answers.get("termMonths")),
                null,
                null,
                (String) answers.get("signatoryName"),
                (String) answers.get("signatoryEmail"),
                null,
                caller.email());
        var number = orders.start(wanted, OrderFields.FORM);
        return new Receipt(number, "/orders/" + number, "order.started");
    }
}
