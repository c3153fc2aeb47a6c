package io.partnerflow.offers;

import io.partnerflow.catalogue.ListPrice;
import io.partnerflow.orders.OrderLine;
import io.partnerflow.pricing.PriceRequest;
import io.partnerflow.pricing.Pricing;
import io.partnerflow.pricing.UpfrontCommission;
import io.partnerflow.pricing.UpfrontCommission.Supplier;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a bundle costs, from the same functions as its order and its invoices. */
@Component
class OfferPrices {

    private static final long MONTHS_OF_A_YEAR = 12;

    private final CommissionRates rates;

    OfferPrices(CommissionRates rates) {
        this.rates = rates;
    }

    /**
     * <b>Source:</b> C-01 to C-03, C-06 and C-14.
     *
     * @param lines    at least one
     * @param prices   of that day for the term; has one for every line
     * @param discount the reseller's, as its orders get it
     */
    OfferPrice of(
            ProgrammePolicy policy,
            ProgrammePolicy.Term term,
            List<OrderLine> lines,
            Map<String, ListPrice> prices,
            Percentage discount,
            LocalDate pricedOn) {
        var components = lines.stream()
                .map(line -> component(prices.get(line.product()), line.quantity(), term, discount, policy))
                .toList();
        var currency = components.get(0).monthly().currency();
        var monthly = Money.sum(
                currency,
                components.stream().map(OfferView.Component::monthlyOfAll).toList());
        return new OfferPrice(
                term.months(), currency.getCurrencyCode(), pricedOn, components, monthly, commission(term, components));
    }

    private OfferView.Component component(
            ListPrice list, int quantity, ProgrammePolicy.Term term, Percentage discount, ProgrammePolicy policy) {
        var year = Pricing.price(new PriceRequest(
                list.perYear(), quantity, term.months(), term.discount(), discount, policy.additiveDiscounts()));
        var product = list.product();
        return new OfferView.Component(
                product.code(),
                product.name(),
                product.category(),
                quantity,
                year.annualNet().share(1, MONTHS_OF_A_YEAR * quantity),
                rates.of(product.category(), term.months()));
    }

    /** The reseller's own services are none of the vendor's components, so they earn nothing (WA-8). */
    private static UpfrontCommission commission(ProgrammePolicy.Term term, List<OfferView.Component> components) {
        return UpfrontCommission.of(
                term.months(),
                components.stream()
                        .map(one -> new UpfrontCommission.Component(
                                Supplier.VENDOR, one.monthly(), one.quantity(), one.commissionRate()))
                        .toList());
    }
}
