package io.partnerflow.engine;

import io.partnerflow.shared.VendorCalendar;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Some days as few spans of time, so that an index is walked through once for each: begins, and as many ends. */
record DaySpans(List<Timestamp> from, List<Timestamp> to) {

    /** @param days in ascending order */
    static DaySpans of(List<LocalDate> days, VendorCalendar calendar) {
        var from = new ArrayList<Timestamp>();
        var to = new ArrayList<Timestamp>();
        for (var place = 0; place < days.size(); place++) {
            var day = days.get(place);
            var next = Timestamp.from(calendar.startOfDay(day.plusDays(1)));
            if (place > 0 && days.get(place - 1).plusDays(1).equals(day)) {
                to.set(to.size() - 1, next);
            } else {
                from.add(Timestamp.from(calendar.startOfDay(day)));
                to.add(next);
            }
        }
        return new DaySpans(from, to);
    }

    Timestamp[] begins() {
        return from.toArray(Timestamp[]::new);
    }

    Timestamp[] ends() {
        return to.toArray(Timestamp[]::new);
    }
}
