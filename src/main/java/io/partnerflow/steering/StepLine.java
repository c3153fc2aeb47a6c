package io.partnerflow.steering;

import io.partnerflow.engine.Passes;
import io.partnerflow.shared.Percentage;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A step with what it took.
 *
 * @param kind   name of the BPMN element; empty if the edition that is shown does not have it
 * @param waits  whether nothing is done there but waiting: for a person, a message, a moment
 * @param where  desk or party that is waited for; empty for the house itself
 * @param share  per mille of all the time spent in the steps of this process
 * @param other  the same step in the edition it is compared with; null for no comparison
 */
record StepLine(
        String element,
        String name,
        String kind,
        boolean waits,
        String where,
        Passes passes,
        long now,
        int share,
        @Nullable Passes other) {

    public long count() {
        return passes.count();
    }

    public Duration median() {
        return passes.median();
    }

    public Duration ninety() {
        return passes.at(90);
    }

    public Duration longest() {
        return passes.longest();
    }

    public Percentage percent() {
        return Percentage.of(BigDecimal.valueOf(share, 1));
    }

    /** What holds other steps has their time. */
    boolean holdsOthers() {
        return kind.equals("subProcess");
    }

    /** 0 for nothing to 5 for where most of the time goes. */
    public int heat() {
        if (count() == 0 && now == 0) {
            return 0;
        }
        return share < 10 ? 1 : share < 50 ? 2 : share < 150 ? 3 : share < 400 ? 4 : 5;
    }
}
