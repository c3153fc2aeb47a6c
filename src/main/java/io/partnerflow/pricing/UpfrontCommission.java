package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * What a reseller earns at once for a whole rental term.
 *
 * @param fullTermValue what the customer pays the vendor over the term, net
 * @param lines         of the components that count, in their order
 * @param commission    their sum: the number shown with the offer is the number paid (W-16)
 */
public record UpfrontCommission(Money fullTermValue, List<Money> lines, Money commission) {

    /** Whose a component is. */
    public enum Supplier {
        VENDOR,
        /** The reseller's own service: it invoices that itself and earns no commission on it (WA-8). */
        RESELLER
    }

    /**
     * A part of a bundle.
     *
     * @param monthly  net for one unit
     * @param quantity units, 1 or more
     * @param rate     of commission
     */
    public record Component(Supplier supplier, Money monthly, int quantity, Percentage rate) {

        Money termValue(int months) {
            return monthly.times((long) quantity * months);
        }

        Money commission(int months) {
            return monthly.times(rate.fraction().multiply(BigDecimal.valueOf((long) quantity * months)));
        }
    }

    public UpfrontCommission {
        lines = List.copyOf(lines);
    }

    /**
     * <b>Source:</b> C-14, W-15: rounded per component, then summed.
     *
     * @param components at least one, in one currency
     */
    public static UpfrontCommission of(int months, List<Component> components) {
        var currency = components.get(0).monthly().currency();
        var counting = components.stream()
                .filter(component -> component.supplier() == Supplier.VENDOR)
                .toList();
        var lines =
                counting.stream().map(component -> component.commission(months)).toList();
        var values =
                counting.stream().map(component -> component.termValue(months)).toList();
        return new UpfrontCommission(Money.sum(currency, values), lines, Money.sum(currency, lines));
    }

    /** What must be given back when the customer stops paying: nothing, the risk is the vendor's (WA-6). */
    public Money clawbackOnDefault() {
        return Money.zero(currency());
    }

    private Currency currency() {
        return commission.currency();
    }
}
