package io.partnerflow.billing;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.Remainder;
import io.partnerflow.tax.TaxedLine;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatGroup;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is wanted and what has been taken back of invoices, as rows. */
@Repository
class CreditRows {

    private final JdbcClient database;

    CreditRows(JdbcClient database) {
        this.database = database;
    }

    /** What somebody wants, as it is stored. */
    record Request(
            String number,
            String invoice,
            String reason,
            boolean again,
            String requestedBy,
            boolean toApprove,
            @Nullable String decidedBy,
            Optional<String> creditNote) {

        boolean mayBeIssued() {
            return !toApprove || (decidedBy != null && !decidedBy.equals(requestedBy));
        }
    }

    /** Whoever takes something back of the invoice waits until the others are done. */
    void lock(String invoice) {
        database.sql("SELECT number FROM invoice WHERE number = ? FOR UPDATE")
                .param(invoice)
                .query(String.class)
                .optional();
    }

    void insert(String number, CreditWish wish, List<Money> nets, Instant now, String by, boolean toApprove) {
        database.sql("""
                        INSERT INTO credit_request (number, invoice, reason, again, requested_at, requested_by, to_approve)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        wish.invoice(),
                        wish.reason(),
                        wish.again(),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        by,
                        toApprove)
                .update();
        for (var position = 0; position < nets.size(); position++) {
            if (!nets.get(position).isZero()) {
                database.sql("INSERT INTO credit_request_line (request, position, net) VALUES (?, ?, ?)")
                        .params(number, position, nets.get(position).amount())
                        .update();
            }
        }
    }

    Optional<Request> find(String number) {
        return database.sql("SELECT * FROM credit_request WHERE number = ?")
                .param(number)
                .query((row, i) -> new Request(
                        row.getString("number"),
                        row.getString("invoice"),
                        row.getString("reason"),
                        row.getBoolean("again"),
                        row.getString("requested_by"),
                        row.getBoolean("to_approve"),
                        row.getString("decided_by"),
                        Optional.ofNullable(row.getString("credit_note"))))
                .optional();
    }

    void decided(String request, String by) {
        database.sql("UPDATE credit_request SET decided_by = ? WHERE number = ?")
                .params(by, request)
                .update();
    }

    void refused(String request, String why) {
        database.sql("UPDATE credit_request SET refused_because = ? WHERE number = ?")
                .params(why, request)
                .update();
    }

    void issued(String request, String creditNote) {
        database.sql("UPDATE credit_request SET credit_note = ? WHERE number = ?")
                .params(creditNote, request)
                .update();
    }

    /** What the request takes back of each line of the invoice. */
    List<Money> nets(String request, Invoice invoice) {
        return perLine(invoice, "SELECT position, net FROM credit_request_line WHERE request = ?", request);
    }

    /** What is left after the credit notes that are issued. */
    Remainder left(Invoice invoice) {
        var credited = perLine(invoice, """
                SELECT l.credits_position AS position, sum(l.net) AS net
                FROM invoice i JOIN invoice_line l ON l.invoice = i.number WHERE i.credits = ? GROUP BY 1""", invoice.number());
        var whole = new Remainder(
                invoice.lines().stream()
                        .map(line -> new TaxedLine(line.vatCategory(), line.vatRate(), line.net()))
                        .toList(),
                invoice.taxes());
        var groups = database.sql("""
                        SELECT t.category, t.rate, sum(t.net) AS net, sum(t.vat) AS vat
                        FROM invoice i JOIN invoice_tax t ON t.invoice = i.number
                        WHERE i.credits = ? GROUP BY 1, 2""")
                .param(invoice.number())
                .query((row, i) -> new VatGroup(
                        VatCategory.valueOf(row.getString("category")),
                        new Percentage(row.getBigDecimal("rate")),
                        Money.of(row.getBigDecimal("net"), invoice.net().currencyCode()),
                        Money.of(row.getBigDecimal("vat"), invoice.net().currencyCode())))
                .list();
        return whole.minus(credited, groups);
    }

    /** What else somebody wants of the invoice and has not got yet. */
    List<Money> wanted(Invoice invoice) {
        return perLine(invoice, """
                SELECT l.position, sum(l.net) AS net
                FROM credit_request r JOIN credit_request_line l ON l.request = r.number
                WHERE r.invoice = ? AND r.credit_note IS NULL AND r.refused_because IS NULL GROUP BY 1""", invoice.number());
    }

    private List<Money> perLine(Invoice invoice, String query, String of) {
        Map<Integer, BigDecimal> nets = new HashMap<>();
        database.sql(query).param(of).query(row -> {
            nets.put(row.getInt("position"), row.getBigDecimal("net"));
        });
        var currency = invoice.net().currencyCode();
        return java.util.stream.IntStream.range(0, invoice.lines().size())
                .mapToObj(line -> Money.of(nets.getOrDefault(line, BigDecimal.ZERO), currency))
                .toList();
    }

    /** What is taken back of the invoice, or wanted and not refused, altogether. */
    BigDecimal askedFor(String invoice) {
        return database.sql("""
                        SELECT coalesce(sum(l.net), 0)
                        FROM credit_request r JOIN credit_request_line l ON l.request = r.number
                        WHERE r.invoice = ? AND r.refused_because IS NULL""").param(invoice).query(BigDecimal.class).single();
    }

    /** Net of all lines of a request. */
    BigDecimal net(String request) {
        return database.sql("SELECT coalesce(sum(net), 0) FROM credit_request_line WHERE request = ?")
                .param(request)
                .query(BigDecimal.class)
                .single();
    }
}
