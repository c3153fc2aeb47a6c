package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.catalogue.ListPrice;
import io.partnerflow.customers.Customers;
import io.partnerflow.orders.Assortment;
import io.partnerflow.orders.Estimates;
import io.partnerflow.orders.OrderEstimate;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderList;
import io.partnerflow.orders.OrderWarnings;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.pricing.PricedLine;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Lays out the pages of a purchase: the form with the price beside it, and the review. */
@Component
class PurchaseDesk {

    private final Assortment assortment;
    private final Estimates estimates;
    private final OrderWords words;
    private final OrderWarnings warnings;
    private final OrderList orders;
    private final Customers customers;
    private final VendorCalendar calendar;
    private final MessageSource messages;

    PurchaseDesk(
            Assortment assortment,
            Estimates estimates,
            OrderWords words,
            OrderWarnings warnings,
            OrderList orders,
            Customers customers,
            VendorCalendar calendar,
            MessageSource messages) {
        this.assortment = assortment;
        this.estimates = estimates;
        this.words = words;
        this.warnings = warnings;
        this.orders = orders;
        this.customers = customers;
        this.calendar = calendar;
        this.messages = messages;
    }

    /** @param field id of the field it is about; null for none */
    record Problem(@Nullable String field, String message) {}

    /** A product with what was typed for it. */
    record Seats(ListPrice offered, String typed) {

        public String field() {
            return TypedPurchase.QUANTITY + offered.product().code();
        }
    }

    /** A line as the review shows it. */
    record Line(String name, int quantity, OrderEstimate order, int index, String formula) {

        public PricedLine priced() {
            return order.estimate().lines().get(index);
        }
    }

    /**
     * Whether it can be ordered as it was typed.
     *
     * @return the price in short, which changes whenever the price does
     * @throws Invalid naming every answer that cannot be accepted
     */
    String check(Caller caller, UUID customer, TypedPurchase typed) {
        return fingerprint(estimate(caller, customer, typed));
    }

    private OrderEstimate estimate(Caller caller, UUID customer, TypedPurchase typed) {
        return estimates.of(typed.wanted(caller, customer, null), OrderFields.API);
    }

    private static String fingerprint(OrderEstimate order) {
        return order.orderDate() + "/" + order.estimate().contractValue() + "/"
                + order.estimate().invoices().stream()
                        .map(invoice -> invoice.net().toString())
                        .findFirst()
                        .orElse("");
    }

    ModelAndView form(Caller caller, UUID customer, TypedPurchase typed, Locale language) {
        return form(caller, customer, typed, List.of(), HttpStatus.OK, language);
    }

    /** The form again, with what is wrong at its fields. */
    ModelAndView corrected(Caller caller, UUID customer, TypedPurchase typed, Invalid invalid, Locale language) {
        return form(
                caller, customer, typed, problems(typed, invalid, language), HttpStatus.UNPROCESSABLE_ENTITY, language);
    }

    private ModelAndView form(
            Caller caller,
            UUID customer,
            TypedPurchase typed,
            List<Problem> problems,
            HttpStatus status,
            Locale language) {
        var offered = assortment.atOnce(caller.reseller());
        var only = offered.size() == 1 ? offered.get(0).code() : "";
        var filled = typed.orElse(typed.key(), only, calendar.today());
        var policy = offered.stream()
                .filter(one -> one.code().equals(filled.programme()))
                .findFirst();
        var page = page("portal/subscriptions-new", status, caller, customer, filled);
        page.addObject("programmes", offered);
        page.addObject("policy", policy.orElse(null));
        page.addObject("seats", policy.map(known -> seats(known, filled)).orElse(List.of()));
        page.addObject("problems", problems);
        page.addObject("at", at(problems));
        page.addObject("today", calendar.today());
        page.addObject("estimate", priced(caller, customer, filled, language));
        return page;
    }

    private List<Seats> seats(ProgrammePolicy policy, TypedPurchase typed) {
        return assortment.products(policy.code()).stream()
                .map(offered ->
                        new Seats(offered, typed.quantity(offered.product().code())))
                .toList();
    }

    /** The price of what stands in the form; null as long as something it depends on is missing or wrong. */
    private LiveEstimate.@Nullable Shown priced(Caller caller, UUID customer, TypedPurchase typed, Locale language) {
        try {
            var order = estimate(caller, customer, typed);
            return new LiveEstimate.Shown(order, formulas(order, language));
        } catch (Invalid incomplete) {
            return null;
        }
    }

