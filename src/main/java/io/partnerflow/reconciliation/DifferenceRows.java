package io.partnerflow.reconciliation;

import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases as rows. */
@Repository
class DifferenceRows {

    private final JdbcClient database;
    private final VendorCalendar calendar;

    DifferenceRows(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** Ids of those nobody was asked about yet; whoever asks next, on whichever node, gets others. */
    List<Long> found(int most) {
        return database.sql(
                        "SELECT id FROM reconciliation_case WHERE status = 'FOUND' ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED")
                .param(most)
                .query(Long.class)
                .list();
    }

    boolean anyToHandle() {
        return database.sql("SELECT EXISTS (SELECT 1 FROM reconciliation_case WHERE status IN ('FOUND', 'VANISHED'))")
                .query(Boolean.class)
                .single();
    }

    void open(long id, String number) {
        database.sql("UPDATE reconciliation_case SET status = 'OPEN', number = ? WHERE id = ?")
                .params(number, id)
                .update();
    }

    List<String> vanished(int most) {
        return database.sql(
                        "SELECT number FROM reconciliation_case WHERE status = 'VANISHED' ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED")
                .param(most)
                .query(String.class)
                .list();
    }

    /** @throws NotFound if there is none */
    Difference get(String number) {
        return database.sql("SELECT * FROM reconciliation_case WHERE number = ?")
                .param(number)
                .query(DifferenceRows::read)
                .optional()
                .orElseThrow(() -> new NotFound("reconciliation case", number));
    }

    void checked(String number) {
        database.sql("UPDATE reconciliation_case SET checked_at = ? WHERE number = ?")
                .params(now(), number)
                .update();
    }

    /** @param status CLOSED or EXPLAINED */
    void close(String number, String status, @Nullable String note) {
        database.sql("UPDATE reconciliation_case SET status = ?, note = ?, closed_at = ? WHERE number = ?")
                .params(status, note, now(), number)
                .update();
    }

    long openCount() {
        return database.sql("SELECT count(*) FROM reconciliation_case WHERE status IN ('FOUND', 'OPEN')")
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC);
    }

    private static Difference read(ResultSet row, int i) throws SQLException {
        return new Difference(
                row.getString("number"),
                Difference.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getObject("period", LocalDate.class),
                row.getString("detail"),
                row.getObject("checked_at", OffsetDateTime.class).toInstant());
    }
}
