package io.partnerflow.numbering;

import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The numbers of documents that have legal force: gapless per legal entity, kind and year. A series that another legal
 * entity has begun is refused, so that a successor begins its own.
 */
@Component
public class LegalSeries {

    private final NumberSeries numbers;
    private final VendorCalendar calendar;
    private final JdbcClient database;
    private final Set<Series> ours = ConcurrentHashMap.newKeySet();

    LegalSeries(NumberSeries numbers, VendorCalendar calendar, JdbcClient database) {
        this.numbers = numbers;
        this.calendar = calendar;
        this.database = database;
    }

    /**
     * Whose documents of which kind.
     *
     * @param prefix what their numbers begin with, such as {@code IN}
     * @param legalEntity registration number of who issues them
     * @param setting where the prefix is set, such as {@code partnerflow.billing.invoice-series}
     */
    public record Series(String prefix, String legalEntity, String setting) {}

    /**
     * The next number, which stays locked until the caller's transaction ends.
     *
     * @param day of issue; the number is of its year
     * @throws IllegalStateException if the series is another legal entity's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(Series series, LocalDate day) {
        if (!ours.contains(series)) {
            requireOwn(series);
        }
        return numbers.next(series.prefix(), day);
    }

    private void requireOwn(Series series) {
        var begun = database.sql(
                        "INSERT INTO legal_series (series, legal_entity, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(series.prefix(), series.legalEntity(), OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC))
                .update();
        var owner = database.sql("SELECT legal_entity FROM legal_series WHERE series = ?")
                .param(series.prefix())
                .query(String.class)
                .single();
        if (!owner.equals(series.legalEntity())) {
            throw new IllegalStateException("series %s has been begun by legal entity %s; give %s one of its own in %s"
                    .formatted(series.prefix(), owner, series.legalEntity(), series.setting()));
        }
        if (begun == 0) { // else the row may yet be taken back with the transaction
            ours.add(series);
        }
    }
}
