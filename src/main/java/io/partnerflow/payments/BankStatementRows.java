package io.partnerflow.payments;

import io.partnerflow.bankfiles.BankEntry;
import io.partnerflow.bankfiles.BankFile;
import io.partnerflow.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** BankStatements and their movements as rows. */
@Repository
class BankStatementRows {

    private static final String STATEMENT = """
            SELECT s.*, (SELECT count(*) FROM bank_entry e WHERE e.statement = s.number AND e.status = 'READ') AS unbooked
            FROM bank_statement s """;
    private static final String INSERT_ENTRY = """
            INSERT INTO bank_entry (statement, position, account, bank_reference, kind, booked_on, currency, amount, payer,
                payer_account, text, end_to_end, original, batch, return_reason, named, status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'READ')""";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    BankStatementRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    Optional<String> withHash(String sha256) {
        return database.sql("SELECT number FROM bank_statement WHERE sha256 = ?")
                .param(sha256)
                .query(String.class)
                .optional();
    }

    void insert(String number, String sha256, String fileName, String account, String by, OffsetDateTime now) {
        database.sql("""
                        INSERT INTO bank_statement (number, sha256, file_name, format, account, bank_id, status, entries,
                            pending, read_by, read_at, version)
                        VALUES (?, ?, ?, 'CAMT', ?, '', 'READ', 0, 0, ?, ?, 0)""").params(number, sha256, fileName, account, by, now).update();
    }

    void told(String number, BankFile file) {
        database.sql("""
                        UPDATE bank_statement SET account = ?, format = ?, bank_id = left(?, 140), entries = ?, pending = ?
                        WHERE number = ?""")
                .params(file.account(), file.format().name(), file.bankId(), file.entries(), file.pending(), number)
                .update();
        database.sql("UPDATE bank_entry SET account = :account WHERE statement = :number AND account <> :account")
                .param("account", file.account())
                .param("number", number)
                .update();
    }

    /** @param first position of the first of them, counted through the file */
    void insert(String number, String account, int first, List<BankEntry> entries) {
        var position = new int[] {first};
        batches.batchUpdate(INSERT_ENTRY, entries, entries.size(), (row, entry) -> {
            row.setString(1, number);
            row.setInt(2, position[0]++);
            row.setString(3, account);
            row.setString(4, entry.reference());
            row.setString(5, entry.kind().name());
            row.setObject(6, entry.bookedOn());
            row.setString(7, entry.amount().currencyCode());
            row.setBigDecimal(8, entry.amount().amount());
            row.setString(9, entry.payer());
            row.setString(10, entry.payerAccount());
            row.setString(11, entry.text());
            row.setString(12, entry.endToEnd());
            row.setString(13, entry.original());
            row.setString(14, entry.batch());
            row.setString(15, entry.returnReason());
            row.setArray(
                    16,
                    row.getConnection().createArrayOf("varchar", entry.named().toArray()));
        });
    }

    Optional<BankStatement> find(String number) {
        return database.sql(STATEMENT + " WHERE s.number = ?")
                .param(number)
                .query(BankStatementRows::statement)
                .optional();
    }

    List<BankStatement> newest(int most) {
        return database.sql(STATEMENT + " ORDER BY s.read_at DESC LIMIT ?")
                .param(most)
                .query(BankStatementRows::statement)
                .list();
    }

    /** Only one that is not being booked yet. @return whether there was one */
    boolean delete(String number) {
        return database.sql("DELETE FROM bank_statement WHERE number = ? AND status = 'READ'")
                        .param(number)
                        .update()
                == 1;
    }

    /** @return whether it was waiting for that */
    boolean confirm(String number, String by, OffsetDateTime now) {
        return database.sql("""
                        UPDATE bank_statement SET status = 'BOOKING', confirmed_by = ?, confirmed_at = ?, version = version + 1
                        WHERE number = ? AND status = 'READ'""").params(by, now, number).update() == 1;
    }

