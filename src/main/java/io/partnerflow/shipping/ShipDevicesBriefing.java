package io.partnerflow.shipping;

import static java.util.stream.Collectors.joining;

import io.partnerflow.engine.TaskBriefing;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the person sees who sends devices off. */
@Component
class ShipDevicesBriefing implements TaskBriefing {

    private final Shipping shipping;
    private final ShipmentList shipments;
    private final DeskWords words;

    ShipDevicesBriefing(Shipping shipping, ShipmentList shipments, DeskWords words) {
        this.shipping = shipping;
        this.shipments = shipments;
        this.words = words;
    }

    @Override
    public String task() {
        return "delivery.ship-devices";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(String order) {
        return Map.of(
                "orderNumber", order,
                "customer", words.customer(order),
                "destination", words.destination(order),
                "pieces", pieces(shipping.open(order)),
                "shipments", sent(order),
                "shippingUrl", DeskWords.page(order));
    }

    private static String pieces(OpenDelivery open) {
        return open.products().stream()
                .map(product -> "%d × %s".formatted(product.pieces(), product.name()))
                .collect(joining("\n"));
    }

    private String sent(String order) {
        return DeskWords.list(shipments.ofOrder(order).stream()
                .map(one -> "%s: %d".formatted(one.number(), one.items().size()))
                .toList());
    }
}
