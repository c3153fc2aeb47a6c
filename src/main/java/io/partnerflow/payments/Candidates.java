package io.partnerflow.payments;

import io.partnerflow.payments.Matching.Original;
import io.partnerflow.shared.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what movements can be for: one question to the database for many movements. */
@Component
class Candidates {

    private static final String SQUEEZED = "upper(regexp_replace(%s, '[^A-Za-z0-9]', '', 'g'))";
    private static final String NAMED =
            """
            WITH wanted AS (
                SELECT e.id, n.name FROM bank_entry e CROSS JOIN LATERAL unnest(e.named) AS n (name)
                WHERE e.id IN (:entries) AND e.kind = 'RECEIVED'),
            found AS (
                SELECT w.id, i.number FROM wanted w JOIN invoice i ON %s = w.name
                UNION
                SELECT w.id, i.number FROM wanted w JOIN invoice i ON %s = w.name)
            SELECT found.id AS entry, r.* FROM found JOIN receivable r ON r.number = found.number""".formatted(SQUEEZED.formatted("i.payment_reference"), SQUEEZED.formatted("i.number"));

    /** Whose account it was the last times, or whose name it is. */
    private static final String OF_PAYER = """
            SELECT e.id AS entry, r.* FROM bank_entry e
            CROSS JOIN LATERAL (
                SELECT i.bill_to FROM bank_entry o JOIN payment p ON p.entry = o.id JOIN invoice i ON i.number = p.invoice
                WHERE o.payer_account = e.payer_account
                UNION
                SELECT o.id FROM organisation o WHERE lower(o.name) = lower(e.payer)) payer
            JOIN receivable r ON r.bill_to = payer.bill_to AND r.currency = e.currency AND r.open = e.amount
            WHERE e.id IN (:entries) AND e.kind = 'RECEIVED'""";

    private static final String RETURNED = """
            SELECT e.id AS entry, o.id AS original, p.invoice, p.amount, p.currency
            FROM bank_entry e
            JOIN bank_entry o ON o.kind = 'RECEIVED' AND o.status NOT IN ('READ', 'KNOWN') AND o.account = e.account
                AND o.currency = e.currency AND o.amount = e.amount AND o.booked_on <= e.booked_on
                AND (o.bank_reference = e.original OR o.end_to_end = e.end_to_end OR o.named && e.named)
            JOIN payment p ON p.entry = o.id AND p.kind = 'BANK'
            WHERE e.id IN (:entries) AND e.kind = 'RETURNED'
                AND NOT EXISTS (SELECT 1 FROM bank_entry x WHERE x.returns = o.id)
            ORDER BY o.id""";

    private final JdbcClient database;

    Candidates(JdbcClient database) {
        this.database = database;
    }

    /** By movement: what it names or, where it names nothing there is, what its payer owes. */
    Map<Long, List<Candidate>> of(List<Long> entries) {
        var found = new HashMap<Long, List<Candidate>>();
        if (entries.isEmpty()) {
            return found;
        }
        collect(NAMED, entries, true, found);
        var unnamed =
                entries.stream().filter(entry -> !found.containsKey(entry)).toList();
        if (!unnamed.isEmpty()) {
            collect(OF_PAYER, unnamed, false, found);
        }
        return found;
    }

    private void collect(String question, List<Long> entries, boolean named, Map<Long, List<Candidate>> found) {
        database.sql(question).param("entries", entries).query(row -> {
            found.computeIfAbsent(row.getLong("entry"), entry -> new ArrayList<>())
                    .add(new Candidate(Receivables.read(row, 0), named));
        });
    }

    /** By movement: what it can take back. */
    Map<Long, List<Original>> originals(List<Long> entries) {
        var parts = new LinkedHashMap<Long, Map<Long, List<Match.Part>>>();
        if (!entries.isEmpty()) {
            database.sql(RETURNED).param("entries", entries).query(row -> {
                parts.computeIfAbsent(row.getLong("entry"), entry -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getLong("original"), original -> new ArrayList<>())
                        .add(new Match.Part(
                                row.getString("invoice"),
                                Money.of(row.getBigDecimal("amount"), row.getString("currency"))));
            });
        }
        var originals = new HashMap<Long, List<Original>>();
        parts.forEach((entry, found) -> originals.put(
                entry,
                found.entrySet().stream()
                        .map(one -> new Original(one.getKey(), one.getValue()))
                        .toList()));
        return originals;
    }
}
