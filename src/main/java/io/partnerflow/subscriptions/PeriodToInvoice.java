package io.partnerflow.subscriptions;

import io.partnerflow.catalogue.Product;
import io.partnerflow.pricing.Formula;
import io.partnerflow.pricing.Proration;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What begun periods of a subscription cost, or seats that were added in the middle of one.
 *
 * @param charge what it is, as processes and invoices name it; see {@link DuePeriods#charge}; the number of the change
 *     for added seats
 * @param billTo organisation that is invoiced (C-22)
 * @param paymentDays from issue to due date
 */
public record PeriodToInvoice(
        String charge,
        String subscription,
        String orderNumber,
        UUID reseller,
        UUID customer,
        UUID billTo,
        @Nullable String poReference,
        List<Line> lines,
        int paymentDays) {

    /**
     * @param product name of the product as the catalogue has it now
     * @param supply what it is for VAT
     * @param period what is paid for; for added seats from the day they were added
     * @param unitNet one piece for one year after discounts, 6 decimals, for reading
     * @param net what this period adds
     * @param change number of the change the seats came with, CH-…; null for what the term began with
     * @param proration how the part of the period came about; null for a whole one
     */
    public record Line(
            String product,
            Product.Supply supply,
            Period period,
            int quantity,
            BigDecimal unitNet,
            Formula annualFormula,
            Money annualNet,
            Money net,
            @Nullable String change,
            @Nullable Proration proration) {}
}
