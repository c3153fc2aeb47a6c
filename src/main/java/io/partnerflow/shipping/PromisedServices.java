package io.partnerflow.shipping;

import io.partnerflow.offers.Offers;
import io.partnerflow.orders.OrderView;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the reseller has promised its customer with the offer an order comes from. */
@Component
class PromisedServices {

    record Promised(int position, String name, int quantity) {}

    private final Offers offers;

    PromisedServices(Offers offers) {
        this.offers = offers;
    }

    List<Promised> of(OrderView order) {
        return offers.ofOrder(order.number())
                .map(offer -> offer.ownServices().stream()
                        .map(own -> new Promised(own.position(), own.name(), own.quantity()))
                        .toList())
                .orElse(List.of());
    }
}
