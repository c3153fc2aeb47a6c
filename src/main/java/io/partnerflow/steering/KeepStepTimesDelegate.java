package io.partnerflow.steering;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Keeps one portion of days and says whether more are missing. */
@Component
class KeepStepTimesDelegate extends ProcessDelegate {

    private final FiguresRun run;

    KeepStepTimesDelegate(FiguresRun run) {
        this.run = run;
    }

    @Override
    protected void perform(Step step) {
        step.set(FiguresRun.MORE_DAYS, run.keepStepTimes());
    }
}
