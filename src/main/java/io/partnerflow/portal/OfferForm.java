package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.catalogue.ListPrice;
import io.partnerflow.catalogue.Product;
import io.partnerflow.documents.Vendor;
import io.partnerflow.offers.OfferManagement;
import io.partnerflow.offers.OfferPrice;
import io.partnerflow.orders.Assortment;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Countries;
import io.partnerflow.shared.Invalid;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page a bundle is put together on, with what it costs the customer and brings the reseller beside it. */
@Component
class OfferForm {

    private final Assortment assortment;
    private final OfferManagement offers;
    private final Organisations organisations;
    private final Resellers resellers;
    private final PageProblems problems;
    private final Vendor vendor;

    OfferForm(
            Assortment assortment,
            OfferManagement offers,
            Organisations organisations,
            Resellers resellers,
            PageProblems problems,
            Vendor vendor) {
        this.assortment = assortment;
        this.offers = offers;
        this.organisations = organisations;
        this.resellers = resellers;
        this.problems = problems;
        this.vendor = vendor;
    }

    /** Products of one kind, with what was typed for each. */
    record Shelf(Product.Category category, List<Piece> pieces) {}

    record Piece(ListPrice offered, String typed) {

        public String field() {
            return TypedOffer.QUANTITY + offered.product().code();
        }
    }

    /** @param offer number of the offer that is changed; null for a new one */
    ModelAndView of(Caller caller, @Nullable String offer, TypedOffer typed, Locale language) {
        return page(caller, offer, typed, List.of(), HttpStatus.OK, language);
    }

    /** Again, with what is wrong at its fields. */
    ModelAndView corrected(Caller caller, @Nullable String offer, TypedOffer typed, Invalid invalid, Locale language) {
        var wrong = problems.of(invalid, typed::fieldOf, language);
        return page(caller, offer, typed, wrong, HttpStatus.UNPROCESSABLE_ENTITY, language);
    }

    private ModelAndView page(
            Caller caller,
            @Nullable String offer,
            TypedOffer typed,
            List<PageProblems.Problem> wrong,
            HttpStatus status,
            Locale language) {
        var offered = assortment.byOffer(caller.reseller());
        var filled = filled(typed, offered, caller);
        var policy = offered.stream()
                .filter(one -> one.code().equals(filled.get("programme")))
                .findFirst();
        var page = new ModelAndView("portal/offer-bundle", status);
        page.addObject("number", offer);
        page.addObject("typed", filled);
        page.addObject("programmes", offered);
        page.addObject("policy", policy.orElse(null));
        page.addObject("customers", customers(caller));
        page.addObject("countries", Countries.names(language));
        page.addObject("shelves", policy.map(known -> shelves(known, filled)).orElse(List.of()));
        page.addObject("problems", wrong);
        page.addObject("at", PageProblems.byField(wrong));
        page.addObject("price", price(caller, filled));
        page.addObject("vendorName", vendor.name());
        page.addObject("reseller", caller.acting().organisationName());
        return page;
    }

    private TypedOffer filled(TypedOffer typed, List<ProgrammePolicy> offered, Caller caller) {
        var one = offered.size() == 1 ? offered.get(0) : null;
        var known = one == null ? typed : typed.orElse("programme", one.code());
        var policy = offered.stream()
                .filter(any -> any.code().equals(known.get("programme")))
                .findFirst();
        var term = policy.map(any -> longest(any)).orElse("");
        var filled = known.orElse("termMonths", term).orElse("delivery", "DIRECT");
        return Optional.ofNullable(filled.customer())
                .filter(customer -> resellers.takesCareOf(caller.reseller(), customer))
                .map(customer ->
                        filled.orElse("country", organisations.get(customer).country()))
                .orElse(filled);
    }

    private static String longest(ProgrammePolicy policy) {
        return String.valueOf(policy.terms().get(policy.terms().size() - 1).months());
    }

    private List<Party> customers(Caller caller) {
        return organisations.get(resellers.orderableCustomersOf(caller.reseller())).stream()
                .sorted(Comparator.comparing(Party::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private List<Shelf> shelves(ProgrammePolicy policy, TypedOffer typed) {
        var months = typed.get("termMonths").matches("\\d{1,4}") ? Integer.parseInt(typed.get("termMonths")) : 0;
        var products = assortment.products(policy.code(), months);
        return Arrays.stream(Product.Category.values())
                .map(category -> new Shelf(
                        category,
                        products.stream()
                                .filter(one -> one.product().category() == category)
                                .map(one -> new Piece(
                                        one, typed.quantity(one.product().code())))
                                .toList()))
                .filter(shelf -> !shelf.pieces().isEmpty())
                .toList();
    }

    /** Null as long as something it depends on is missing or wrong. */
    private @Nullable OfferPrice price(Caller caller, TypedOffer typed) {
        try {
            return offers.price(typed.wanted(caller));
        } catch (Invalid incomplete) {
            return null;
        }
    }
}
