package io.partnerflow.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which passes through the steps of a process are asked for.
 *
 * @param process   key of the process
 * @param from      first day on which they were left, in the vendor's calendar
 * @param through   last one
 * @param programme null for all
 * @param version   edition of the model; null for all
 */
public record StepQuestion(
        String process,
        LocalDate from,
        LocalDate through,
        @Nullable String programme,
        @Nullable Integer version) {

    public StepQuestion inVersion(@Nullable Integer other) {
        return new StepQuestion(process, from, through, programme, other);
    }
}
