package io.partnerflow.billing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.util.Map;

/**
 * What somebody wants taken back of an invoice.
 *
 * @param invoice number
 * @param how how much of which lines
 * @param reason goes to the buyer, word for word; at most 500 characters
 * @param again whether what it was for is to be invoiced again, with the data the contract has now (AA-10)
 */
public record CreditWish(String invoice, How how, String reason, boolean again) {

    /** How much of which lines. */
    public sealed interface How {}

    /** Whatever is left. */
    public record All() implements How {}

    /** The same share of every line's original amount. */
    public record Share(Percentage of) implements How {}

    /** @param nets by line, counting from 1 */
    public record Lines(Map<Integer, Money> nets) implements How {

        public Lines {
            nets = Map.copyOf(nets);
        }
    }
}
