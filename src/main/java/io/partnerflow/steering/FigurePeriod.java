package io.partnerflow.steering;

import io.partnerflow.shared.NotFound;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The stretches of time the money of the managers' page can be narrowed to. */
enum FigurePeriod {
    TWELVE_MONTHS,
    THIS_MONTH,
    LAST_MONTH,
    THIS_YEAR,
    LAST_YEAR;

    /** @param until first day that does not belong to it */
    record Days(LocalDate from, LocalDate until) {}

    /** As addresses have it, such as {@code this-month}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(FigurePeriod::code).toList();
    }

    /** @throws NotFound if there is no such period */
    static Days days(String code, LocalDate today) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("period", code))
                .around(today);
    }

    private Days around(LocalDate today) {
        var month = today.withDayOfMonth(1);
        var year = today.withDayOfYear(1);
        return switch (this) {
            case TWELVE_MONTHS -> new Days(month.minusMonths(11), month.plusMonths(1));
            case THIS_MONTH -> new Days(month, month.plusMonths(1));
            case LAST_MONTH -> new Days(month.minusMonths(1), month);
            case THIS_YEAR -> new Days(year, year.plusYears(1));
            case LAST_YEAR -> new Days(year.minusYears(1), year);
        };
    }
}
