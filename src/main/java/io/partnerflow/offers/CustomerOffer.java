package io.partnerflow.offers;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer as its customer sees it: everything it is asked to accept, and nothing of what the reseller earns with it.
 *
 * @param standing      what can be done about it
 * @param reseller      organisation that offers, for its logo and colours
 * @param resellerName  as it stands on what it sends
 * @param contact       e-mail address of who made the offer
 * @param groups        the vendor's part, by kind
 * @param contractValue what the vendor debits over the whole term, net
 * @param delivery      where the devices go
 * @param termsVersion  of the terms that are accepted with it
 * @param mandateNeeded whether rates are debited from an account the customer names
 * @param orderNumber   null until it is accepted
 */
public record CustomerOffer(
        String number,
        int version,
        Standing standing,
        UUID reseller,
        String resellerName,
        String contact,
        String customerName,
        String recipientName,
        String programme,
        int termMonths,
        String currency,
        LocalDate validUntil,
        List<Group> groups,
        List<OfferView.OwnService> ownServices,
        OfferView.Delivery delivery,
        Money monthlyRate,
        Money contractValue,
        @Nullable String note,
        String termsVersion,
        boolean mandateNeeded,
        List<OfferQuestion> questions,
        @Nullable String orderNumber) {

    /** What can be done about it. */
    public enum Standing {
        /** It can be accepted, asked about and declined. */
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        WITHDRAWN,
        /** A later version was sent. */
        REPLACED
    }

    /** Components of one kind. */
    public record Group(String category, List<Part> parts) {}

    /** @param monthly of one piece, net */
    public record Part(String product, String name, int quantity, Money monthly, Money monthlyOfAll) {}
}
