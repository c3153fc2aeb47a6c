package io.partnerflow.credit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credit check as its reseller may see it: never what the agency said, nor why (WA-3).
 *
 * @param number            CC-…
 * @param since             when it came to its status
 * @param alternativesUntil how long another way can be offered; null unless the status is ALTERNATIVES
 * @param alternative       what was offered last; null if nothing was
 * @param condition         under which it was approved, in words for the reseller; null if there is none
 */
public record CreditCheckView(
        String number,
        String order,
        UUID customer,
        CreditStatus status,
        Instant since,
        @Nullable Instant alternativesUntil,
        @Nullable Alternative alternative,
        @Nullable String condition) {}
