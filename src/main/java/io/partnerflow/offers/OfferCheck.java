package io.partnerflow.offers;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.ListPrice;
import io.partnerflow.documents.Vendor;
import io.partnerflow.orders.Assortment;
import io.partnerflow.orders.OrderLine;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether an offer can be made as it is put together; tells everything that is wrong at once. */
@Component
class OfferCheck {

    private final Assortment assortment;
    private final Catalogue catalogue;
    private final Organisations organisations;
    private final Resellers resellers;
    private final OfferPrices prices;
    private final VendorCalendar calendar;
    private final Vendor vendor;

    OfferCheck(
            Assortment assortment,
            Catalogue catalogue,
            Organisations organisations,
            Resellers resellers,
            OfferPrices prices,
            VendorCalendar calendar,
            Vendor vendor) {
        this.assortment = assortment;
        this.catalogue = catalogue;
        this.organisations = organisations;
        this.resellers = resellers;
        this.prices = prices;
        this.calendar = calendar;
        this.vendor = vendor;
    }

    /**
     * @throws NotFound if the customer is none of the reseller's
     * @throws Invalid  with every bad field
     */
    CheckedOffer check(WantedOffer wanted) {
        requireKnown(wanted);
        var problems = new Invalid.Collector();
        var part = new WantedOfferParts(wanted, problems);
        if (wanted.customer() == null) {
            problems.reject("organisationId", "required", null);
        } else if (!resellers.mayOrderFor(wanted.reseller(), wanted.customer())) {
            problems.reject("organisationId", "link-cannot-order", wanted.customer());
        }
        var services = part.ownServices(currency(wanted));
        var note = part.note();
        var customer = Optional.ofNullable(wanted.customer()).map(organisations::get);
        var recipient = part.recipient(customer);
        var delivery = part.delivery(customer);
        var price = price(wanted, problems);
        problems.throwIfAny();
        return new CheckedOffer(
                policy(wanted).orElseThrow(),
                wanted.reseller(),
                customer.orElseThrow().id(),
                price.orElseThrow(),
                services,
                delivery.orElseThrow(),
                recipient.orElseThrow(),
                note,
                wanted.origin(),
                wanted.savedBy());
    }

    /**
     * What it costs as far as that can be said: the lines alone.
     *
     * @throws Invalid naming what stands in the way
     */
    OfferPrice price(WantedOffer wanted) {
        var problems = new Invalid.Collector();
        var price = price(wanted, problems);
        problems.throwIfAny();
        return price.orElseThrow();
    }

    /**
     * What a saved bundle costs today.
     *
     * @throws Invalid if it could not be offered any more
     */
    OfferPrice again(OfferView saved) {
        var lines = saved.components().stream()
                .map(one -> new WantedOffer.Line(one.product(), one.quantity()))
                .toList();
        var wanted =
                WantedOffer.bundle(saved.reseller(), saved.programme(), saved.termMonths(), lines, saved.createdBy());
        if (!resellers.mayOrderFor(saved.reseller(), saved.customer())) {
            throw Invalid.field("organisationId", "link-cannot-order", null);
        }
        return price(wanted);
    }

    private Optional<OfferPrice> price(WantedOffer wanted, Invalid.Collector problems) {
        var before = problems.fields().size();
        var part = new WantedOfferParts(wanted, problems);
        var policy = policy(wanted);
        if (policy.isEmpty()) {
            problems.reject(
                    "programme",
                    "programme-without-offers",
                    wanted.programme(),
                    String.join(
                            ", ",
                            offered(wanted.reseller()).stream()
                                    .map(ProgrammePolicy::code)
                                    .toList()));
        }
        var term = policy.flatMap(part::term);
        var prices = prices(policy, term);
        var lines = policy.map(known -> part.lines(known, catalogue.products(known.code()), prices, term.isPresent()))
                .orElse(List.of());
        return problems.fields().size() > before
                ? Optional.empty()
                : Optional.of(priced(wanted, policy.orElseThrow(), term.orElseThrow(), lines, prices));
    }

    private OfferPrice priced(
            WantedOffer wanted,
            ProgrammePolicy policy,
            ProgrammePolicy.Term term,
            List<OrderLine> lines,
            Map<String, ListPrice> list) {
        var discount =
                resellers.terms(wanted.reseller(), policy.code()).orElseThrow().partnerDiscount();
        return prices.of(policy, term, lines, list, discount, calendar.today());
    }

    private Map<String, ListPrice> prices(Optional<ProgrammePolicy> policy, Optional<ProgrammePolicy.Term> term) {
        return policy.isEmpty() || term.isEmpty()
                ? Map.of()
                : catalogue.prices(
                        policy.get().code(),
                        policy.get().currencyOr(vendor.currency()),
                        calendar.today(),
                        term.get().months());
    }

    private String currency(WantedOffer wanted) {
        return policy(wanted)
                .map(policy -> policy.currencyOr(vendor.currency()))
                .orElse(vendor.currency());
    }

    private void requireKnown(WantedOffer wanted) {
        if (wanted.customer() != null && !resellers.takesCareOf(wanted.reseller(), wanted.customer())) {
            throw new NotFound("organisation", wanted.customer());
        }
    }

    private Optional<ProgrammePolicy> policy(WantedOffer wanted) {
        return offered(wanted.reseller()).stream()
                .filter(known -> known.code().equals(wanted.programme()))
                .findFirst();
    }

    private List<ProgrammePolicy> offered(UUID reseller) {
        return assortment.byOffer(reseller);
    }
}
