package io.partnerflow.shipping;

import io.partnerflow.engine.TaskBriefing;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the person sees who decides whether a damaged piece is replaced. */
@Component
class DecideDamageBriefing implements TaskBriefing {

    private final DamageReports reports;
    private final Shipments shipments;
    private final DeskWords words;

    DecideDamageBriefing(DamageReports reports, Shipments shipments, DeskWords words) {
        this.reports = reports;
        this.shipments = shipments;
        this.words = words;
    }

    @Override
    public String task() {
        return "damage-report.decide-damage";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(String number) {
        var report = reports.get(number);
        var facts = new HashMap<String, String>();
        facts.put("reportNumber", number);
        facts.put("orderNumber", report.order());
        facts.put("shipmentNumber", report.shipment());
        facts.put("product", report.productName());
        facts.put("serial", report.serial());
        facts.put("customer", words.customer(report.order()));
        facts.put("reseller", words.reseller(report.order()));
        facts.put("receivedOn", receivedOn(report));
        facts.put("reportedOn", words.time(report.reportedAt()));
        facts.put("reportedBy", report.reportedBy());
        facts.put("damage", report.words());
        return facts;
    }

    private String receivedOn(DamageView report) {
        return shipments.get(report.shipment()).items().stream()
                .filter(item -> item.device().equals(report.device()))
                .map(item -> words.day(item.receivedOn()))
                .findFirst()
                .orElse("");
    }
}
