package io.partnerflow.tax;

import java.util.Map;

/**
 * Who sells what to whom.
 *
 * @param seller     country, ISO 3166-1 alpha-2, or an area of {@link VatAreas}
 * @param buyer      country, ISO 3166-1 alpha-2, or an area of {@link VatAreas}
 * @param buyerVatId what is known about the buyer's VAT id
 */
public record VatCase(String seller, String buyer, VatIdStatus buyerVatId, Supply supply) {

    /** What is known about a VAT id; only one that the tax office has confirmed makes a reverse charge. */
    public enum VatIdStatus {
        VALID,
        INVALID,
        /** The tax office did not answer. */
        UNCHECKED,
        NONE,
        /** A clerk has decided to do without one and to charge VAT. */
        WAIVED
    }

    /** What is sold. */
    public enum Supply {
        SERVICE,
        GOODS
    }

    /** What the table asks. */
    Map<String, Object> inputs(boolean sellerRegistered) {
        var areas = VatAreas.published();
        return Map.of(
                "sellerRegistered", sellerRegistered,
                "sameArea", seller.equals(buyer),
                "sellerInUnion", areas.inUnion(seller, supply),
                "buyerInUnion", areas.inUnion(buyer, supply),
                "buyerVatId", buyerVatId.name(),
                "supply", supply.name());
    }
}
