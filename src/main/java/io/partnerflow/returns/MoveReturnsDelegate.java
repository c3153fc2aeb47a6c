package io.partnerflow.returns;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells of last days that have moved. */
@Component
class MoveReturnsDelegate extends ProcessDelegate {

    private final ReturnRun run;

    MoveReturnsDelegate(ReturnRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        run.move();
    }
}
