package io.partnerflow.offers;

import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.NamedEmail;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link WantedOffer} that can be made, with its price. */
record CheckedOffer(
        ProgrammePolicy policy,
        UUID reseller,
        UUID customer,
        OfferPrice price,
        List<OfferView.OwnService> ownServices,
        OfferView.Delivery delivery,
        NamedEmail recipient,
        @Nullable String note,
        WantedOffer.Origin origin,
        String savedBy) {}
