package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.customers.Customers;
import io.partnerflow.orders.Assortment;
import io.partnerflow.orders.OrderEstimate;
import io.partnerflow.orders.OrderList;
import io.partnerflow.orders.OrderRow;
import io.partnerflow.orders.OrderWarnings;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.pricing.PricedLine;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The second page of a purchase: everything it means (AA-14), before anything has happened. */
@Component
class PurchaseReview {

    private final Assortment assortment;
    private final PurchasePrice price;
    private final PageProblems problems;
    private final Customers customers;
    private final OrderList orders;
    private final OrderWords words;
    private final OrderWarnings warnings;
    private final VendorCalendar calendar;

    PurchaseReview(
            Assortment assortment,
            PurchasePrice price,
            PageProblems problems,
            Customers customers,
            OrderList orders,
            OrderWords words,
            OrderWarnings warnings,
            VendorCalendar calendar) {
        this.assortment = assortment;
        this.price = price;
        this.problems = problems;
        this.customers = customers;
        this.orders = orders;
        this.words = words;
        this.warnings = warnings;
        this.calendar = calendar;
    }

    /** A line of what is bought. */
    record Line(String name, PricedLine priced, String formula) {}

    /** @throws Invalid naming every answer that cannot be accepted */
    ModelAndView of(Caller caller, UUID customer, TypedPurchase typed, Locale language) {
        return of(caller, customer, typed, List.of(), HttpStatus.OK, language);
    }

    /** @param asReviewed whether the price is still the one that was shown; if so, the terms were not accepted */
    ModelAndView again(Caller caller, UUID customer, TypedPurchase typed, boolean asReviewed, Locale language) {
        var problem = asReviewed
                ? problems.problem("termsAccepted", "portal.purchase.terms-needed", language)
                : problems.problem("", "portal.purchase.price-changed", language);
        return of(caller, customer, typed, List.of(problem), HttpStatus.UNPROCESSABLE_ENTITY, language);
    }

    /**
     * With what the order says no to.
     *
     * @throws Invalid if it cannot be shown, as something that was typed cannot be accepted any more
     */
    ModelAndView refused(Caller caller, UUID customer, TypedPurchase typed, Invalid invalid, Locale language) {
        var wrong = problems.of(invalid, field -> "", language);
        return of(caller, customer, typed, wrong, HttpStatus.UNPROCESSABLE_ENTITY, language);
    }

    private ModelAndView of(
            Caller caller,
            UUID customer,
            TypedPurchase typed,
            List<PageProblems.Problem> wrong,
            HttpStatus status,
            Locale language) {
        var order = price.toReview(caller, customer, typed);
        var page = new ModelAndView("portal/subscriptions-review", status);
        page.addObject("customer", customers.get(caller.reseller(), customer));
        page.addObject("typed", typed);
        page.addObject("change", typed.address("/customers/" + customer + "/subscriptions/new"));
        page.addObject("policy", policy(caller, typed));
        page.addObject("order", order);
        page.addObject("lines", lines(order, language));
        page.addObject("warnings", warnings.of(order, language));
        page.addObject("reviewed", PurchasePrice.inShort(order));
        page.addObject("problems", wrong);
        page.addObject("at", PageProblems.byField(wrong));
        page.addObject("resellerName", words.name(caller.reseller()));
        page.addObject("earlier", orderedToday(caller, customer));
        return page;
    }

    private ProgrammePolicy policy(Caller caller, TypedPurchase typed) {
        return assortment.atOnce(caller.reseller()).stream()
                .filter(one -> one.code().equals(typed.programme()))
                .findFirst()
                .orElseThrow(() -> new NotFound("programme", typed.programme()));
    }

    private List<Line> lines(OrderEstimate order, Locale language) {
        var formulas = price.formulas(order, language);
        return IntStream.range(0, formulas.size())
                .mapToObj(index -> new Line(
                        words.product(order.products().get(index), language),
                        order.estimate().lines().get(index),
                        formulas.get(index)))
                .toList();
    }

    /** Numbers of what was ordered for the customer today: perhaps this is meant to be the same. */
    private List<String> orderedToday(Caller caller, UUID customer) {
        return orders.ofCustomer(caller.reseller(), customer).stream()
                .filter(order -> calendar.dateOf(order.startedAt()).equals(calendar.today()))
                .map(OrderRow::number)
                .limit(3)
                .toList();
    }
}
