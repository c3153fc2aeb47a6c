package io.partnerflow.billing;

import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.Period;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatGroup;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issued invoice. It never changes; a mistake is answered with another document.
 *
 * @param number IN-…, gapless within its year
 * @param subscription null if it is not for one
 * @param poReference the buyer's own reference; null if it gave none
 * @param paymentReference what the payer is asked to state
 * @param seller the vendor as it was on the day of issue
 * @param buyer as it was on the day of issue
 */
public record Invoice(
        String number,
        LocalDate issueDate,
        LocalDate dueDate,
        Instant issuedAt,
        UUID billTo,
        UUID reseller,
        UUID customer,
        @Nullable String subscription,
        @Nullable String orderNumber,
        @Nullable String poReference,
        String paymentReference,
        List<Line> lines,
        List<VatGroup> taxes,
        Money net,
        Money vat,
        Money gross,
        Vendor seller,
        Addressee buyer) {

    /**
     * One line.
     *
     * @param period null for what is charged once
     * @param formula how the amount came about, in words
     * @param unitNet one piece after discounts, up to 6 decimals, for reading
     */
    public record Line(
            @Nullable Period period,
            String description,
            String formula,
            BigDecimal quantity,
            BigDecimal unitNet,
            Money net,
            VatCategory vatCategory,
            Percentage vatRate) {}
}
