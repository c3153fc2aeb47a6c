package io.partnerflow.debits;

import io.partnerflow.debits.DebitCollection.Presentation;
import io.partnerflow.debits.DebitCollection.Status;
import io.partnerflow.documents.Documents;
import io.partnerflow.parties.Address;
import io.partnerflow.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Collections and what is presented in them, as rows. */
@Repository
class CollectionRows {

    private static final String COLLECTION =
            "SELECT c.*, f.sha256 FROM debit_collection c LEFT JOIN debit_file f ON f.collection = c.number ";

    private static final String PRESENTATION = """
            SELECT p.*, c.currency, d.order_number, d.subscription, d.invoice, o.name, o.country, o.line1, o.line2,
                o.postal_code, o.city
            FROM debit_presentation p
            JOIN debit_collection c ON c.number = p.collection
            JOIN debit d ON d.id = p.debit
            JOIN organisation o ON o.id = d.debtor
            """;

    private final JdbcClient database;

    CollectionRows(JdbcClient database) {
        this.database = database;
    }

    /** What is collected together. */
    record Batch(String currency, LocalDate day) {}

    /**
     * The next day and currency something is to be collected on.
     *
     * @param earliest the bank takes nothing for a day before it
     * @param until what is collected later waits for another night
     */
    Optional<Batch> nextBatch(LocalDate earliest, LocalDate until) {
        return database.sql("""
                        SELECT currency, greatest(collection_day, :earliest) AS day FROM debit
                        WHERE status IN ('ANNOUNCED', 'RETRYING') AND collection_day <= :until
                        ORDER BY 2, 1 LIMIT 1""")
                .param("earliest", earliest)
                .param("until", until)
                .query((row, i) -> new Batch(row.getString("currency"), row.getObject("day", LocalDate.class)))
                .optional();
    }

    /**
     * Takes all of a batch into a collection in one statement. A mandate's first debit is its first; what else is collected
     * under it is recurrent, in the same file too.
     */
    void take(String collection, Batch batch) {
        database.sql("""
                        WITH due AS (
                            UPDATE debit SET status = 'IN_FILE', collection_day = :day
                            WHERE status IN ('ANNOUNCED', 'RETRYING') AND collection_day <= :day AND currency = :currency
                            RETURNING *),
                        told AS (
                            SELECT d.*, m.signed_on, m.account_holder, m.iban, m.bic, o.name,
                                least(d.amount, coalesce(r.open, d.amount)) AS wanted,
                                CASE WHEN m.first_collected_on IS NULL
                                    AND row_number() OVER (PARTITION BY d.mandate ORDER BY d.due_date, d.id) = 1
                                    AND NOT EXISTS (SELECT 1 FROM debit_presentation p
                                        WHERE p.mandate = d.mandate AND p.returned_on IS NULL AND NOT p.given_back)
                                    THEN 'FRST' ELSE 'RCUR' END AS sequence
                            FROM due d
                            JOIN sepa_mandate m ON m.reference = d.mandate
                            JOIN organisation o ON o.id = d.debtor
                            LEFT JOIN receivable r ON r.number = d.invoice),
                        placed AS (
                            SELECT t.*, row_number() OVER (ORDER BY t.sequence, t.name, t.debtor, t.due_date, t.id) AS position
                            FROM told t)
                        INSERT INTO debit_presentation (collection, position, debit, end_to_end, sequence, mandate, signed_on,
                            account_holder, iban, bic, amount, text)
                        SELECT :number, position, id, :number || '-' || lpad(position::text, 5, '0'), sequence, mandate, signed_on,
                            account_holder, iban, bic, wanted,
                            concat_ws(' ', invoice, subscription, to_char(period_from, 'YYYY-MM-DD'))
                        FROM placed""")
                .param("number", collection)
                .param("day", batch.day())
                .param("currency", batch.currency())
                .update();
    }

