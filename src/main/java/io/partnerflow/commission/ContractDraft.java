package io.partnerflow.commission;

import io.partnerflow.pricing.Kickback;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The statement of a contract about to be written.
 *
 * @param number ST-…
 * @param contract SU-…
 * @param offer OF-…
 * @param earnedOn the day everything had been delivered
 * @param termNet what the customer pays over the term
 * @param carryIn what statements before left
 * @param result what it comes to, threshold included
 */
record ContractDraft(
        String number,
        UUID reseller,
        String programme,
        int policyVersion,
        String contract,
        String offer,
        LocalDate earnedOn,
        String customerName,
        Money termNet,
        Money carryIn,
        Kickback result,
        List<Line> lines) {

    ContractDraft {
        lines = List.copyOf(lines);
    }

    /**
     * @param component unique within the statement
     * @param net what the customer pays for it over the term
     */
    record Line(String component, String description, Money net, Percentage rate, Money amount, String formula) {}

    /** Of the lines. */
    Money total() {
        return result.monthTotal();
    }
}
