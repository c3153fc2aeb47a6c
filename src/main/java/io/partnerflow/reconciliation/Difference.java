package io.partnerflow.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A difference between what should have been invoiced and what was.
 *
 * @param number RC-…
 * @param subject contract, addition of seats or invoice it is about
 * @param period first day of the period; null where it is not about one
 * @param detail numbers or amounts the search has found
 */
record Difference(
        String number, Kind kind, String subject, @Nullable LocalDate period, String detail, Instant checkedAt) {

    enum Kind {
        /** A period has begun and stands on no invoice. */
        MISSING,
        /** A period stands on more than one invoice. */
        DOUBLE,
        /** A period after the end of the contract was invoiced. */
        AFTER_END,
        /** Seats were added and stand on no invoice. */
        ADDITION,
        /** Lines, tax and total of an invoice do not fit together. */
        SUMS,
        /** More was paid and credited than the invoice says. */
        NEGATIVE;

        boolean isAboutContract() {
            return this != SUMS && this != NEGATIVE;
        }
    }

    /** The contract it is about. */
    String contract() {
        return kind == Kind.ADDITION ? detail : subject;
    }
}
