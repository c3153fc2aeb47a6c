package io.partnerflow.portal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.partnerflow.access.Caller;
import io.partnerflow.catalogue.ListPrice;
import io.partnerflow.customers.Customers;
import io.partnerflow.devices.SeatCoverages;
import io.partnerflow.devices.TypeCoverage;
import io.partnerflow.orders.Assortment;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The first page of a purchase: what is needed, from when and for how long, with the price beside it. */
@Component
class PurchaseForm {

    private final Assortment assortment;
    private final PurchasePrice price;
    private final PageProblems problems;
    private final Customers customers;
    private final SeatCoverages coverages;
    private final VendorCalendar calendar;

    PurchaseForm(
            Assortment assortment,
            PurchasePrice price,
            PageProblems problems,
            Customers customers,
            SeatCoverages coverages,
            VendorCalendar calendar) {
        this.assortment = assortment;
        this.price = price;
        this.problems = problems;
        this.customers = customers;
        this.coverages = coverages;
        this.calendar = calendar;
    }

    /** A product with what was typed for it. */
    record Pieces(ListPrice offered, String typed) {

        public String field() {
            return TypedPurchase.QUANTITY + offered.product().code();
        }
    }

    ModelAndView of(Caller caller, UUID customer, TypedPurchase typed, Locale language) {
        return of(caller, customer, typed, List.of(), HttpStatus.OK, language);
    }

    /** Again, with what is wrong at its fields. */
    ModelAndView corrected(Caller caller, UUID customer, TypedPurchase typed, Invalid invalid, Locale language) {
        var wrong = problems.of(invalid, typed::fieldOf, language);
        return of(caller, customer, typed, wrong, HttpStatus.UNPROCESSABLE_ENTITY, language);
    }

    private ModelAndView of(
            Caller caller,
            UUID customer,
            TypedPurchase typed,
            List<PageProblems.Problem> wrong,
            HttpStatus status,
            Locale language) {
        var offered = assortment.atOnce(caller.reseller());
        var filled = typed.orElse(onlyOne(offered), calendar.today());
        var policy = offered.stream()
                .filter(one -> one.code().equals(filled.programme()))
                .findFirst();
        var page = new ModelAndView("portal/subscriptions-new", status);
        page.addObject("customer", customers.get(caller.reseller(), customer));
        page.addObject("typed", filled);
        page.addObject("programmes", offered);
        page.addObject("policy", policy.orElse(null));
        page.addObject("pieces", policy.map(known -> pieces(known, filled)).orElse(List.of()));
        page.addObject("devices", devices(customer));
        page.addObject("problems", wrong);
        page.addObject("at", PageProblems.byField(wrong));
        page.addObject("today", calendar.today());
        page.addObject("estimate", priced(caller, customer, filled, language));
        return page;
    }

    private static String onlyOne(List<ProgrammePolicy> offered) {
        return offered.size() == 1 ? offered.get(0).code() : "";
    }

    private List<Pieces> pieces(ProgrammePolicy policy, TypedPurchase typed) {
        return assortment.products(policy.code()).stream()
                .map(offered ->
                        new Pieces(offered, typed.quantity(offered.product().code())))
                .toList();
    }

    /** What is deployed and covered at the customer, by type of device. */
    private Map<String, TypeCoverage> devices(UUID customer) {
        return coverages.of(customer).types().stream().collect(toMap(TypeCoverage::type, identity()));
    }

    /** The price of what stands in the form; null as long as something it depends on is missing or wrong. */
    private LiveEstimate.@Nullable Shown priced(Caller caller, UUID customer, TypedPurchase typed, Locale language) {
        try {
            var order = price.of(caller, customer, typed);
            return new LiveEstimate.Shown(order, price.formulas(order, language));
        } catch (Invalid incomplete) {
            return null;
        }
    }
}
