package io.partnerflow.deadlines;

import io.partnerflow.deadlines.Deadline.Kind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which deadlines are wanted.
 *
 * @param from first day
 * @param until first day that is not; null for all that are known
 * @param programme its code; empty for all
 * @param kind null for all
 */
public record DeadlineFilter(
        LocalDate from,
        @Nullable LocalDate until,
        String programme,
        @Nullable Kind kind) {

    public static DeadlineFilter between(LocalDate from, @Nullable LocalDate until) {
        return new DeadlineFilter(from, until, "", null);
    }
}
