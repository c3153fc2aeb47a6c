package io.partnerflow.portal;

import static java.util.stream.Collectors.groupingBy;

import io.partnerflow.deadlines.Deadline;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The deadlines of a month, week by week from Monday on.
 *
 * @param weeks each of seven days; the first and the last may begin and end in other months
 */
record MonthCalendar(YearMonth month, List<List<Day>> weeks) {

    private static final int DAYS = 7;

    /**
     * @param inMonth whether it is of this month
     * @param deadlines empty for days of other months
     */
    record Day(LocalDate date, boolean inMonth, boolean today, List<Deadline> deadlines) {}

    static MonthCalendar of(YearMonth month, List<Deadline> deadlines, LocalDate today) {
        var byDay = deadlines.stream().collect(groupingBy(Deadline::day));
        var first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var weeks = IntStream.iterate(0, days -> !first.plusDays(days).isAfter(last), days -> days + DAYS)
                .mapToObj(first::plusDays)
                .map(monday -> week(monday, month, byDay, today))
                .toList();
        return new MonthCalendar(month, weeks);
    }

    private static List<Day> week(
            LocalDate monday, YearMonth month, Map<LocalDate, List<Deadline>> byDay, LocalDate today) {
        return IntStream.range(0, DAYS)
                .mapToObj(monday::plusDays)
                .map(day -> day(day, YearMonth.from(day).equals(month), byDay, today))
                .toList();
    }

    private static Day day(LocalDate day, boolean inMonth, Map<LocalDate, List<Deadline>> byDay, LocalDate today) {
        return new Day(day, inMonth, day.equals(today), inMonth ? byDay.getOrDefault(day, List.of()) : List.of());
    }

    /** Whether nothing falls into the month. */
    public boolean isEmpty() {
        return weeks.stream()
                .flatMap(List::stream)
                .allMatch(day -> day.deadlines().isEmpty());
    }
}
