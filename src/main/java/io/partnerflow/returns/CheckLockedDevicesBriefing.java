package io.partnerflow.returns;

import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.returns.ReturnedDevice.State;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What nobody can get into. */
@Component
class CheckLockedDevicesBriefing implements TaskBriefing {

    private final ReturnFacts facts;

    CheckLockedDevicesBriefing(ReturnFacts facts) {
        this.facts = facts;
    }

    @Override
    public String task() {
        return "return.check-locked-devices";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        return facts.of(businessKey, device -> device.state() == State.LOCKED);
    }
}