    void sumUp(String number, Batch batch, Instant now) {
        database.sql("""
                        INSERT INTO debit_collection (number, currency, status, collection_day, debits, control_sum, prepared_at)
                        SELECT :number, :currency, 'PREPARED', :day, count(*), sum(amount), :now
                        FROM debit_presentation WHERE collection = :number""")
                .param("number", number)
                .param("currency", batch.currency())
                .param("day", batch.day())
                .param("now", at(now))
                .update();
    }

    Optional<DebitCollection> find(String number) {
        return database.sql(COLLECTION + "WHERE c.number = ?")
                .param(number)
                .query(CollectionRows::collection)
                .optional();
    }

    List<DebitCollection> latest(int most) {
        return database.sql(COLLECTION + "ORDER BY c.prepared_at DESC, c.number DESC LIMIT ?")
                .param(most)
                .query(CollectionRows::collection)
                .list();
    }

    /** Every debit of it, those that came back too. */
    List<Presentation> presentations(String number) {
        return database.sql(PRESENTATION + "WHERE p.collection = ? ORDER BY p.position")
                .param(number)
                .query(CollectionRows::presentation)
                .list();
    }

    Optional<Presentation> presentation(String endToEnd) {
        return database.sql(PRESENTATION + "WHERE p.end_to_end = ?")
                .param(endToEnd)
                .query(CollectionRows::presentation)
                .optional();
    }

    /** The one that has not come back. */
    Optional<Presentation> livingOf(long debit) {
        return database.sql(PRESENTATION + "WHERE p.debit = ? AND p.returned_on IS NULL AND NOT p.given_back")
                .param(debit)
                .query(CollectionRows::presentation)
                .optional();
    }

    /** Which of the names are debits or parts of a file that is with the bank, with what they come to. */
    List<Told> told(Collection<String> names) {
        return names.isEmpty()
                ? List.of()
                : database.sql("""
                        SELECT p.end_to_end AS name, p.collection, p.amount, c.currency
                        FROM debit_presentation p JOIN debit_collection c ON c.number = p.collection
                        WHERE p.end_to_end IN (:names) AND c.status IN ('RELEASED', 'COLLECTED') AND NOT p.given_back
                        UNION ALL
                        SELECT p.collection || '-' || p.sequence, p.collection, sum(p.amount), c.currency
                        FROM debit_presentation p JOIN debit_collection c ON c.number = p.collection
                        WHERE p.collection IN (:collections) AND c.status IN ('RELEASED', 'COLLECTED') AND NOT p.given_back
                        GROUP BY p.collection, p.sequence, c.currency""")
                        .param("names", names)
                        .param(
                                "collections",
                                names.stream().map(Told::collectionOf).toList())
                        .query((row, i) -> new Told(
                                row.getString("name"),
                                row.getString("collection"),
                                Money.of(row.getBigDecimal("amount"), row.getString("currency"))))
                        .list();
    }

    /**
     * Something the bank can name.
     *
     * @param name of one debit, or of all with the same sequence
     */
    record Told(String name, String collection, Money amount) {

        /** {@code DD-2026-000001} of {@code DD-2026-000001-FRST}. */
        static String collectionOf(String name) {
            return name.replaceAll("-[^-]*$", "");
        }
    }

    /** @param name as {@link Told#name} */
    void credited(String name, LocalDate on) {
        database.sql("""
                        UPDATE debit_presentation SET credited_on = :on
                        WHERE credited_on IS NULL AND (end_to_end = :name
                            OR collection = :collection AND collection || '-' || sequence = :name)""")
                .param("on", on)
                .param("name", name)
                .param("collection", Told.collectionOf(name))
                .update();
    }

    /** Whether the bank has credited all that has not come back. */
    boolean isCredited(String number) {
        return database.sql("""
                        SELECT NOT EXISTS (SELECT 1 FROM debit_presentation
                            WHERE collection = ? AND credited_on IS NULL AND returned_on IS NULL)""").param(number).query(Boolean.class).single();
    }

