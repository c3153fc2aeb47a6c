package io.partnerflow.offers;

import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an offer can begin with: the bundle of a contract that comes to its end (W-22), of an order that was declined (WA-3),
 * or of another offer. Each is wanted only: whoever gets it may change it before it becomes one.
 */
@Service
@Transactional(readOnly = true)
public class OfferStarts {

    private final OfferRecords records;
    private final Offers offers;
    private final Orders orders;
    private final Subscriptions subscriptions;

    OfferStarts(OfferRecords records, Offers offers, Orders orders, Subscriptions subscriptions) {
        this.records = records;
        this.offers = offers;
        this.orders = orders;
        this.subscriptions = subscriptions;
    }

    /**
     * The old bundle as the start of the next contract; where that came from an offer, with its own services and delivery.
     *
     * @param savedBy e-mail address of the user
     * @throws io.partnerflow.shared.NotFound if the contract is none of the reseller's
     */
    public WantedOffer following(UUID reseller, String subscription, String savedBy) {
        var contract = subscriptions.get(reseller, subscription);
        var origin = new WantedOffer.Origin(subscription, null);
        return offerOf(contract.orderNumber())
                .map(offer -> from(offer, origin, savedBy))
                .orElseGet(() -> from(contract, origin, savedBy));
    }

    /**
     * The declined bundle as the start of another way.
     *
     * @param savedBy e-mail address of the user
     * @throws io.partnerflow.shared.NotFound if the order is none of the reseller's
     */
    public WantedOffer insteadOf(UUID reseller, String order, String savedBy) {
        var declined = orders.get(reseller, order);
        var origin = new WantedOffer.Origin(null, order);
        return offerOf(order)
                .map(offer -> from(offer, origin, savedBy))
                .orElseGet(() -> from(declined, origin, savedBy));
    }

    /**
     * The same again, of an offer in any state.
     *
     * @param savedBy e-mail address of the user
     * @throws io.partnerflow.shared.NotFound if the offer is none of the reseller's
     */
    public WantedOffer copyOf(UUID reseller, String number, String savedBy) {
        var offer = offers.draft(reseller, number);
        return from(offer, new WantedOffer.Origin(offer.follows(), offer.alternativeTo()), savedBy);
    }

    private Optional<OfferView> offerOf(String order) {
        return records.findByOrderNumber(order).map(offer -> offers.get(offer.number()));
    }

    /** As it stands, to be changed or to begin another one. */
    public static WantedOffer from(OfferView offer, WantedOffer.Origin origin, String savedBy) {
        var address = offer.delivery().address();
        return new WantedOffer(
                offer.reseller(),
                offer.programme(),
                offer.customer(),
                offer.termMonths(),
                offer.components().stream()
                        .map(one -> new WantedOffer.Line(one.product(), one.quantity()))
                        .toList(),
                offer.ownServices().stream()
                        .map(one -> new WantedOffer.Service(
                                one.name(),
                                one.quantity(),
                                one.monthly() == null ? null : one.monthly().amount(),
                                one.once() == null ? null : one.once().amount()))
                        .toList(),
                offer.delivery().way().name(),
                new WantedOffer.Address(
                        address.street(), address.line2(), address.postalCode(), address.city(), address.country()),
                new WantedOffer.Recipient(
                        offer.recipient().name(), offer.recipient().email().value()),
                offer.note(),
                origin,
                savedBy);
    }

    private static WantedOffer from(SubscriptionView contract, WantedOffer.Origin origin, String savedBy) {
        var lines = contract.lines().stream()
                .map(line -> new WantedOffer.Line(line.product(), line.quantity()))
                .toList();
        return bundle(
                contract.reseller(),
                contract.programme(),
                contract.customer(),
                contract.termMonths(),
                lines,
                origin,
                savedBy);
    }

    private static WantedOffer from(OrderView order, WantedOffer.Origin origin, String savedBy) {
        var lines = order.lines().stream()
                .map(line -> new WantedOffer.Line(line.product(), line.quantity()))
                .toList();
        return bundle(
                order.reseller(), order.programme(), order.customer(), order.termMonths(), lines, origin, savedBy);
    }

    private static WantedOffer bundle(
            UUID reseller,
            String programme,
            UUID customer,
            int months,
            List<WantedOffer.Line> lines,
            WantedOffer.Origin origin,
            String savedBy) {
        return new WantedOffer(
                reseller,
                programme,
                customer,
                months,
                lines,
                List.of(),
                OfferView.Delivery.Way.DIRECT.name(),
                null,
                new WantedOffer.Recipient(null, null),
                null,
                origin,
                Objects.requireNonNull(savedBy));
    }
}
