package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;

/**
 * What a reseller keeps when it passes on a part of its discount.
 *
 * @param resellerPays to the vendor
 * @param customerPays to the reseller
 * @param margin       below zero if the reseller sells under cost; that is its own affair and only worth a warning
 */
public record ResellerMargin(Money resellerPays, Money customerPays, Money margin) {

    /** <b>Source:</b> P-07, C-01. */
    public static ResellerMargin of(Money list, Percentage discount, Percentage passedOn) {
        var resellerPays = list.times(discount.rest());
        var customerPays = list.times(passedOn.rest());
        return new ResellerMargin(resellerPays, customerPays, customerPays.minus(resellerPays));
    }
}
