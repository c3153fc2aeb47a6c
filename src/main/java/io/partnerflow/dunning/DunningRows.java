package io.partnerflow.dunning;

import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dunnings as rows. */
@Repository
class DunningRows {

    /**
     * Every invoice that is late enough and not settled, by the rules of its contract; those of a contract-less charge are
     * its programme's newest. Sums are made once for all, not once per invoice.
     */
    private static final String FIND = """
            INSERT INTO dunning (invoice, payer, status, found_on, second_reminder_on, block_on)
            SELECT i.number, i.bill_to, 'DUE', :today,
                CAST(:today AS date) + (l.second_reminder - l.reminder), CAST(:today AS date) + (l.block - l.reminder)
            FROM invoice i
            LEFT JOIN subscription s ON s.number = i.subscription
            JOIN (
                SELECT v.code, v.version, v.version = max(v.version) OVER (PARTITION BY v.code) AS newest,
                    (v.policy::json -> 'dunning' ->> 'reminderDays')::int AS reminder,
                    (v.policy::json -> 'dunning' ->> 'secondReminderDays')::int AS second_reminder,
                    (v.policy::json -> 'dunning' ->> 'blockDays')::int AS block
                FROM programme_version v) l
                ON l.code = i.programme AND (l.version = s.policy_version OR s.number IS NULL AND l.newest)
            LEFT JOIN (SELECT c.credits, sum(c.gross) AS amount FROM invoice c WHERE c.credits IS NOT NULL GROUP BY c.credits)
                credit ON credit.credits = i.number
            LEFT JOIN (SELECT p.invoice, sum(p.amount) AS amount FROM payment p GROUP BY p.invoice)
                received ON received.invoice = i.number
            WHERE i.kind = 'INVOICE' AND i.due_date + l.reminder <= :today
                AND i.gross > coalesce(credit.amount, 0) + coalesce(received.amount, 0)
                AND NOT EXISTS (SELECT 1 FROM dunning d WHERE d.invoice = i.number AND d.status <> 'CLOSED')
                AND NOT EXISTS (SELECT 1 FROM invoice_being_collected c WHERE c.invoice = i.number)
            ORDER BY i.due_date, i.number""";

    private static final String SETTLED = """
            SELECT d.* FROM dunning d JOIN receivable r ON r.number = d.invoice
            WHERE d.status NOT IN ('DUE', 'CLOSED') AND r.open <= 0 """;

    private final JdbcClient database;
    private final VendorCalendar calendar;

    DunningRows(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    int find() {
        return database.sql(FIND).param("today", calendar.today()).update();
    }

    /** Ids of the next ones that have not begun; whoever asks next, on whichever node, gets others. */
    List<Long> due(int most) {
        return database.sql("SELECT id FROM dunning WHERE status = 'DUE' ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED")
                .param(most)
                .query(Long.class)
                .list();
    }

    void begin(long id, String number) {
        database.sql("UPDATE dunning SET status = 'REMINDING', number = ?, version = version + 1 WHERE id = ?")
                .params(number, id)
                .update();
    }

    /** Numbers of those whose invoice is settled, the null of one that has not begun left out. */
    List<DunningView> settled() {
        return begun(database.sql(SETTLED));
    }

    List<DunningView> settled(Collection<String> invoices) {
        return begun(database.sql(SETTLED + " AND d.invoice IN (:invoices)").param("invoices", invoices));
    }

    private static List<DunningView> begun(JdbcClient.StatementSpec question) {
        return question.query(DunningRows::read).list();
    }

    /** What was found late and was settled before anybody was reminded. */
    /** Whether an invoice is late, or a dunning has not come to its end. */
    boolean anyLateOrRunning() {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM dunning WHERE status <> 'CLOSED')
                            OR EXISTS (SELECT 1 FROM receivable WHERE open > 0 AND due_date < ?)""").param(calendar.today()).query(Boolean.class).single();
    }

    void forgetSettled() {
        database.sql("""
                        UPDATE dunning d SET status = 'CLOSED', closed_at = :now FROM receivable r
                        WHERE d.status = 'DUE' AND r.number = d.invoice AND r.open <= 0""").param("now", now()).update();
    }

    /** @throws NotFound if there is none */
    DunningView get(String number) {
        return database.sql("SELECT * FROM dunning WHERE number = ?")
                .param(number)
                .query(DunningRows::read)
                .optional()
                .orElseThrow(() -> new NotFound("dunning", number));
    }

    List<DunningView> running(int most) {
        return database.sql("""
                        SELECT * FROM dunning WHERE status NOT IN ('DUE', 'CLOSED') ORDER BY block_on, number LIMIT ?""").param(most).query(DunningRows::read).list();
    }

    List<DunningView> runningOf(UUID payer) {
        return database.sql("""
                        SELECT * FROM dunning WHERE payer = ? AND status NOT IN ('DUE', 'CLOSED') ORDER BY block_on, number""").param(payer).query(DunningRows::read).list();
    }

    void blocked(String number) {
        database.sql(
                        "UPDATE dunning SET status = 'BLOCKED', granted_until = NULL, version = version + 1 WHERE number = ?")
                .param(number)
                .update();
    }

    void granted(String number, LocalDate until, @Nullable String note) {
        database.sql("UPDATE dunning SET status = 'GRANTED', granted_until = ?, note = ?, version = version + 1 "
                        + "WHERE number = ?")
                .params(until, note, number)
                .update();
    }

    /** The next steps come so many days later. */
    void postponed(String number, int days, LocalDate until, String note) {
        database.sql("""
                        UPDATE dunning SET block_on = block_on + :days, granted_until = :until, note = :note,
                            second_reminder_on = CASE WHEN second_reminder_on > :today THEN second_reminder_on + :days
                                ELSE second_reminder_on END, version = version + 1
                        WHERE number = :number""")
                .param("days", days)
                .param("until", until)
                .param("note", note)
                .param("today", calendar.today())
                .param("number", number)
                .update();
    }

    void close(String number) {
        database.sql("UPDATE dunning SET status = 'CLOSED', closed_at = ?, version = version + 1 WHERE number = ?")
                .params(now(), number)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC);
    }

    private static DunningView read(ResultSet row, int i) throws SQLException {
        return new DunningView(
                row.getString("number"),
                row.getString("invoice"),
                row.getObject("payer", UUID.class),
                DunningView.Status.valueOf(row.getString("status")),
                row.getObject("found_on", LocalDate.class),
                row.getObject("second_reminder_on", LocalDate.class),
                row.getObject("block_on", LocalDate.class),
                row.getObject("granted_until", LocalDate.class));
    }
}
