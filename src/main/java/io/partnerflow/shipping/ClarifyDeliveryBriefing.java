package io.partnerflow.shipping;

import io.partnerflow.engine.TaskBriefing;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the person sees who finds out what became of a shipment. */
@Component
class ClarifyDeliveryBriefing implements TaskBriefing {

    private final Shipments shipments;
    private final DeskWords words;

    ClarifyDeliveryBriefing(Shipments shipments, DeskWords words) {
        this.shipments = shipments;
        this.words = words;
    }

    @Override
    public String task() {
        return "shipment.clarify-delivery";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(String number) {
        var shipment = shipments.get(number);
        var facts = new HashMap<String, String>();
        facts.put("shipmentNumber", number);
        facts.put("orderNumber", shipment.order());
        facts.put("shippedOn", words.time(shipment.shippedAt()));
        facts.put("customer", words.customer(shipment.order()));
        facts.put("destination", words.destination(shipment.order()));
        facts.put("carrier", shipment.carrier());
        facts.put("trackingNumber", Objects.requireNonNullElse(shipment.trackingNumber(), ""));
        facts.put(
                "pieces",
                DeskWords.list(shipment.open().stream()
                        .map(item -> "%s %s%s"
                                .formatted(
                                        item.productName(),
                                        item.serial(),
                                        item.outcome() == Outcome.MISSING ? ": said to be missing" : ""))
                        .toList()));
        facts.put(
                "told",
                DeskWords.list(shipments.told(number).stream()
                        .map(one -> "%s %s %s"
                                .formatted(
                                        words.time(one.at()), one.kind(), Objects.requireNonNullElse(one.words(), ""))
                                .strip())
                        .toList()));
        facts.put("shippingUrl", DeskWords.page(shipment.order()));
        return facts;
    }
}
