package io.partnerflow.subscriptions;

import io.partnerflow.pricing.Formula;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What begun periods of a subscription cost.
 *
 * @param due which periods
 * @param billTo organisation that is invoiced (C-22)
 * @param paymentDays from issue to due date
 */
public record PeriodToInvoice(
        DuePeriods due,
        String orderNumber,
        UUID reseller,
        UUID customer,
        UUID billTo,
        @Nullable String poReference,
        List<Line> lines,
        int paymentDays) {

    /**
     * @param product name of the product as the catalogue has it now
     * @param unitNet one piece for one year after discounts, 6 decimals, for reading
     * @param net what this period adds
     */
    public record Line(
            String product,
            Period period,
            int quantity,
            java.math.BigDecimal unitNet,
            Formula annualFormula,
            Money annualNet,
            Money net) {}
}
