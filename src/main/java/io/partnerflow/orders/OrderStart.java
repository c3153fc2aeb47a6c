package io.partnerflow.orders;

import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.NamedEmail;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A checked wish to begin an order; see {@link OrderView} for its parts. */
record OrderStart(
        ProgrammePolicy policy,
        UUID reseller,
        UUID customer,
        @Nullable String trialNumber,
        List<OrderLine> lines,
        int termMonths,
        @Nullable NamedEmail signatory,
        String placedBy,
        Instant formDeadline,
        WantedOrder.@Nullable AcceptedOffer offer) {}
