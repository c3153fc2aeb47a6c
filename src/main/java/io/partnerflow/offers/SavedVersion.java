package io.partnerflow.offers;

import io.partnerflow.shared.NamedEmail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of an offer as it is stored.
 *
 * @param number 1 or more
 * @param sentAt null while it can be changed, as is {@code validUntil}
 */
record SavedVersion(
        int number,
        NamedEmail recipient,
        @Nullable String note,
        OfferView.Delivery delivery,
        OfferPrice price,
        List<OfferView.OwnService> ownServices,
        @Nullable Instant sentAt,
        @Nullable LocalDate validUntil) {}
