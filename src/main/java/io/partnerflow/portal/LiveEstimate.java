package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.intake.FormView;
import io.partnerflow.orders.Estimates;
import io.partnerflow.orders.OrderEstimate;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The price of what stands in an order form, as far as it can be said already. */
@Component
class LiveEstimate {

    private final Estimates estimates;
    private final Orders orders;
    private final OrderWords words;
    private final VendorCalendar calendar;

    LiveEstimate(Estimates estimates, Orders orders, OrderWords words, VendorCalendar calendar) {
        this.estimates = estimates;
        this.orders = orders;
        this.words = words;
        this.calendar = calendar;
    }

    /** @param formulas how each line's amount came about, in words */
    record Shown(OrderEstimate order, List<String> formulas) {}

    /** @return null as long as something it depends on is missing or wrong */
    @Nullable
    Shown of(ModelAndView page, Caller caller, String order, Locale language) {
        var typed = typed((FormView) page.getModel().get("view"));
        try {
            var estimate = estimates.of(wanted(typed, caller, order), OrderFields.FORM);
            return new Shown(
                    estimate,
                    estimate.estimate().lines().stream()
                            .map(line -> words.formula(line.formula(), language))
                            .toList());
        } catch (Invalid | NumberFormatException | DateTimeParseException incomplete) {
            return null;
        }
    }

    private WantedOrder wanted(Map<String, String> typed, Caller caller, String order) {
        var programme = order.isEmpty()
                ? typed.get("programme")
                : orders.get(caller.reseller(), order).programme();
        var day = typed.getOrDefault("startDate", "");
        return new WantedOrder(
                caller.reseller(),
                programme,
                null,
                null,
                List.of(new WantedOrder.Line(
                        typed.get("product"), Integer.valueOf(typed.getOrDefault("quantity", "")))),
                Integer.valueOf(typed.getOrDefault("termMonths", "")),
                day.isEmpty() ? calendar.today() : LocalDate.parse(day),
                null,
                null,
                null,
                null,
                caller.email());
    }

    /** What stands in the fields, chosen or typed. */
    private static Map<String, String> typed(FormView view) {
        return all(view.parts())
                .filter(part -> part.of().type().asks())
                .collect(Collectors.toMap(part -> part.of().key(), LiveEstimate::value, (first, second) -> first));
    }

    private static String value(FormView.Part part) {
        return part.choices().stream()
                .filter(FormView.Choice::chosen)
                .map(FormView.Choice::value)
                .findFirst()
                .orElse(part.typed().strip());
    }

    private static Stream<FormView.Part> all(List<FormView.Part> parts) {
        return parts.stream().flatMap(part -> Stream.concat(Stream.of(part), all(part.parts())));
    }
}
