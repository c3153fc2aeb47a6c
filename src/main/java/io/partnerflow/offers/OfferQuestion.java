package io.partnerflow.offers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the customer wants to know about an offer.
 *
 * @param position   from 1, in the order they were asked
 * @param version    that it was asked about
 * @param askedBy    who has asked, as it was typed
 * @param answeredBy e-mail address of the reseller's user; null while it is open, as are the answer and its moment
 */
public record OfferQuestion(
        int position,
        int version,
        String askedBy,
        Instant askedAt,
        String question,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String answer) {

    public boolean isOpen() {
        return answer == null;
    }
}
