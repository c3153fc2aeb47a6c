package io.partnerflow.tax;

import io.partnerflow.shared.Percentage;

/**
 * How a supply is taxed and why.
 *
 * @param rate the seller's where the category is S, else 0
 */
public record VatDecision(VatCategory category, Percentage rate, Reason reason) {

    /** Why; articles are those of directive 2006/112/EC. The invoice's wording is {@code tax.reason.<name>}. */
    public enum Reason {
        DOMESTIC,
        REVERSE_CHARGE_ART196,
        INTRA_COMMUNITY_ART138,
        NO_VALID_VAT_ID,
        OUTSIDE_SCOPE_ART44,
        EXPORT_ART146,
        SELLER_NOT_REGISTERED
    }

    /**
     * <b>Source:</b> C-17 and the table below it in calculations.md.
     *
     * @param sellerRate the standard rate where the seller is
     */
    public static VatDecision of(VatCase supply, Percentage sellerRate) {
        if (supply.seller().equals(supply.buyer())) {
            return new VatDecision(VatCategory.S, sellerRate, Reason.DOMESTIC);
        }
        var service = supply.supply() == VatCase.Supply.SERVICE;
        if (!EuropeanUnion.contains(supply.seller()) || !EuropeanUnion.contains(supply.buyer())) {
            return service
                    ? untaxed(VatCategory.O, Reason.OUTSIDE_SCOPE_ART44)
                    : untaxed(VatCategory.G, Reason.EXPORT_ART146);
        }
        if (supply.buyerVatId() != VatCase.VatIdStatus.VALID) {
            return new VatDecision(VatCategory.S, sellerRate, Reason.NO_VALID_VAT_ID);
        }
        return service
                ? untaxed(VatCategory.AE, Reason.REVERSE_CHARGE_ART196)
                : untaxed(VatCategory.K, Reason.INTRA_COMMUNITY_ART138);
    }

    /** For a seller that is not registered for VAT: a document without any (BR-O-02). */
    static VatDecision ofUnregisteredSeller() {
        return untaxed(VatCategory.O, Reason.SELLER_NOT_REGISTERED);
    }

    private static VatDecision untaxed(VatCategory category, Reason reason) {
        return new VatDecision(category, Percentage.ZERO, reason);
    }
}
