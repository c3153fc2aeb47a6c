package io.partnerflow.billing;

import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.Period;
import io.partnerflow.tax.VatCase.Supply;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatDecision.Reason;
import io.partnerflow.tax.VatGroup;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issued invoice or credit note. It never changes; a mistake is answered with another document.
 *
 * @param number IN-… or CN-…, gapless within its year
 * @param credits number of the invoice a credit note takes back; null for an invoice
 * @param creditReason why, in the words of who credited it; null for an invoice
 * @param replaces number of the credited invoice this one stands for; null if it stands for itself
 * @param programme under whose rules it was issued
 * @param earns reseller that earns a kickback on it; null if none does
 * @param subscription null if it is not for one
 * @param poReference the buyer's own reference; null if it gave none
 * @param costGroup project or department it is for; null if there is none (HA-10)
 * @param paymentReference what the payer is asked to state
 * @param seller the vendor as it was on the day of issue
 * @param buyer as it was on the day of issue
 * @param vatReason why the first line bears the VAT it does
 * @param net positive, on a credit note too (C-18); so are VAT and gross
 */
public record Invoice(
        String number,
        Kind kind,
        @Nullable String credits,
        @Nullable String creditReason,
        @Nullable String replaces,
        LocalDate issueDate,
        LocalDate dueDate,
        Instant issuedAt,
        UUID billTo,
        UUID reseller,
        UUID customer,
        String programme,
        @Nullable UUID earns,
        @Nullable String subscription,
        @Nullable String orderNumber,
        @Nullable String poReference,
        @Nullable String costGroup,
        String paymentReference,
        List<Line> lines,
        List<VatGroup> taxes,
        Reason vatReason,
        Money net,
        Money vat,
        Money gross,
        Vendor seller,
        Addressee buyer) {

    /** What kind of document it is. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    /** Why what is in one of its tax groups bears the tax it does. */
    public Reason reasonOf(VatGroup tax) {
        return lines.stream()
                .filter(line ->
                        line.vatCategory() == tax.category() && line.vatRate().equals(tax.rate()))
                .map(Line::vatReason)
                .findFirst()
                .orElse(vatReason);
    }

    /** BR-O-02: on what is not subject to VAT neither party's VAT id stands. */
    public boolean showsNoVatIds() {
        return lines.stream().anyMatch(line -> line.vatCategory() == VatCategory.O);
    }

    /**
     * One line.
     *
     * @param period null for what is charged once
     * @param change addition of seats it is for (CH-…); null if it is for none
     * @param creditsPosition line of the credited invoice it takes back, counting from 0; null on an invoice
     * @param supply what the product is for VAT
     * @param formula how the amount came about, in words
     * @param unitNet one piece after discounts, up to 6 decimals, for reading
     */
    public record Line(
            @Nullable Period period,
            @Nullable String change,
            @Nullable Integer creditsPosition,
            Supply supply,
            String description,
            String formula,
            BigDecimal quantity,
            BigDecimal unitNet,
            Money net,
            VatCategory vatCategory,
            Percentage vatRate,
            Reason vatReason) {}
}
