package io.partnerflow.steering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs or has run.
 *
 * @param id      the engine's
 * @param number  what it is about; null for the house's own runs
 * @param state   {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param outcome id of the end event; null while it runs
 * @param called  begun by another process
 */
record ProcessRun(
        String id,
        String process,
        int version,
        String definition,
        @Nullable String number,
        @Nullable String programme,
        @Nullable String reseller,
        @Nullable String customer,
        Instant started,
        @Nullable Instant ended,
        String state,
        @Nullable String outcome,
        boolean called) {}
