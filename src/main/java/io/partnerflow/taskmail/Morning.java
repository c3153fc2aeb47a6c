package io.partnerflow.taskmail;

import io.partnerflow.engine.OpenTaskList.OpenTask;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How things stand on one working morning.
 *
 * @param since when everybody was told last; what has opened since is new
 * @param nextDay the next working day: what is due until its end is reminded of
 */
record Morning(VendorCalendar calendar, Instant now, LocalDate day, LocalDate nextDay, Instant since) {

    /** What a task is listed under; the first that fits. */
    enum Part {
        OVERDUE,
        TODAY,
        NEXT,
        FOLLOW_UP,
        NEW
    }

    /** @return empty where there is nothing to say about it this morning */
    Optional<Part> partOf(OpenTask task) {
        if (task.due() != null && task.due().isBefore(now)) {
            return Optional.of(Part.OVERDUE);
        }
        var dueDay = task.due() == null ? LocalDate.MAX : calendar.dateOf(task.due());
        if (dueDay.equals(day)) {
            return Optional.of(Part.TODAY);
        }
        if (!dueDay.isAfter(nextDay)) {
            return Optional.of(Part.NEXT);
        }
        if (isFollowedUp(task)) {
            return Optional.of(Part.FOLLOW_UP);
        }
        return task.opened().isAfter(since) ? Optional.of(Part.NEW) : Optional.empty();
    }

    private boolean isFollowedUp(OpenTask task) {
        return task.followUp() != null
                && calendar.dateOf(task.followUp()).isAfter(calendar.dateOf(since))
                && !calendar.dateOf(task.followUp()).isAfter(day);
    }
}
