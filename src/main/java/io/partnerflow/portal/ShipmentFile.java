package io.partnerflow.portal;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shipping.DamageReports;
import io.partnerflow.shipping.DamageView;
import io.partnerflow.shipping.ShipmentView;
import io.partnerflow.shipping.Shipments;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the pages about one shipment show, to the reseller and to the customer behind its link. */
@Component
class ShipmentFile {

    private final Shipments shipments;
    private final DamageReports damages;
    private final VendorCalendar calendar;
    private final MessageSource messages;

    ShipmentFile(Shipments shipments, DamageReports damages, VendorCalendar calendar, MessageSource messages) {
        this.shipments = shipments;
        this.damages = damages;
        this.calendar = calendar;
        this.messages = messages;
    }

    Map<String, Object> of(ShipmentView shipment) {
        var reports = damages.ofOrder(shipment.order()).stream()
                .filter(report -> report.shipment().equals(shipment.number()))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("shipment", shipment);
        model.put("told", shipments.told(shipment.number()));
        model.put("damages", reports);
        model.put("reportable", reportable(shipment, reports));
        return model;
    }

    /** What arrived lately enough, and nobody has reported yet. */
    private List<ShipmentView.Item> reportable(ShipmentView shipment, List<DamageView> reports) {
        var reported = reports.stream().map(DamageView::device).collect(Collectors.toSet());
        return shipment.items().stream()
                .filter(item -> item.receivedOn() != null && !reported.contains(item.device()))
                .filter(item -> !calendar.today().isAfter(damages.lastDay(shipment.order(), item.receivedOn())))
                .toList();
    }

    List<String> words(Invalid invalid, Locale language) {
        return invalid.fields().stream()
                .map(bad -> messages.getMessage(bad.text(), bad.args().toArray(), language))
                .toList();
    }

    List<String> words(Conflict conflict, Locale language) {
        return List.of(messages.getMessage(
                "conflict." + conflict.code(), conflict.args().toArray(), language));
    }

    Shell.Flash good(String key, Locale language) {
        return new Shell.Flash("good", messages.getMessage(key, null, language));
    }
}
