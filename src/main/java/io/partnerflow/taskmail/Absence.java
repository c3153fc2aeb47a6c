package io.partnerflow.taskmail;

import java.time.LocalDate;

/**
 * Somebody is away, and somebody else does the work meanwhile.
 *
 * @param lastDay included
 * @param enteredBy log-in of who entered it: the person, or a manager
 */
public record Absence(long id, String person, String standIn, LocalDate firstDay, LocalDate lastDay, String enteredBy) {

    boolean isOn(LocalDate day) {
        return overlaps(day, day);
    }

    boolean overlaps(LocalDate from, LocalDate to) {
        return !firstDay.isAfter(to) && !lastDay.isBefore(from);
    }
}
