package io.partnerflow.returns;

import io.partnerflow.engine.TaskBriefing;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is to be wiped, or has no end yet. */
@Component
class WipeDevicesBriefing implements TaskBriefing {

    private final ReturnFacts facts;

    WipeDevicesBriefing(ReturnFacts facts) {
        this.facts = facts;
    }

    @Override
    public String task() {
        return "return.wipe-devices";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        return facts.of(businessKey, device -> device.canBeWiped() || device.canEnd());
    }
}
