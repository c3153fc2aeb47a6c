package io.partnerflow.commission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reseller has against a statement, as it came in.
 *
 * @param reason in its own words
 * @param lines those it means; empty for the statement as a whole
 */
public record Objection(@Nullable String reason, List<Line> lines) {

    public Objection {
        lines = List.copyOf(lines);
    }

    /**
     * @param document number of the invoice or credit note
     * @param expected what the line should be, a plain number; null if it does not say
     * @param reason what is wrong with it; null for the reason of the whole
     */
    public record Line(
            @Nullable String document,
            @Nullable String expected,
            @Nullable String reason) {}
}
