package io.partnerflow.offers;

import io.partnerflow.orders.OrderStatus;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an offer comes from: a contract it follows (W-22), or an order it is another way to (WA-3). */
@Component
class OfferOrigins {

    private final Subscriptions subscriptions;
    private final Orders orders;

    OfferOrigins(Subscriptions subscriptions, Orders orders) {
        this.subscriptions = subscriptions;
        this.orders = orders;
    }

    /**
     * @throws NotFound if the contract or the order is none of the reseller's
     * @throws Invalid  if it is another customer's
     * @throws Conflict if the order was not declined
     */
    void require(WantedOffer wanted) {
        var origin = wanted.origin();
        if (origin.follows() != null) {
            var contract = subscriptions.get(wanted.reseller(), origin.follows());
            requireSame(wanted, contract.reseller(), contract.customer(), "follows", origin.follows());
        }
        if (origin.alternativeTo() != null) {
            var order = orders.get(wanted.reseller(), origin.alternativeTo());
            requireSame(wanted, order.reseller(), order.customer(), "alternativeTo", origin.alternativeTo());
            if (order.status() != OrderStatus.DECLINED) {
                throw new Conflict("order-not-declined", order.number());
            }
        }
    }

    private static void requireSame(WantedOffer wanted, UUID reseller, UUID customer, String field, String number) {
        if (!reseller.equals(wanted.reseller())) {
            throw new NotFound("subscription", number);
        }
        if (!customer.equals(wanted.customer())) {
            throw Invalid.field(field, "origin-of-other-customer", null, number);
        }
    }

    /** The same bundle, for the customer and from the origin the offer was begun with. */
    WantedOffer ofItsOwn(Offer offer, WantedOffer wanted) {
        return new WantedOffer(
                wanted.reseller(),
                offer.programme(),
                offer.customer(),
                wanted.termMonths(),
                wanted.lines(),
                wanted.ownServices(),
                wanted.delivery(),
                wanted.address(),
                wanted.recipient(),
                wanted.note(),
                WantedOffer.Origin.NEW,
                wanted.savedBy());
    }
}
