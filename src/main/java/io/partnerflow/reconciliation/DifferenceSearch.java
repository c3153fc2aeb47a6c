package io.partnerflow.reconciliation;

import io.partnerflow.shared.VendorCalendar;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds differences between contracts and invoices, all of them in one statement.
 *
 * <p>Every period of a running contract that has begun before today stands on exactly one invoice that was not taken
 * back; none stands on one after the contract's end; every addition of seats was invoiced; invoices add up; nobody has
 * paid more than was open. What was paid where a contract was taken over from is not missed. What began today, or was activated today, may still be on its way.
 *
 * <p><b>Source:</b> features.md, complaints 5 and 6.
 */
@Component
class DifferenceSearch {

    private static final String FOUND = """
            WITH credited AS MATERIALIZED (
                SELECT c.credits AS invoice, sum(c.gross) AS gross FROM invoice c WHERE c.credits IS NOT NULL GROUP BY c.credits),
            standing AS MATERIALIZED (
                SELECT i.number, i.gross FROM invoice i LEFT JOIN credited c ON c.invoice = i.number
                WHERE i.kind = 'INVOICE' AND (c.gross IS NULL OR c.gross < i.gross)),
            invoiced AS MATERIALIZED (
                SELECT l.subscription, l.period_from, l.change, count(DISTINCT l.invoice) AS times, min(l.invoice) AS first,
                    max(l.invoice) AS last
                FROM invoice_line l JOIN standing i ON i.number = l.invoice
                WHERE l.kind = 'PERIOD' AND (:contract = '' OR l.subscription = :contract)
                GROUP BY l.subscription, l.period_from, l.change),
            contract AS MATERIALIZED (
                SELECT s.*, (s.start_date + make_interval(months => s.rhythm_from_month))::date AS counted_from,
                    greatest(s.paid_elsewhere_until, CASE WHEN v.policy::json -> 'limits' ->> 'backdatedBilling' = 'ASSUME_PAID'
                        THEN (s.activated_at AT TIME ZONE :zone)::date END) AS paid_before
                FROM subscription s JOIN programme_version v ON v.code = s.programme AND v.version = s.policy_version
                WHERE s.status = 'ACTIVE' AND (:contract = '' OR s.number = :contract)
                    AND (s.activated_at AT TIME ZONE :zone)::date < :today),
            begun AS (
                SELECT c.number, period.begins FROM contract c
                CROSS JOIN LATERAL (
                    SELECT (c.start_date + make_interval(months => c.rhythm_from_month + k * c.rhythm_months))::date AS begins
                    FROM generate_series(0, (CAST(:today AS date) - c.counted_from) / (28 * c.rhythm_months) + 1) k) period
                WHERE period.begins < :today AND (c.ends_on IS NULL OR period.begins < c.ends_on)
                    AND (c.paid_before IS NULL OR period.begins >= c.paid_before)),
            found AS MATERIALIZED (
                SELECT 'MISSING' AS kind, b.number AS subject, b.begins AS period, '' AS detail
                FROM begun b LEFT JOIN invoiced x ON x.subscription = b.number AND x.period_from = b.begins AND x.change IS NULL
                WHERE x.times IS NULL
                UNION ALL
                SELECT 'DOUBLE', x.subscription, x.period_from, x.first || ', ' || x.last
                FROM invoiced x WHERE x.times > 1 AND x.change IS NULL
                UNION ALL
                SELECT 'AFTER_END', x.subscription, x.period_from, min(x.first) FROM invoiced x
                JOIN subscription s ON s.number = x.subscription AND x.period_from >= s.ends_on
                GROUP BY x.subscription, x.period_from
                UNION ALL
                SELECT 'ADDITION', a.number, a.effective_on, a.subscription FROM subscription_change a
                JOIN contract c ON c.number = a.subscription
                WHERE a.kind = 'ADD_SEATS' AND a.status = 'DONE' AND a.effective_on > c.start_date AND a.effective_on < :today
                    AND NOT EXISTS (
                        SELECT 1 FROM invoiced x WHERE x.change = a.number AND x.period_from = a.effective_on)
                %s)""";

    /** Only where all contracts are looked at: what is wrong with an invoice is not its contract's. */
    private static final String OF_INVOICES = """
                UNION ALL
                SELECT 'SUMS', i.number, NULL, i.net || ' / ' || coalesce(l.net, 0) || ' / ' || coalesce(t.net, 0)
                FROM invoice i
                LEFT JOIN (SELECT l.invoice, sum(l.net) AS net FROM invoice_line l GROUP BY l.invoice) l ON l.invoice = i.number
                LEFT JOIN (SELECT t.invoice, sum(t.net) AS net, sum(t.vat) AS vat FROM invoice_tax t GROUP BY t.invoice) t
                    ON t.invoice = i.number
                WHERE i.net <> coalesce(l.net, 0) OR i.net <> coalesce(t.net, 0) OR i.vat <> coalesce(t.vat, 0)
                UNION ALL
                SELECT 'NEGATIVE', i.number, NULL, (i.gross - coalesce(c.gross, 0) - coalesce(p.amount, 0)) || ' ' || i.currency
                FROM invoice i
                LEFT JOIN credited c ON c.invoice = i.number
                LEFT JOIN (SELECT p.invoice, sum(p.amount) AS amount FROM payment p GROUP BY p.invoice) p ON p.invoice = i.number
                WHERE i.kind = 'INVOICE' AND i.gross - coalesce(c.gross, 0) - coalesce(p.amount, 0) < 0
            """;

    private static final String REMEMBER = """
            , added AS (
                INSERT INTO reconciliation_case (kind, subject, period, detail, status, found_at, checked_at)
                SELECT kind, subject, period, detail, 'FOUND', :now, :now FROM found ORDER BY subject, period
                ON CONFLICT DO NOTHING)
            UPDATE reconciliation_case r SET checked_at = :now,
                status = CASE r.status WHEN 'OPEN' THEN 'VANISHED' ELSE 'CLOSED' END,
                closed_at = CASE r.status WHEN 'OPEN' THEN NULL ELSE CAST(:now AS timestamptz) END
            WHERE r.status IN ('FOUND', 'OPEN') AND NOT EXISTS (
                SELECT 1 FROM found f
                WHERE f.kind = r.kind AND f.subject = r.subject AND f.period IS NOT DISTINCT FROM r.period)""";

    private final JdbcClient database;
    private final VendorCalendar calendar;

    DifferenceSearch(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** Looks at everything; writes down what is new and marks what is gone. */
    void all() {
        database.sql(FOUND.formatted(OF_INVOICES) + REMEMBER)
                .params(facts(""))
                .param("now", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC))
                .update();
    }

    /** Whether the difference is still there, looked for the way the night does. */
    boolean stillThere(Difference difference) {
        var contract = difference.kind().isAboutContract() ? difference.contract() : "";
        return database.sql(FOUND.formatted(difference.kind().isAboutContract() ? "" : OF_INVOICES) + """
                         SELECT count(*) > 0 FROM found f
                        WHERE f.kind = :kind AND f.subject = :subject AND f.period IS NOT DISTINCT FROM CAST(:period AS date)""")
                .params(facts(contract))
                .param("kind", difference.kind().name())
                .param("subject", difference.subject())
                .param("period", difference.period())
                .query(Boolean.class)
                .single();
    }

    private Map<String, Object> facts(String contract) {
        return Map.of(
                "contract",
                contract,
                "today",
                calendar.today(),
                "zone",
                calendar.zone().getId());
    }
}
