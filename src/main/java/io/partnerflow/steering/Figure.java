package io.partnerflow.steering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A number of the managers' page. The number and the list behind it are counted from the same rows, so they cannot
 * differ. Each row has number, customer_id, reseller_id, programme, state, day, due, currency and amount.
 */
enum Figure {
    /** Invoices by their day of issue, VAT included. */
    INVOICED(Sql.invoices("l.gross", "l.kind = 'INVOICE'"), "steering.standing."),
    /** Credit notes by their day of issue, VAT included. */
    CREDITED(Sql.invoices("l.gross", "l.kind = 'CREDIT_NOTE'"), "steering.standing."),
    /** What is left to pay of invoices. */
    OWED(Sql.invoices("l.open", "l.standing = 'OPEN'"), "steering.standing."),
    /** What of it was due before today and nobody collects. */
    OVERDUE(
            Sql.invoices("l.open", "l.standing = 'OPEN' AND l.due_date < :today AND l.collection_day IS NULL"),
            "steering.standing."),
    /** Statements resellers are still to agree to, without VAT. */
    DRAWN_UP("""
            SELECT c.number, NULL::uuid AS customer_id, c.reseller_id, c.programme, c.status AS state,
                (c.drawn_up_at AT TIME ZONE :zone)::date AS day, c.dispute_until AS due, c.currency, c.payable AS amount
            FROM compensation_statement c WHERE c.status IN ('DRAWN_UP', 'SENT', 'DISPUTED', 'DECIDED')
            """, "steering.statement."),
    /** What was agreed and no payout run pays yet; what resellers owe us counts negative. */
    AGREED(
            Sql.claims(
                    "'AGREED' AS state, NULL::date AS due",
                    "",
                    "WHERE NOT EXISTS (SELECT 1 FROM payout_item i WHERE i.document = p.document AND NOT i.returned)"),
            "steering.claim."),
    /** What is in a payout run the bank has not carried out. */
    BEING_PAID(
            Sql.claims(
                    "r.status AS state, r.execution_date AS due",
                    "JOIN payout_item i ON i.document = p.document AND NOT i.returned"
                            + " JOIN payout_run r ON r.number = i.run AND r.status IN ('PREPARED', 'RELEASED', 'HELD')",
                    ""),
            "operations.payouts."),
    /** Orders that are neither completed nor given up, by the day they were started, without VAT a year. */
    ORDERS("""
            SELECT o.number, o.customer_id, o.reseller_id, o.programme, o.status AS state,
                (o.started_at AT TIME ZONE :zone)::date AS day, o.start_date AS due, o.currency, o.annual_net AS amount
            FROM customer_order o WHERE o.status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING')
            """, "portal.customer.order-status."),
    /** Contracts that renew within {@value #COMING_DAYS} days, without VAT a year. */
    RENEWALS(Sql.coming("RENEWAL"), "steering.coming."),
    /** Contracts that end within {@value #COMING_DAYS} days, without VAT a year. */
    ENDS(Sql.coming("CONTRACT_ENDS"), "steering.coming.");

    /** How far ahead is looked. */
    static final int COMING_DAYS = 90;

    private final String rows;
    private final String states;

    Figure(String rows, String states) {
        this.rows = rows;
        this.states = states;
    }

    /** Statement with {@code :today}, {@code :zone} and {@code :coming}. */
    String rows() {
        return rows;
    }

    /** Key of a state's name in the bundles. */
    public String stateKey(String state) {
        return states + state;
    }

    /** As addresses have it, such as {@code being-paid}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the period of the page narrows it; the others say how things stand now. */
    public boolean isOfAPeriod() {
        return this == INVOICED || this == CREDITED;
    }

    static Optional<Figure> named(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** The parts the statements share. */
    private static final class Sql {

        static String invoices(String amount, String which) {
            return """
                    SELECT l.number, l.customer_id, i.reseller_id, i.programme, l.standing AS state, l.issue_date AS day,
                        l.due_date AS due, l.currency, %s AS amount
                    FROM listed_invoice l JOIN invoice i ON i.number = l.number WHERE %s
                    """.formatted(amount, which);
        }

        static String claims(String states, String runs, String which) {
            return """
                    SELECT p.document AS number, NULL::uuid AS customer_id, p.organisation_id AS reseller_id, t.programme,
                        (p.since AT TIME ZONE :zone)::date AS day, %s, p.currency, p.amount
                    FROM payout_claim p %s
                    LEFT JOIN compensation_document d ON d.number = p.document
                    LEFT JOIN compensation_statement t ON t.number = d.statement
                    %s
                    """.formatted(states, runs, which);
        }

        static String coming(String kind) {
            return """
                    SELECT d.subject AS number, d.customer_id, d.reseller_id, d.programme, d.kind AS state, d.day,
                        NULL::date AS due, s.listed_currency AS currency, s.listed_sold - s.listed_discount AS amount
                    FROM listed_deadline d JOIN subscription s ON s.number = d.subject
                    WHERE d.kind = '%s' AND d.day >= :today AND d.day < :coming
                    """.formatted(kind);
        }
    }
}
