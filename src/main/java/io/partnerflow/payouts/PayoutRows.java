package io.partnerflow.payouts;

import io.partnerflow.documents.Documents;
import io.partnerflow.parties.Address;
import io.partnerflow.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payout runs as rows. */
@Repository
class PayoutRows {

    private static final String RUN =
            "SELECT r.*, f.sha256 FROM payout_run r LEFT JOIN payout_file f ON f.run = r.number ";

    private final JdbcClient database;

    PayoutRows(JdbcClient database) {
        this.database = database;
    }

    /** One snapshot: what is summed up is what is taken, whatever arrives meanwhile. */
    void takeClaims(String run, String currency) {
        database.sql("""
                        WITH free AS (
                            SELECT c.document, c.organisation_id, c.amount
                            FROM payout_claim c JOIN payout_account a ON a.organisation_id = c.organisation_id
                            WHERE c.currency = :currency AND NOT EXISTS (
                                SELECT 1 FROM payout_item i WHERE i.document = c.document AND NOT i.returned)),
                        owed AS (
                            SELECT organisation_id, sum(amount) AS amount FROM free GROUP BY organisation_id HAVING sum(amount) > 0),
                        paid AS (
                            INSERT INTO payout_payment (run, position, organisation_id, account_holder, iban, amount, account_entered_by)
                            SELECT :run, row_number() OVER (ORDER BY n.name, n.id), o.organisation_id, a.account_holder, a.iban, o.amount,
                                a.changed_by
                            FROM owed o JOIN payout_account a ON a.organisation_id = o.organisation_id
                            JOIN organisation n ON n.id = o.organisation_id
                            RETURNING position, organisation_id)
                        INSERT INTO payout_item (run, position, document)
                        SELECT :run, p.position, f.document FROM paid p JOIN free f ON f.organisation_id = p.organisation_id""").param("run", run).param("currency", currency).update();
    }

    /** @return false if the run has no payment, so there is none */
    boolean sumUp(String run, String currency, LocalDate executionDate, Instant now, String by) {
        return database.sql("""
                        INSERT INTO payout_run (number, currency, status, execution_date, payments, control_sum, prepared_at, prepared_by)
                        SELECT :run, :currency, 'PREPARED', :date, count(*), sum(amount), :now, :by
                        FROM payout_payment WHERE run = :run HAVING count(*) > 0""")
                        .param("run", run)
                        .param("currency", currency)
                        .param("date", executionDate)
                        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    Optional<PayoutRun> find(String number) {
        return database.sql(RUN + "WHERE r.number = ?")
                .param(number)
                .query(PayoutRows::run)
                .optional();
    }

    List<PayoutRun> latest(int most) {
        return database.sql(RUN + "ORDER BY r.prepared_at DESC, r.number DESC LIMIT ?")
                .param(most)
                .query(PayoutRows::run)
                .list();
    }

    List<PayoutRun.Payment> payments(PayoutRun run) {
        return database.sql("""
                        SELECT p.*, o.name, o.country, o.line1, o.line2, o.postal_code, o.city,
                            (SELECT array_agg(i.document ORDER BY i.document) FROM payout_item i
                             WHERE i.run = p.run AND i.position = p.position) AS documents
                        FROM payout_payment p JOIN organisation o ON o.id = p.organisation_id
                        WHERE p.run = ? ORDER BY p.position""")
                .param(run.number())
                .query((row, i) -> payment(row, run.controlSum().currencyCode()))
                .list();
    }

    /** @return whether it was in that state, and is in the other now */
    boolean move(
            String number, PayoutRun.Status from, PayoutRun.Status to, @Nullable Instant ended, @Nullable String note) {
        return database.sql("""
                        UPDATE payout_run SET status = :to, ended_at = :ended, note = :note
                        WHERE number = :number AND status = :from""")
                        .param("to", to.name())
                        .param("ended", ended == null ? null : OffsetDateTime.ofInstant(ended, ZoneOffset.UTC))
                        .param("note", note)
                        .param("number", number)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    void executeOn(String number, LocalDate day) {
        database.sql("UPDATE payout_run SET execution_date = ? WHERE number = ?")
                .params(day, number)
                .update();
    }

    void decidedBy(String number, @Nullable String by) {
        database.sql("UPDATE payout_run SET decided_by = ? WHERE number = ?")
                .params(by, number)
                .update();
    }

    void releasedBy(String number, String by) {
        database.sql("UPDATE payout_run SET released_by = ? WHERE number = ? AND status = 'PREPARED'")
                .params(by, number)
                .update();
    }

    /** @param releasedBy null until somebody has released it */
    record Hands(String preparedBy, @Nullable String releasedBy) {}

    Hands hands(String number) {
        return database.sql("SELECT prepared_by, released_by FROM payout_run WHERE number = ?")
                .param(number)
                .query((row, i) -> new Hands(row.getString(1), row.getString(2)))
                .single();
    }

    /**
     * Whose account the person has entered that this run pays to; empty if none.
     *
     * @param names by which the person is known: here and, as a user of the portal, by an address
     */
    Optional<String> paysToAccountEnteredBy(String number, Set<String> names) {
        return database.sql("""
                        SELECT o.name FROM payout_payment p JOIN organisation o ON o.id = p.organisation_id
                        WHERE p.run = :run AND lower(p.account_entered_by) IN (:names) ORDER BY p.position LIMIT 1""")
                .param("run", number)
                .param("names", names)
                .query(String.class)
                .optional();
    }

    void keepFile(String number, byte[] content, Instant now) {
        database.sql("INSERT INTO payout_file (run, content, sha256, written_at) VALUES (?, ?, ?, ?)")
                .params(number, content, Documents.sha256(content), OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    Optional<byte[]> file(String number) {
        return database.sql("SELECT content FROM payout_file WHERE run = ?")
                .param(number)
                .query((row, i) -> row.getBytes(1))
                .optional();
    }

    void giveBack(String number) {
        database.sql("UPDATE payout_item SET returned = true WHERE run = ?")
                .param(number)
                .update();
    }

    private static PayoutRun run(ResultSet row, int i) throws SQLException {
        return new PayoutRun(
                row.getString("number"),
                PayoutRun.Status.valueOf(row.getString("status")),
                row.getObject("execution_date", LocalDate.class),
                row.getInt("payments"),
                Money.of(row.getBigDecimal("control_sum"), row.getString("currency")),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                row.getString("prepared_by"),
                row.getString("decided_by"),
                row.getString("note"),
                row.getString("sha256"));
    }

    private static PayoutRun.Payment payment(ResultSet row, String currency) throws SQLException {
        return new PayoutRun.Payment(
                row.getInt("position"),
                row.getObject("organisation_id", UUID.class),
                row.getString("name"),
                row.getString("country"),
                new Address(
                        row.getString("line1"),
                        row.getString("line2"),
                        row.getString("postal_code"),
                        row.getString("city")),
                row.getString("account_holder"),
                row.getString("iban"),
                Money.of(row.getBigDecimal("amount"), currency),
                List.of((String[]) row.getArray("documents").getArray()));
    }
}
