package io.partnerflow.pricing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * When a direct debit is collected and until when it must have been announced.
 *
 * @param collectionDate        the due date, or the next day on which euro banks settle
 * @param latestPreNotification calendar days before it
 */
public record DebitDates(LocalDate collectionDate, LocalDate latestPreNotification) {

    private static final Set<MonthDay> CLOSED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    /**
     * <b>Source:</b> C-20, WA-11.
     *
     * @param preNotificationDays before the collection, 0 or more
     */
    public static DebitDates of(LocalDate dueDate, int preNotificationDays) {
        var collection = dueDate;
        while (!isTargetDay(collection)) {
            collection = collection.plusDays(1);
        }
        return new DebitDates(collection, collection.minusDays(preNotificationDays));
    }

    /**
     * A day so many days further on which euro banks settle.
     *
     * @param days 0 or more; 0 for the day itself, or the next such day
     */
    public static LocalDate plusTargetDays(LocalDate from, int days) {
        var day = of(from, 0).collectionDate();
        for (var left = days; left > 0; left--) {
            day = of(day.plusDays(1), 0).collectionDate();
        }
        return day;
    }

    /** Not a weekend, 1 January, Good Friday, Easter Monday, 1 May, 25 or 26 December. */
    public static boolean isTargetDay(LocalDate day) {
        var easter = easterSunday(day.getYear());
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !CLOSED.contains(MonthDay.from(day))
                && !day.equals(easter.minusDays(2))
                && !day.equals(easter.plusDays(1));
    }

    /** Source: the anonymous Gregorian algorithm (Meeus, Jones, Butcher); its letters are kept. */
    private static LocalDate easterSunday(int year) {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var day = h + l - 7 * m + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
