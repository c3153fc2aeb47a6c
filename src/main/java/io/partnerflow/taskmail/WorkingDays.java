package io.partnerflow.taskmail;

import io.partnerflow.pricing.DebitDates;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The days on which the vendor's people are at work. */
@Component
class WorkingDays {

    private final TaskMailSettings settings;

    WorkingDays(TaskMailSettings settings) {
        this.settings = settings;
    }

    boolean isOne(LocalDate day) {
        return DebitDates.isTargetDay(day) && !settings.closed().contains(day);
    }

    LocalDate after(LocalDate day) {
        var next = day.plusDays(1);
        while (!isOne(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    LocalDate before(LocalDate day) {
        var former = day.minusDays(1);
        while (!isOne(former)) {
            former = former.minusDays(1);
        }
        return former;
    }

    /** How many working days have begun since the day, the last one included; at most 100 are counted. */
    int since(LocalDate day, LocalDate until) {
        var many = 0;
        for (var next = after(day); !next.isAfter(until) && many < 100; next = after(next)) {
            many++;
        }
        return many;
    }
}
