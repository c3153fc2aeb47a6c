package io.partnerflow.credit;

import io.partnerflow.shared.Money;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the decision log; never for resellers.
 *
 * @param check     CC-…
 * @param by        a person of the credit desk, or the house itself
 * @param inputs    everything the decision rests on, by name
 * @param table     the rule that hit; null where a person or an earlier result decided
 * @param reason    kebab-case; the sentence is {@code credit.reason.<reason>} in the message bundles
 * @param limit     what the customer may owe altogether; null unless approved
 * @param condition under which it was approved; null for none
 * @param note      of the person who decided; null for none
 */
public record CreditDecision(
        String check,
        Instant at,
        String by,
        Map<String, String> inputs,
        @Nullable Rule table,
        Outcome outcome,
        String reason,
        @Nullable Money limit,
        @Nullable String condition,
        @Nullable String note) {

    /** What was decided. */
    public enum Outcome {
        APPROVE,
        REFER,
        DECLINE
    }

    /**
     * @param table   id of the decision table
     * @param version of the table that was deployed then
     * @param rule    id of the rule that hit
     */
    public record Rule(String table, int version, String rule) {}
}
