package io.partnerflow.shipping;

import io.partnerflow.engine.TaskBriefing;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the person sees who takes back what a cancelled order had sent out. */
@Component
class TakeBackDevicesBriefing implements TaskBriefing {

    private final DeskWords words;

    TakeBackDevicesBriefing(DeskWords words) {
        this.words = words;
    }

    @Override
    public String task() {
        return "delivery-recall.take-back-devices";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(String order) {
        return Map.of(
                "orderNumber",
                order,
                "customer",
                words.customer(order),
                "pieces",
                words.devices(order, device -> device.status().isOutstanding()));
    }
}
