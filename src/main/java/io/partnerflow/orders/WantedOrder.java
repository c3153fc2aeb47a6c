package io.partnerflow.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as somebody asks for it, not checked yet; null stands for what was left out.
 *
 * @param programme     code
 * @param customer      organisation the reseller takes care of
 * @param trialNumber   the trial to convert; if left out, the customer's own if it has one
 * @param acceptedTerms version of the terms that were accepted
 * @param orderedBy     e-mail address of the user who asks
 */
public record WantedOrder(
        UUID reseller,
        @Nullable String programme,
        @Nullable UUID customer,
        @Nullable String trialNumber,
        List<Line> lines,
        @Nullable Integer termMonths,
        @Nullable LocalDate startDate,
        @Nullable String poReference,
        @Nullable String signatoryName,
        @Nullable String signatoryEmail,
        @Nullable String acceptedTerms,
        String orderedBy) {

    /** One product and how many of it. */
    public record Line(@Nullable String product, @Nullable Integer quantity) {}

    public WantedOrder {
        lines = List.copyOf(lines);
    }
}
