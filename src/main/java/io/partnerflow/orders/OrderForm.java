package io.partnerflow.orders;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Option;
import io.partnerflow.intake.Receipt;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The order form of a started order: what exactly, from when, under which terms. */
@Component
class OrderForm implements FormHandler {

    private final OrderManagement management;
    private final Orders orders;
    private final OrderChoices choices;
    private final Programmes programmes;
    private final OrderWords words;
    private final CurrentCaller callers;
    private final VendorCalendar calendar;

    OrderForm(
            OrderManagement management,
            Orders orders,
            OrderChoices choices,
            Programmes programmes,
            OrderWords words,
            CurrentCaller callers,
            VendorCalendar calendar) {
        this.management = management;
        this.orders = orders;
        this.choices = choices;
        this.programmes = programmes;
        this.words = words;
        this.callers = callers;
        this.calendar = calendar;
    }

    @Override
    public String form() {
        return "order";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        var order = own(context);
        if (order.status() != OrderStatus.STARTED) {
            throw new Conflict("order-not-awaiting-form", order.number());
        }
        var start = new HashMap<String, Object>();
        start.put("orderNumber", order.number());
        start.put("customer", words.name(order.customer()));
        start.put("product", order.lines().get(0).product());
        start.put("quantity", order.lines().get(0).quantity());
        start.put("termMonths", String.valueOf(order.termMonths()));
        start.put("startDate", calendar.today());
        start.put("termsVersion", programmes.get(order.programme()).termsVersion());
        start.put("termsUrl", "/terms/" + order.programme());
        return start;
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        var programme = List.of(programmes.get(own(context).programme()));
        return Map.of(
                "products", choices.products(programme, context.language()),
                "terms", choices.terms(programme, context.language()));
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        var order = own(context);
        management.register(order.number(), wanted(order, answers), OrderFields.FORM);
        return new Receipt(order.number(), "/orders/" + order.number(), "order.registered");
    }

    private OrderView own(FormContext context) {
        return orders.get(callers.require().mustBeAbleToOrder().reseller(), context.about());
    }

    private WantedOrder wanted(OrderView order, Map<String, Object> answers) {
        var accepted = Boolean.TRUE.equals(answers.get("termsAccepted"));
        return new WantedOrder(
                order.reseller(),
                order.programme(),
                order.customer(),
                order.trialNumber(),
                List.of(new WantedOrder.Line((String) answers.get("product"), (Integer) answers.get("quantity"))),
                Integer.valueOf((String) answers.get("termMonths")),
                (LocalDate) answers.get("startDate"),
                (String) answers.get("poReference"),
                null,
                null,
                accepted ? programmes.get(order.programme()).termsVersion() : null,
                callers.require().email());
    }
}
