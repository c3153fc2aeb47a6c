package io.partnerflow.numbering;

import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the next number of a series. The counter row stays locked until the caller's transaction ends, so numbers are
 * taken in the order things commit and a rolled-back caller leaves no gap.
 */
@Component
public class NumberSeries {

    private final JdbcClient database;
    private final VendorCalendar calendar;

    NumberSeries(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /**
     * @param prefix what kind of thing it is, such as {@code OR}
     * @return {@code <prefix>-<year>-<six digits>}, the year in the vendor's time zone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(String prefix) {
        return next(prefix, calendar.today());
    }

    /**
     * @param prefix what kind of thing it is, such as {@code IN}
     * @param day whose year the number is of: what is dated the last of December is numbered with its year, however late
     *     the number is taken
     * @return {@code <prefix>-<year>-<six digits>}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(String prefix, LocalDate day) {
        var series = "%s-%d".formatted(prefix, day.getYear());
        var number = database.sql("""
                        INSERT INTO number_series (series, last) VALUES (?, 1)
                        ON CONFLICT (series) DO UPDATE SET last = number_series.last + 1
                        RETURNING last""").param(series).query(Long.class).single();
        return "%s-%06d".formatted(series, number);
    }

    /**
     * Several numbers of a series at once, one after the other.
     *
     * @param count 1 or more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> next(String prefix, int count) {
        var series = "%s-%d".formatted(prefix, calendar.today().getYear());
        var last = database.sql("""
                        INSERT INTO number_series (series, last) VALUES (:series, :count)
                        ON CONFLICT (series) DO UPDATE SET last = number_series.last + :count
                        RETURNING last""")
                .param("series", series)
                .param("count", count)
                .query(Long.class)
                .single();
        return LongStream.rangeClosed(last - count + 1, last)
                .mapToObj(number -> "%s-%06d".formatted(series, number))
                .toList();
    }
}
