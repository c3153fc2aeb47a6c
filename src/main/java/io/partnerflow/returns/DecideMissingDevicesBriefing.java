package io.partnerflow.returns;

import io.partnerflow.engine.TaskBriefing;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What has been charged because it did not come. */
@Component
class DecideMissingDevicesBriefing implements TaskBriefing {

    private final ReturnFacts facts;

    DecideMissingDevicesBriefing(ReturnFacts facts) {
        this.facts = facts;
    }

    @Override
    public String task() {
        return "return.decide-missing-devices";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var known = new java.util.LinkedHashMap<>(facts.of(businessKey, ReturnedDevice::missing));
        known.put("steps", facts.steps(businessKey));
        return known;
    }
}
