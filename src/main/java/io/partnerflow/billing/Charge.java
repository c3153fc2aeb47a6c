package io.partnerflow.billing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes and has not been invoiced for yet.
 *
 * @param source what it is for; a second charge with the same source gets the invoice that was issued for the first
 * @param billTo organisation that pays
 * @param subscription null for what does not belong to one
 */
record Charge(
        String source,
        UUID billTo,
        UUID reseller,
        UUID customer,
        @Nullable String subscription,
        @Nullable String orderNumber,
        @Nullable String poReference,
        int paymentDays,
        List<Line> lines) {

    /**
     * @param period null for what is charged once
     * @param formula how the amount came about, in words
     * @param unitNet one piece after discounts, up to 6 decimals
     */
    record Line(
            @Nullable Period period,
            String description,
            String formula,
            BigDecimal quantity,
            BigDecimal unitNet,
            Money net) {}
}