    void booked(String number, OffsetDateTime now) {
        database.sql("""
                        UPDATE bank_statement SET status = 'BOOKED', booked_at = ?, version = version + 1
                        WHERE number = ? AND status = 'BOOKING'""").params(now, number).update();
    }

    /**
     * The next movements that are not booked.
     *
     * @param after id of the last one that is not wanted any more
     */
    List<Entry> unbooked(String statement, long after, int most) {
        return database.sql("""
                        SELECT e.*, EXISTS (
                            SELECT 1 FROM bank_entry o WHERE o.account = e.account AND o.bank_reference = e.bank_reference
                                AND o.status NOT IN ('READ', 'KNOWN')) AS known
                        FROM bank_entry e
                        WHERE e.statement = ? AND e.status = 'READ' AND e.id > ? ORDER BY e.id LIMIT ?""")
                .params(statement, after, most)
                .query(BankStatementRows::entry)
                .list();
    }

    /** @param questions number of the question about each movement, null where there is none; in the same order */
    void write(List<Match> matches, List<Optional<String>> questions) {
        var index = new int[] {0};
        batches.batchUpdate(
                "UPDATE bank_entry SET status = ?, finding = ?, rest = ?, returns = ?, question = ? WHERE id = ?",
                matches,
                1000,
                (row, match) -> {
                    row.setString(1, status(match.finding()));
                    row.setString(2, match.finding().name());
                    row.setBigDecimal(3, match.rest().amount());
                    row.setObject(4, match.returns(), java.sql.Types.BIGINT);
                    row.setString(5, questions.get(index[0]++).orElse(null));
                    row.setLong(6, match.entry().id());
                });
    }

    Map<Finding, Integer> counts(String statement) {
        var counts = new EnumMap<Finding, Integer>(Finding.class);
        database.sql("""
                        SELECT finding, count(*) AS count FROM bank_entry WHERE statement = ? AND finding IS NOT NULL
                        GROUP BY finding""").param(statement).query(row -> {
            counts.put(Finding.valueOf(row.getString("finding")), row.getInt("count"));
        });
        return counts;
    }

    List<StatementLine> questions(String statement, int most) {
        return database.sql("SELECT * FROM bank_entry WHERE statement = ? AND question IS NOT NULL ORDER BY id LIMIT ?")
                .params(statement, most)
                .query((row, i) -> new StatementLine(
                        row.getObject("booked_on", LocalDate.class),
                        Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getString("payer"),
                        row.getString("text"),
                        Finding.valueOf(row.getString("finding")),
                        Money.of(row.getBigDecimal("rest"), row.getString("currency")),
                        row.getString("question")))
                .list();
    }

    private static String status(Finding finding) {
        return switch (finding.kind()) {
            case QUESTION -> "OPEN";
            case LEFT_OUT -> finding.name();
            case DONE -> finding == Finding.RETURNED ? "RETURNED" : "MATCHED";
        };
    }

    private static Entry entry(ResultSet row, int i) throws SQLException {
        return new Entry(
                row.getLong("id"),
                BankEntry.Kind.valueOf(row.getString("kind")),
                row.getObject("booked_on", LocalDate.class),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("payer"),
                row.getString("payer_account"),
                row.getString("text"),
                row.getString("end_to_end"),
                row.getString("batch"),
                row.getString("return_reason"),
                row.getBoolean("known"));
    }

    private static BankStatement statement(ResultSet row, int i) throws SQLException {
        var bookedAt = row.getObject("booked_at", OffsetDateTime.class);
        return new BankStatement(
                row.getString("number"),
                row.getString("file_name"),
                BankFile.Format.valueOf(row.getString("format")),
                row.getString("bank_id"),
                BankStatement.Status.valueOf(row.getString("status")),
                row.getInt("entries"),
                row.getInt("entries") - row.getInt("unbooked"),
                row.getInt("pending"),
                row.getString("read_by"),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                row.getString("confirmed_by"),
                bookedAt == null ? null : bookedAt.toInstant());
    }

    static OffsetDateTime at(java.time.Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
