package io.partnerflow.steering;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days figures are asked for.
 *
 * @param problem key of what is wrong with what was asked for; then the days are the usual ones. Null for nothing
 * @param preset  how many days back from today; 0 for days of one's own
 */
record AskedDays(
        LocalDate from,
        LocalDate through,
        int preset,
        @Nullable String problem) {

    static final List<Integer> PRESETS = List.of(7, 30, 90);
    private static final int USUAL = 30;
    private static final int MOST = 1830;

    /** @param days one of the presets; empty if {@code from} and {@code to} say more, which may be empty too */
    static AskedDays of(String days, String from, String to, LocalDate today) {
        if (!from.isBlank() || !to.isBlank()) {
            return own(from, to, today);
        }
        return PRESETS.stream()
                .filter(preset -> days.equals(preset.toString()))
                .findFirst()
                .map(preset -> back(preset, null, today))
                .orElseGet(() -> back(USUAL, days.isBlank() ? null : "steering.days.unknown", today));
    }

    private static AskedDays own(String from, String to, LocalDate today) {
        try {
            var last = to.isBlank() ? today : LocalDate.parse(to.strip());
            var first = from.isBlank() ? last.minusDays(USUAL - 1) : LocalDate.parse(from.strip());
            if (first.isAfter(last)) {
                return back(USUAL, "steering.days.backwards", today);
            }
            return first.plusDays(MOST).isBefore(last)
                    ? back(USUAL, "steering.days.too-many", today)
                    : new AskedDays(first, last, 0, null);
        } catch (DateTimeParseException notADay) {
            return back(USUAL, "steering.days.no-day", today);
        }
    }

    private static AskedDays back(int days, @Nullable String problem, LocalDate today) {
        return new AskedDays(today.minusDays(days - 1), today, days, problem);
    }

    /** For the address of a page about the same days. */
    public String query() {
        return preset > 0 ? "days=" + preset : "from=" + from + "&to=" + through;
    }
}
