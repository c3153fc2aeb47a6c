package io.partnerflow.shipping;

import io.partnerflow.documents.PostalAddress;
import io.partnerflow.offers.OfferView;
import io.partnerflow.offers.Offers;
import io.partnerflow.orders.OrderView;
import io.partnerflow.parties.Organisations;
import org.springframework.stereotype.Component;

/** Where orders go: as their offer says (W-13), to the customer where there is none. */
@Component
class Destinations {

    private final Offers offers;
    private final Organisations organisations;

    Destinations(Offers offers, Organisations organisations) {
        this.offers = offers;
        this.organisations = organisations;
    }

    Destination of(OrderView order) {
        return offers.ofOrder(order.number())
                .map(OfferView::delivery)
                .map(delivery -> asOffered(order, delivery))
                .orElseGet(() -> toCustomer(order));
    }

    private Destination asOffered(OrderView order, OfferView.Delivery delivery) {
        var viaReseller = delivery.way() == OfferView.Delivery.Way.VIA_RESELLER;
        var recipient = organisations.get(viaReseller ? order.reseller() : order.customer());
        return new Destination(viaReseller, recipient.name(), delivery.address());
    }

    private Destination toCustomer(OrderView order) {
        var customer = organisations.get(order.customer());
        var address = customer.address();
        return new Destination(
                false,
                customer.name(),
                new PostalAddress(
                        address.line1(), address.line2(), address.postalCode(), address.city(), customer.country()));
    }
}
