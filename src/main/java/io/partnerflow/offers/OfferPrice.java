package io.partnerflow.offers;

import io.partnerflow.pricing.UpfrontCommission;
import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What a bundle costs the customer and brings the reseller.
 *
 * @param components  of the vendor
 * @param monthlyRate their sum a month, net (W-37)
 * @param commission  for the whole term (C-14)
 */
public record OfferPrice(
        int termMonths,
        String currency,
        LocalDate pricedOn,
        List<OfferView.Component> components,
        Money monthlyRate,
        UpfrontCommission commission) {

    public OfferPrice {
        components = List.copyOf(components);
    }

    /** Whether it is the same for customer and reseller, whatever the day. */
    boolean isAsGoodAs(OfferPrice other) {
        return components.equals(other.components) && commission.equals(other.commission);
    }
}
