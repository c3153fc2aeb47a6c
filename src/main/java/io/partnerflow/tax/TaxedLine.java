package io.partnerflow.tax;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;

/**
 * One line of a document as its tax sees it.
 *
 * @param net rounded; a correction is negative
 */
public record TaxedLine(VatCategory category, Percentage rate, Money net) {

    public static TaxedLine of(VatDecision decision, Money net) {
        return new TaxedLine(decision.category(), decision.rate(), net);
    }
}
