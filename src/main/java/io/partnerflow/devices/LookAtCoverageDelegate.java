package io.partnerflow.devices;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at one portion of customers and says whether there may be more. */
@Component
class LookAtCoverageDelegate extends ProcessDelegate {

    private final CoverageRun run;

    LookAtCoverageDelegate(CoverageRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        var before = Optional.ofNullable(step.get(SeatCoverageProcess.LOOKED_AT_UP_TO));
        var last = run.lookAtNext(before.map(UUID::fromString).orElse(null));
        last.ifPresent(customer -> step.set(SeatCoverageProcess.LOOKED_AT_UP_TO, customer.toString()));
        step.set(SeatCoverageProcess.MORE_TO_LOOK_AT, last.isPresent());
    }
}
