package io.partnerflow.credit;

import org.jspecify.annotations.Nullable;

/**
 * An alternative as somebody asks for it, not checked yet; null stands for what was left out.
 *
 * @param kind    {@code deposit}, {@code guarantor}, {@code new-offer} or {@code given-up}
 * @param amount  of the deposit, a plain number in the order's currency
 * @param name    of the guarantor
 * @param registrationNumber of the guarantor, in the customer's country
 */
public record WantedAlternative(
        @Nullable String kind,
        @Nullable String amount,
        @Nullable String name,
        @Nullable String registrationNumber) {}
