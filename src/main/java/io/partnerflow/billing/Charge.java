package io.partnerflow.billing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import io.partnerflow.tax.VatCase.Supply;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes and has not been invoiced for yet.
 *
 * @param source what it is for; a second charge with the same source gets the invoice that was issued for the first
 * @param billTo organisation that pays
 * @param programme under whose rules it is owed
 * @param earns reseller that earns a kickback on it; null if none does
 * @param subscription null for what does not belong to one
 * @param costGroup project or department it is for; null if there is none (HA-10)
 */
record Charge(
        String source,
        UUID billTo,
        UUID reseller,
        UUID customer,
        String programme,
        @Nullable UUID earns,
        @Nullable String subscription,
        @Nullable String orderNumber,
        @Nullable String poReference,
        @Nullable String costGroup,
        int paymentDays,
        List<Line> lines) {

    /** The order it comes from, or else the contract, or else whatever it is for. */
    String caseNumber() {
        if (orderNumber != null) {
            return orderNumber;
        }
        return subscription != null ? subscription : source.split("/")[0];
    }

    /**
     * @param period null for what is charged once
     * @param change addition of seats it is for (CH-…); null if it is for none
     * @param supply what the product is for VAT
     * @param formula how the amount came about, in words
     * @param unitNet one piece after discounts, up to 6 decimals
     */
    record Line(
            @Nullable Period period,
            @Nullable String change,
            Supply supply,
            String description,
            String formula,
            BigDecimal quantity,
            BigDecimal unitNet,
            Money net) {}
}
