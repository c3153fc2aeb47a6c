package io.partnerflow.returns;

import io.partnerflow.engine.TaskBriefing;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What has not arrived yet. */
@Component
class ReceiveDevicesBriefing implements TaskBriefing {

    private final ReturnFacts facts;

    ReceiveDevicesBriefing(ReturnFacts facts) {
        this.facts = facts;
    }

    @Override
    public String task() {
        return "return.receive-devices";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        return facts.of(businessKey, ReturnedDevice::missing);
    }
}
