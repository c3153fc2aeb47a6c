package io.partnerflow.credit;

import io.partnerflow.shared.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reseller offers after the answer was no (WA-3).
 *
 * @param deposit      net; null unless it is a deposit
 * @param guarantor    null unless there is one
 */
public record Alternative(
        Kind kind, @Nullable Money deposit, @Nullable Guarantor guarantor) {

    /** The ways out of a no. */
    public enum Kind {
        /** The customer pays an amount in advance. */
        DEPOSIT,
        /** Another company answers for the customer. */
        GUARANTOR,
        /** A shorter term or a smaller bundle: this order ends, a new offer begins. */
        NEW_OFFER,
        /** Nothing else is possible. */
        GIVEN_UP;

        /** As API and pages name it: {@code new-offer}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the order can still come into being. */
        boolean isSecurity() {
            return this == DEPOSIT || this == GUARANTOR;
        }
    }

    /**
     * @param registrationNumber in the normal form of the customer's country
     */
    public record Guarantor(String name, String registrationNumber) {}
}
