package io.partnerflow.portal;

import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The stretches of time a list can be narrowed to; their names are {@code portal.period.<code>}. */
enum ListPeriod {
    THIS_MONTH,
    LAST_MONTH,
    THIS_YEAR,
    LAST_YEAR;

    /** As addresses have it, such as {@code this-month}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ListPeriod::code).toList();
    }

    /**
     * @param code empty for any time
     * @return null for any time
     * @throws NotFound if there is no such period
     */
    static @Nullable Period of(String code, LocalDate today) {
        return code.isEmpty()
                ? null
                : Arrays.stream(values())
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("period", code))
                        .around(today);
    }

    private Period around(LocalDate today) {
        var month = today.withDayOfMonth(1);
        var year = today.withDayOfYear(1);
        return switch (this) {
            case THIS_MONTH -> new Period(month, month.plusMonths(1));
            case LAST_MONTH -> new Period(month.minusMonths(1), month);
            case THIS_YEAR -> new Period(year, year.plusYears(1));
            case LAST_YEAR -> new Period(year.minusYears(1), year);
        };
    }
}
