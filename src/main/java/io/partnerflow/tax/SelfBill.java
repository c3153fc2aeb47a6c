package io.partnerflow.tax;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatCase.Supply;
import io.partnerflow.tax.VatCase.VatIdStatus;
import java.util.List;

/**
 * A reseller's compensation as the document the vendor writes in the reseller's name: there the reseller is the seller.
 *
 * @param decision by the reseller's country
 * @param totals   the gross is paid out
 */
public record SelfBill(VatDecision decision, VatTotals totals) {

    /** The document's kind, UNTDID 1001: 389, or 261 for its credit note. */
    public static String documentType(boolean credit) {
        return credit ? "261" : "389";
    }

    /**
     * <b>Source:</b> C-23. The vendor has a VAT id; a reseller without one is not registered and shows no VAT.
     *
     * @param resellerRate the standard rate where the reseller is
     * @param lineNets     at least one
     */
    public static SelfBill of(
            VatTable table,
            String reseller,
            String vendor,
            VatIdStatus resellerVatId,
            Percentage resellerRate,
            List<Money> lineNets) {
        var supply = new VatCase(reseller, vendor, VatIdStatus.VALID, Supply.SERVICE);
        var decision = resellerVatId == VatIdStatus.NONE
                ? VatDecision.ofUnregisteredSeller(table, supply)
                : VatDecision.of(table, supply, resellerRate);
        var group = VatGroup.of(decision.category(), decision.rate(), lineNets);
        return new SelfBill(decision, VatTotals.of(List.of(group)));
    }
}
