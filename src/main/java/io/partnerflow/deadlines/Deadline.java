package io.partnerflow.deadlines;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day somebody has to think of.
 *
 * @param subject SU-…, TR-… or OF-…
 * @param programme its code
 * @param followedBy the offer that follows a contract that ends; null if there is none
 */
public record Deadline(
        Kind kind,
        LocalDate day,
        String subject,
        UUID customer,
        String customerName,
        String programme,
        @Nullable String followedBy) {

    public enum Kind {
        /** The last day of a contract that ends (W-21). */
        CONTRACT_ENDS,
        /** From now on a follow-up offer is in good time (W-22). */
        FOLLOW_UP,
        RENEWAL,
        LAST_NOTICE,
        LAST_REDUCTION,
        /** The last day of a trial. */
        TRIAL_ENDS,
        /** The last day an offer can be accepted. */
        OFFER_EXPIRES
    }

    /** Whether the reseller should offer something for what ends. */
    public boolean wantsFollowUp() {
        return followedBy == null && (kind == Kind.FOLLOW_UP || kind == Kind.CONTRACT_ENDS);
    }

    /** Its page in the portal. */
    public String path() {
        return switch (kind) {
            case TRIAL_ENDS -> "/trials/" + subject;
            case OFFER_EXPIRES -> "/offers/" + subject;
            default -> "/subscriptions/" + subject;
        };
    }
}
