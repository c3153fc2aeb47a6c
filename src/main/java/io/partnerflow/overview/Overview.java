package io.partnerflow.overview;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for an organisation and what has happened for it, each one statement. Who may ask for the organisation is the
 * caller's to know.
 */
@Service
@Transactional(readOnly = true)
public class Overview {

    private static final Duration RECENT = Duration.ofDays(30);

    private final JdbcClient database;
    private final VendorCalendar calendar;

    Overview(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /**
     * What has a last day first, then what waits longest.
     *
     * @param money whether the reader may see invoices and statements
     * @param zone  in which moments become days
     * @param most  of each kind; more are not looked for
     */
    public List<WaitingWork> waiting(UUID organisation, boolean money, ZoneId zone, int most) {
        return database
                .sql("""
                        SELECT w.*, (SELECT o.name FROM organisation o WHERE o.id = w.customer_id) AS name
                        FROM waiting_work(:organisation, :today, :zone, :most) w""")
                .param("organisation", organisation)
                .param("today", calendar.today())
                .param("zone", zone.getId())
                .param("most", most)
                .query(Overview::waiting)
                .list()
                .stream()
                .filter(work -> money || !work.kind().isAboutMoney())
                .sorted(Comparator.comparing(WaitingWork::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(WaitingWork::since)
                        .thenComparing(WaitingWork::subject))
                .toList();
    }

    /**
     * The latest of the last 30 days, latest first.
     *
     * @param money whether the reader may see invoices and statements
     */
    public List<RecentChange> changes(UUID organisation, boolean money, ZoneId zone, int most) {
        return database.sql("""
                        SELECT c.*, (SELECT o.name FROM organisation o WHERE o.id = c.customer_id) AS name
                        FROM recent_changes(:organisation, :begin, :zone, :most) c
                        WHERE :money OR NOT c.money ORDER BY c.at DESC, c.subject LIMIT :most""")
                .param("organisation", organisation)
                .param("begin", OffsetDateTime.ofInstant(calendar.now().minus(RECENT), ZoneOffset.UTC))
                .param("zone", zone.getId())
                .param("money", money)
                .param("most", most)
                .query(Overview::change)
                .list();
    }

    /**
     * Invoices the organisation has to pay soon, the first due first; what is overdue is {@link #waiting work that waits}.
     *
     * @param until first day that is not asked for
     */
    public List<DueInvoice> invoicesDue(UUID organisation, LocalDate until, int most) {
        return database.sql("""
                        SELECT number, due_date, open, currency FROM listed_invoice
                        WHERE bill_to = :organisation AND due_date >= :today AND due_date < :until AND standing = 'OPEN'
                        ORDER BY due_date, number LIMIT :most""")
                .param("organisation", organisation)
                .param("today", calendar.today())
                .param("until", until)
                .param("most", most)
                .query((row, number) -> new DueInvoice(
                        row.getString("number"),
                        row.getObject("due_date", LocalDate.class),
                        Money.of(row.getBigDecimal("open"), row.getString("currency"))))
                .list();
    }

    private static WaitingWork waiting(ResultSet row, int number) throws SQLException {
        return new WaitingWork(
                WaitingWork.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getObject("since", LocalDate.class),
                row.getObject("due", LocalDate.class));
    }

    private static RecentChange change(ResultSet row, int number) throws SQLException {
        return new RecentChange(
                row.getString("kind"),
                row.getString("subject"),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