    private List<String> formulas(OrderEstimate order, Locale language) {
        return order.estimate().lines().stream()
                .map(line -> words.formula(line.formula(), language))
                .toList();
    }

    /** @throws Invalid naming every answer that cannot be accepted */
    ModelAndView review(Caller caller, UUID customer, TypedPurchase typed, Locale language) {
        return review(caller, customer, typed, List.of(), HttpStatus.OK, language);
    }

    /** @param asReviewed whether the price is still the one that was shown; if so, the terms were not accepted */
    ModelAndView reviewAgain(Caller caller, UUID customer, TypedPurchase typed, boolean asReviewed, Locale language) {
        var problem = asReviewed
                ? new Problem("termsAccepted", text("portal.purchase.terms-needed", language))
                : new Problem(null, text("portal.purchase.price-changed", language));
        return review(caller, customer, typed, List.of(problem), HttpStatus.UNPROCESSABLE_ENTITY, language);
    }

    /** What the order says no to: on the review if that can still be shown, else on the form. */
    ModelAndView refused(Caller caller, UUID customer, TypedPurchase typed, Invalid invalid, Locale language) {
        var problems = problems(typed, invalid, language);
        try {
            return review(caller, customer, typed, problems, HttpStatus.UNPROCESSABLE_ENTITY, language);
        } catch (Invalid alsoBefore) {
            return corrected(caller, customer, typed, alsoBefore, language);
        }
    }

    private ModelAndView review(
            Caller caller,
            UUID customer,
            TypedPurchase typed,
            List<Problem> problems,
            HttpStatus status,
            Locale language) {
        var order = estimate(caller, customer, typed);
        var policy = assortment.atOnce(caller.reseller()).stream()
                .filter(one -> one.code().equals(typed.programme()))
                .findFirst()
                .orElseThrow(() -> new NotFound("programme", typed.programme()));
        var page = page("portal/subscriptions-review", status, caller, customer, typed);
        page.addObject("policy", policy);
        page.addObject("order", order);
        page.addObject("lines", lines(order, language));
        page.addObject("warnings", warnings.of(order, language));
        page.addObject("reviewed", fingerprint(order));
        page.addObject("problems", problems);
        page.addObject("at", at(problems));
        page.addObject("today", calendar.today());
        page.addObject("resellerName", words.name(caller.reseller()));
        page.addObject("earlier", orderedToday(caller, customer));
        page.addObject("change", typed.address("/customers/" + customer + "/subscriptions/new"));
        return page;
    }

    private List<Line> lines(OrderEstimate order, Locale language) {
        var formulas = formulas(order, language);
        return IntStream.range(0, order.products().size())
                .mapToObj(index -> new Line(
                        words.product(order.products().get(index)),
                        order.estimate().lines().get(index).request().quantity(),
                        order,
                        index,
                        formulas.get(index)))
                .toList();
    }

    /** Numbers of what was ordered for the customer today: perhaps this is meant to be the same. */
    private List<String> orderedToday(Caller caller, UUID customer) {
        return orders.ofCustomer(caller.reseller(), customer).stream()
                .filter(order -> calendar.dateOf(order.startedAt()).equals(calendar.today()))
                .map(order -> order.number())
                .limit(3)
                .toList();
    }

    private ModelAndView page(String view, HttpStatus status, Caller caller, UUID customer, TypedPurchase typed) {
        var page = new ModelAndView(view, status);
        page.addObject("customer", customers.get(caller.reseller(), customer));
        page.addObject("typed", typed);
        return page;
    }

    private List<Problem> problems(TypedPurchase typed, Invalid invalid, Locale language) {
        var problems = new ArrayList<Problem>();
        invalid.fields().forEach(bad -> {
            var field = typed.fieldOf(bad.field());
            var message = messages.getMessage(bad.text(), bad.args().toArray(), language);
            problems.add(new Problem(field.isEmpty() ? null : idOf(field), message));
        });
        return problems;
    }

    /** The id of the element to go to; no product ordered at all is said at the first of them. */
    private static String idOf(String field) {
        return field.equals("lines") ? "quantities" : field;
    }

    private static LinkedHashMap<String, String> at(List<Problem> problems) {
        var at = new LinkedHashMap<String, String>();
        problems.stream().filter(one -> one.field() != null).forEach(one -> at.putIfAbsent(one.field(), one.message()));
        return at;
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
