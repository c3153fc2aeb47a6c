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
 * @param offer         the offer the customer has accepted; null if there is none
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
        String orderedBy,
        @Nullable AcceptedOffer offer) {

    /** One product and how many of it. */
    public record Line(@Nullable String product, @Nullable Integer quantity) {}

    /**
     * What the customer has accepted (W-04).
     *
     * @param number OF-…
     * @param pricedOn the day whose price list the offer was made by: the order costs what was offered (W-16)
     */
    public record AcceptedOffer(String number, LocalDate pricedOn) {}

    public WantedOrder {
        lines = List.copyOf(lines);
    }

    /** Without an offer. */
    public WantedOrder(
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
        this(
                reseller,
                programme,
                customer,
                trialNumber,
                lines,
                termMonths,
                startDate,
                poReference,
                signatoryName,
                signatoryEmail,
                acceptedTerms,
                orderedBy,
                null);
    }
}
