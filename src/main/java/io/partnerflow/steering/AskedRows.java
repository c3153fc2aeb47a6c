package io.partnerflow.steering;

import io.partnerflow.shared.NotFound;
import io.partnerflow.steering.ManagersFigures.Wanted;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of a list asks for; everything may be empty.
 *
 * @param period code of a {@link FigurePeriod}
 * @param month such as {@code 2026-11}, in place of a period
 */
record AskedRows(String programme, String currency, String state, String period, String month) {

    /** The same in whatever state. */
    AskedRows everyState() {
        return new AskedRows(programme, currency, "", period, month);
    }

    /** @throws NotFound if there is no such period or month */
    Wanted wanted(LocalDate today) {
        var days = days(today);
        return new Wanted(programme, currency, state, days.from(), days.until());
    }

    private Wanted days(LocalDate today) {
        if (!month.isBlank()) {
            var first = firstOf(month);
            return new Wanted(null, null, null, first, first.plusMonths(1));
        }
        if (period.isBlank()) {
            return Wanted.all();
        }
        var days = FigurePeriod.days(period, today);
        return new Wanted(null, null, null, days.from(), days.until());
    }

    /** For the address of the same list. */
    public String query() {
        return UriComponentsBuilder.newInstance()
                .queryParam("programme", "{programme}")
                .queryParam("currency", "{currency}")
                .queryParam("state", "{state}")
                .queryParam("period", "{period}")
                .queryParam("month", "{month}")
                .encode()
                .buildAndExpand(programme, currency, state, period, month)
                .toUriString();
    }

    private static LocalDate firstOf(String month) {
        try {
            return YearMonth.parse(month).atDay(1);
        } catch (DateTimeParseException none) {
            throw new NotFound("month", month);
        }
    }
}
