package io.partnerflow.returns;

import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.returns.ReturnedDevice.State;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What has arrived and nobody has looked at. */
@Component
class InspectDevicesBriefing implements TaskBriefing {

    private final ReturnFacts facts;

    InspectDevicesBriefing(ReturnFacts facts) {
        this.facts = facts;
    }

    @Override
    public String task() {
        return "return.inspect-devices";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        return facts.of(businessKey, device -> device.state() == State.RECEIVED);
    }
}
