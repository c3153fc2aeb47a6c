package io.partnerflow.tax;

import io.partnerflow.shared.Percentage;
import java.util.Map;

/**
 * How a supply is taxed and why, as the decision table says.
 *
 * @param rate    the seller's where the category is S, else 0
 * @param settled false if somebody should look before an invoice is issued on this ground
 */
public record VatDecision(VatCategory category, Percentage rate, Reason reason, boolean settled) {

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
    public static VatDecision of(VatTable table, VatCase supply, Percentage sellerRate) {
        return read(table.decide(supply.inputs(true)), sellerRate);
    }

    /** For a seller that is not registered for VAT: a document without any (BR-O-02). */
    static VatDecision ofUnregisteredSeller(VatTable table, VatCase supply) {
        return read(table.decide(supply.inputs(false)), Percentage.ZERO);
    }

    private static VatDecision read(Map<String, Object> outputs, Percentage sellerRate) {
        var category = VatCategory.valueOf((String) outputs.get("vatCategory"));
        return new VatDecision(
                category,
                category == VatCategory.S ? sellerRate : Percentage.ZERO,
                Reason.valueOf((String) outputs.get("vatReason")),
                "ISSUE".equals(outputs.get("vatTreatment")));
    }
}
