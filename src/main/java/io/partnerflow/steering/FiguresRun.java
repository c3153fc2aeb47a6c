package io.partnerflow.steering;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.NightlyRun;
import io.partnerflow.engine.StepDays;
import io.partnerflow.engine.Variable;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what managers ask about once the engine has forgotten it. */
@ModuleService
class FiguresRun implements NightlyRun {

    static final Variable<Boolean> MORE_DAYS = Variable.flag("moreDays");

    /** Where years are played in a minute, nights are put together: what is not kept yet is read from the engine meanwhile. */
    private static final int WORTH_A_NIGHT = 60;

    private final StepDays days;

    FiguresRun(StepDays days) {
        this.days = days;
    }

    /** @return whether more days may be missing */
    boolean keepStepTimes() {
        return days.write();
    }

    @Override
    public String process() {
        return "figures-run";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasWork() {
        return days.open() >= WORTH_A_NIGHT;
    }
}
