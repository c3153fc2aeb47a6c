package io.partnerflow.offers;

import io.partnerflow.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer in a list: the version that was sent last, or the draft where none was.
 *
 * @param validUntil    null until it is sent
 * @param openQuestions that the reseller has not answered yet
 * @param hasDraft      whether something is being put together
 */
public record OfferRow(
        String number,
        int version,
        OfferStatus status,
        UUID customer,
        String customerName,
        int termMonths,
        Money monthlyRate,
        Money commission,
        @Nullable LocalDate validUntil,
        int openQuestions,
        boolean hasDraft,
        Instant createdAt) {}
