package io.partnerflow.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pass through a step.
 *
 * @param run     the engine's id of the process
 * @param number  what the process is about; null for the house's own runs
 * @param left    null while it is in it
 * @param person  who has or had the task; null for nobody
 * @param failed  whether it stands there because it does not work
 */
public record StepVisit(
        String run,
        @Nullable String number,
        int version,
        Instant entered,
        @Nullable Instant left,
        @Nullable String person,
        boolean failed) {}
