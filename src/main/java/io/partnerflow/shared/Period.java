package io.partnerflow.shared;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Calendar days from one to another, the last not included.
 *
 * <p><b>Source:</b> C-04.
 *
 * @param from first day
 * @param to   first day that no longer belongs to it; after {@code from}
 */
public record Period(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException if {@code to} is not after {@code from} */
    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period ends after it begins: %s to %s".formatted(from, to));
        }
    }

    /** At least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** The last day that belongs to it. */
    public LocalDate lastDay() {
        return to.minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /** Half-open, as an API or a log shows it: {@code [2026-01-15, 2027-01-15)}. */
    @Override
    public String toString() {
        return "[%s, %s)".formatted(from, to);
    }
}
