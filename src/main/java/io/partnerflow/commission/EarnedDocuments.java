package io.partnerflow.commission;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds what has been issued and not been compensated. A credit note belongs to whom its invoice has earned for, also
 * after the customer went elsewhere (HA-9). What comes late for a month that has its statement counts in the next one.
 */
@Repository
class EarnedDocuments {

    private static final String EARNER =
            "coalesce((SELECT c.earns FROM issued_document c WHERE c.number = d.credits), d.earns)";

    private static final String ISSUED = """
            SELECT d.number, d.kind, d.credits, d.issue_date, d.issue_date AS earned_on, d.customer_id, d.programme,
                d.currency, d.net, %s AS earns
            FROM issued_document d
            WHERE d.issue_date < :thisMonth AND d.programme = ANY (:issued)
            """.formatted(EARNER);

    /** HA-2: an invoice counts once it is paid, its credit notes with it; one that is taken back unpaid never counts. */
    private static final String PAID = """
            SELECT d.number, d.kind, d.credits, d.issue_date, greatest(d.issue_date, p.paid_on) AS earned_on, d.customer_id,
                d.programme, d.currency, d.net, %s AS earns
            FROM issued_document d
            JOIN receivable r ON r.number = coalesce(d.credits, d.number) AND r.open <= 0 AND r.paid > 0
            CROSS JOIN LATERAL (SELECT max(m.received_on) AS paid_on FROM payment m WHERE m.invoice = r.number) p
            WHERE greatest(d.issue_date, p.paid_on) < :thisMonth AND d.programme = ANY (:paid)
            """.formatted(EARNER);

    private final JdbcClient database;

    EarnedDocuments(JdbcClient database) {
        this.database = database;
    }

    /**
     * The first months that have no statement yet, oldest first.
     *
     * @param thisMonth whose documents do not count yet
     * @param issued programmes in which a document counts when it is issued
     * @param paid programmes in which it counts when it is paid
     * @param most how many months
     */
    List<EarnedMonth> toCompensate(YearMonth thisMonth, List<String> issued, List<String> paid, int most) {
        var rows = database.sql("""
                        WITH earned AS (
                        """ + ISSUED + (paid.isEmpty() ? "" : " UNION ALL " + PAID) + """
                        ), due AS (
                            SELECT e.*, CASE WHEN EXISTS (
                                    SELECT 1 FROM compensation_statement s WHERE s.reseller_id = e.earns
                                    AND s.programme = e.programme AND s.currency = e.currency
                                    AND s.month = date_trunc('month', e.earned_on))
                                THEN :lastMonth ELSE date_trunc('month', e.earned_on)::date END AS month
                            FROM earned e
                            WHERE e.earns IS NOT NULL
                                AND NOT EXISTS (SELECT 1 FROM compensation_line l WHERE l.document = e.number)
                        ), wanted AS (
                            SELECT w.* FROM (
                                SELECT earns, programme, currency, month FROM due
                                UNION
                                SELECT reseller_id, programme, currency, :lastMonth FROM compensation_carry
                                WHERE taken_by IS NULL AND (programme = ANY (:issued) OR programme = ANY (:paid))) w
                            WHERE NOT EXISTS (
                                SELECT 1 FROM compensation_statement s WHERE s.reseller_id = w.earns
                                AND s.programme = w.programme AND s.currency = w.currency AND s.month = w.month)
                            ORDER BY month, earns, programme, currency LIMIT :most)
                        SELECT w.earns, w.programme, w.currency, w.month, d.number, d.kind, d.credits, d.issue_date,
                            greatest(d.earned_on, w.month) AS counts_on, d.net, o.name, l.rate AS earned_at
                        FROM wanted w
                        LEFT JOIN due d USING (earns, programme, currency, month)
                        LEFT JOIN organisation o ON o.id = d.customer_id
                        LEFT JOIN compensation_line l ON l.document = d.credits
                        ORDER BY w.month, w.earns, w.programme, w.currency, counts_on, d.number""")
                .param("thisMonth", thisMonth.atDay(1))
                .param("lastMonth", thisMonth.minusMonths(1).atDay(1))
                .param("issued", issued.toArray(String[]::new))
                .param("paid", paid.toArray(String[]::new))
                .param("most", most)
                .query(EarnedDocuments::row)
                .list();
        return byMonth(rows);
    }

    private record Key(UUID reseller, String programme, String currency, YearMonth month) {}

    private record Row(Key key, EarnedMonth.@Nullable Document document) {}

    private static List<EarnedMonth> byMonth(List<Row> rows) {
        var documents = new LinkedHashMap<Key, List<EarnedMonth.Document>>();
        for (var row : rows) {
            var ofMonth = documents.computeIfAbsent(row.key(), key -> new ArrayList<>());
            if (row.document() != null) {
                ofMonth.add(row.document());
            }
        }
        return documents.entrySet().stream()
                .map(entry -> new EarnedMonth(
                        entry.getKey().reseller(),
                        entry.getKey().programme(),
                        entry.getKey().currency(),
                        entry.getKey().month(),
                        entry.getValue()))
                .toList();
    }

    private static Row row(ResultSet row, int i) throws SQLException {
        var key = new Key(
                row.getObject("earns", UUID.class),
                row.getString("programme"),
                row.getString("currency"),
                YearMonth.from(row.getObject("month", LocalDate.class)));
        return new Row(key, row.getString("number") == null ? null : document(row, key.currency()));
    }

    private static EarnedMonth.Document document(ResultSet row, String currency) throws SQLException {
        var earnedAt = row.getBigDecimal("earned_at");
        return new EarnedMonth.Document(
                row.getString("number"),
                row.getString("kind"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("counts_on", LocalDate.class),
                row.getString("name"),
                Money.of(row.getBigDecimal("net"), currency),
                row.getString("credits"),
                earnedAt == null ? null : Percentage.of(earnedAt));
    }
}
