package io.partnerflow.tax;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.util.List;

/**
 * The same document again and again: a monthly rate.
 *
 * @param each  foot of each document
 * @param times how many there are
 */
public record RecurringCharge(VatTotals each, int times) {

    /**
     * <b>Source:</b> C-17.
     *
     * @param netPerUnit for one document
     * @param quantity   units, 1 or more
     */
    public static RecurringCharge of(Money netPerUnit, int quantity, int times, Percentage rate) {
        var group = VatGroup.of(VatCategory.S, rate, List.of(netPerUnit.times(quantity)));
        return new RecurringCharge(VatTotals.of(List.of(group)), times);
    }

    /** All documents together, what the customer will have paid. */
    public Money totalGross() {
        return each.gross().times(times);
    }
}
