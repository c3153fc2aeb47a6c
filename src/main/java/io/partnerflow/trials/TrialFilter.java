package io.partnerflow.trials;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which trials are wanted.
 *
 * @param stage null for all
 * @param programme its code; empty for all
 * @param endsBefore only those whose last day is before this one; null for all
 */
public record TrialFilter(
        @Nullable TrialStage stage,
        String programme,
        @Nullable LocalDate endsBefore) {

    /** The same trials, of one stage. */
    public TrialFilter in(TrialStage other) {
        return new TrialFilter(other, programme, endsBefore);
    }
}