    /** @return whether it was in that state, and is in the other now */
    boolean move(String number, Status from, Status to, @Nullable Instant ended, @Nullable String note) {
        return database.sql("""
                        UPDATE debit_collection SET status = :to, ended_at = :ended, note = :note
                        WHERE number = :number AND status = :from""")
                        .param("to", to.name())
                        .param("ended", ended == null ? null : at(ended))
                        .param("note", note)
                        .param("number", number)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    void collectOn(String number, LocalDate day) {
        database.sql("UPDATE debit_collection SET collection_day = ? WHERE number = ?")
                .params(day, number)
                .update();
        database.sql("""
                        UPDATE debit SET collection_day = :day FROM debit_presentation p
                        WHERE p.collection = :number AND p.debit = debit.id AND debit.status = 'IN_FILE'""").param("day", day).param("number", number).update();
    }

    void decidedBy(String number, String by) {
        database.sql("UPDATE debit_collection SET decided_by = ? WHERE number = ?")
                .params(by, number)
                .update();
    }

    void keepFile(String number, byte[] content, Instant now) {
        database.sql("INSERT INTO debit_file (collection, content, sha256, written_at) VALUES (?, ?, ?, ?)")
                .params(number, content, Documents.sha256(content), at(now))
                .update();
    }

    Optional<byte[]> file(String number) {
        return database.sql("SELECT content FROM debit_file WHERE collection = ?")
                .param(number)
                .query((row, i) -> row.getBytes(1))
                .optional();
    }

    void collected(String number) {
        database.sql("""
                        UPDATE debit SET status = 'COLLECTED', reason = NULL FROM debit_presentation p
                        WHERE p.collection = ? AND p.debit = debit.id AND p.returned_on IS NULL AND debit.status = 'IN_FILE'""").param(number).update();
    }

    /** Its debits wait for another file. */
    void giveBack(String number, LocalDate notBefore) {
        database.sql("""
                        UPDATE debit SET status = CASE WHEN returns > 0 THEN 'RETRYING' ELSE 'ANNOUNCED' END,
                            collection_day = greatest(debit.collection_day, :notBefore)
                        FROM debit_presentation p
                        WHERE p.collection = :number AND p.debit = debit.id AND debit.status = 'IN_FILE'""").param("notBefore", notBefore).param("number", number).update();
        database.sql("UPDATE debit_presentation SET given_back = true WHERE collection = ? AND returned_on IS NULL")
                .param(number)
                .update();
    }

    /** @return false if it has come back before */
    boolean returned(String endToEnd, String reason, LocalDate on) {
        return database.sql("""
                        UPDATE debit_presentation SET returned_on = ?, reason = ?
                        WHERE end_to_end = ? AND returned_on IS NULL AND NOT given_back""").params(on, reason, endToEnd).update() == 1;
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static DebitCollection collection(ResultSet row, int i) throws SQLException {
        return new DebitCollection(
                row.getString("number"),
                Status.valueOf(row.getString("status")),
                row.getObject("collection_day", LocalDate.class),
                row.getInt("debits"),
                Money.of(row.getBigDecimal("control_sum"), row.getString("currency")),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                row.getString("note"),
                row.getString("sha256"));
    }

    private static Presentation presentation(ResultSet row, int i) throws SQLException {
        return new Presentation(
                row.getLong("debit"),
                row.getInt("position"),
                row.getString("end_to_end"),
                row.getString("sequence").equals("FRST"),
                row.getString("mandate"),
                row.getObject("signed_on", LocalDate.class),
                row.getString("name"),
                row.getString("country"),
                new Address(
                        row.getString("line1"),
                        row.getString("line2"),
                        row.getString("postal_code"),
                        row.getString("city")),
                row.getString("account_holder"),
                row.getString("iban"),
                row.getString("bic"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("text"),
                row.getString("order_number"),
                row.getString("subscription"),
                row.getString("invoice"),
                row.getObject("returned_on", LocalDate.class),
                row.getString("reason"));
    }
}
