package io.partnerflow.taskmail;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Gives stand-ins the desks they work at from today on, and takes back what is over. */
@Component
class HandOverDesksDelegate extends ProcessDelegate {

    private final LentDesks desks;

    HandOverDesksDelegate(LentDesks desks) {
        this.desks = desks;
    }

    @Override
    protected void perform(Step step) {
        desks.settle();
    }
}
