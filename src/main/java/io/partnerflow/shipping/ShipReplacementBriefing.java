package io.partnerflow.shipping;

import io.partnerflow.engine.TaskBriefing;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the person sees who sends a new piece instead of a damaged one. */
@Component
class ShipReplacementBriefing implements TaskBriefing {

    private final DamageReports reports;
    private final DeskWords words;

    ShipReplacementBriefing(DamageReports reports, DeskWords words) {
        this.reports = reports;
        this.words = words;
    }

    @Override
    public String task() {
        return "damage-report.ship-replacement";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(String number) {
        var report = reports.get(number);
        return Map.of(
                "reportNumber", number,
                "orderNumber", report.order(),
                "product", report.productName(),
                "serial", report.serial(),
                "customer", words.customer(report.order()),
                "destination", words.destination(report.order()),
                "shippingUrl", DeskWords.page(report.order()));
    }
}
