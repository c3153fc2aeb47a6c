package io.partnerflow.commission;

import io.partnerflow.pricing.Kickback;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.util.List;

/**
 * A statement about to be written.
 *
 * @param rate of the month
 * @param carryIn what months before left
 * @param month what it comes to, threshold included
 */
record Draft(
        String number,
        EarnedMonth earned,
        int policyVersion,
        Percentage rate,
        Money carryIn,
        Kickback month,
        List<Line> lines) {

    Draft {
        lines = List.copyOf(lines);
    }

    /** @param rate the document's own: a credit note has its invoice's */
    record Line(EarnedMonth.Document document, Percentage rate, Money amount, String formula) {}
}
