package io.partnerflow.debits;

import io.partnerflow.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Debits as rows. */
@Repository
class DebitRows {

    private final JdbcClient database;

    DebitRows(JdbcClient database) {
        this.database = database;
    }

    /** What is announced. */
    record Announced(
            String source,
            String order,
            @Nullable String subscription,
            String mandate,
            UUID debtor,
            UUID reseller,
            @Nullable LocalDate periodFrom,
            LocalDate dueDate,
            Money amount,
            LocalDate announcedOn,
            LocalDate collectionDay) {}

    /**
     * Announced before and still waiting, it becomes what is announced now; the same again changes nothing.
     *
     * @return whether anything is new
     */
    boolean announce(Announced debit) {
        return database.sql("""
                        INSERT INTO debit AS old (source, order_number, subscription, mandate, debtor, reseller, period_from,
                            due_date, currency, amount, announced_on, collection_day, status)
                        VALUES (:source, :order, :subscription, :mandate, :debtor, :reseller, :periodFrom, :dueDate, :currency,
                            :amount, :announcedOn, :collectionDay, 'ANNOUNCED')
                        ON CONFLICT (source) DO UPDATE SET mandate = excluded.mandate, amount = excluded.amount,
                            currency = excluded.currency, due_date = excluded.due_date,
                            announced_on = excluded.announced_on, collection_day = excluded.collection_day
                        WHERE old.status = 'ANNOUNCED' AND old.invoice IS NULL
                            AND (old.amount, old.mandate, old.due_date) IS DISTINCT FROM
                                (excluded.amount, excluded.mandate, excluded.due_date)""")
                        .param("source", debit.source())
                        .param("order", debit.order())
                        .param("subscription", debit.subscription())
                        .param("mandate", debit.mandate())
                        .param("debtor", debit.debtor())
                        .param("reseller", debit.reseller())
                        .param("periodFrom", debit.periodFrom())
                        .param("dueDate", debit.dueDate())
                        .param("currency", debit.amount().currencyCode())
                        .param("amount", debit.amount().amount())
                        .param("announcedOn", debit.announcedOn())
                        .param("collectionDay", debit.collectionDay())
                        .update()
                == 1;
    }

    void invoiced(long id, String invoice) {
        database.sql("UPDATE debit SET invoice = ? WHERE id = ? AND invoice IS NULL")
                .params(invoice, id)
                .update();
    }

    Optional<Debit> lock(String source) {
        return database.sql("SELECT * FROM debit WHERE source = ? FOR UPDATE")
                .param(source)
                .query(DebitRows::debit)
                .optional();
    }

    Optional<Debit> lock(long id) {
        return database.sql("SELECT * FROM debit WHERE id = ? FOR UPDATE")
                .param(id)
                .query(DebitRows::debit)
                .optional();
    }

    /** The one that collects the invoice, or the first of them. */
    Optional<Debit> ofInvoice(String invoice) {
        return database.sql("SELECT * FROM debit WHERE invoice = ? ORDER BY id LIMIT 1")
                .param(invoice)
                .query(DebitRows::debit)
                .optional();
    }

    List<Debit> ofOrder(String order) {
        return database.sql("SELECT * FROM debit WHERE order_number = ? ORDER BY due_date, id")
                .param(order)
                .query(DebitRows::debit)
                .list();
    }

    /** Those a file was not made of since that day, the latest first. */
    List<Debit> leftOut(LocalDate since, int most) {
        return database.sql("""
                        SELECT * FROM debit WHERE status = 'CANCELLED' AND ended_on >= ? ORDER BY ended_on DESC, id LIMIT ?""").params(since, most).query(DebitRows::debit).list();
    }

    /**
     * Leaves out what must not be collected: what is paid or credited already, what the customer does not allow any more,
     * and what was announced for a time the contract does not reach.
     *
     * @param until collections after that day are looked at later
     * @return how many
     */
    int leaveOut(LocalDate until, LocalDate today) {
        return database.sql("""
                        UPDATE debit d SET status = 'CANCELLED', ended_on = :today, reason = x.reason
                        FROM (
                            SELECT w.id, CASE
                                WHEN m.status <> 'ACTIVE' THEN 'mandate-revoked'
                                WHEN r.open <= 0 THEN 'settled'
                                WHEN w.invoice IS NULL AND (s.status IN ('ENDED', 'CLOSED') OR s.ends_on <= w.period_from) THEN 'contract-ended'
                                END AS reason
                            FROM debit w
                            JOIN sepa_mandate m ON m.reference = w.mandate
                            LEFT JOIN subscription s ON s.number = w.subscription
                            LEFT JOIN receivable r ON r.number = w.invoice
                            WHERE w.status IN ('ANNOUNCED', 'RETRYING') AND w.collection_day <= :until) x
                        WHERE d.id = x.id AND x.reason IS NOT NULL""").param("today", today).param("until", until).update();
    }

    /** Whether anything waits for a file by that day. */
    boolean anyDue(LocalDate until) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM debit WHERE status IN ('ANNOUNCED', 'RETRYING') AND collection_day <= ?)""").param(until).query(Boolean.class).single();
    }

    /** @param nextDay null if it is not presented again */
    void returned(long id, String reason, @Nullable LocalDate nextDay) {
        database.sql("""
                        UPDATE debit SET status = :status, returns = returns + 1, reason = :reason,
                            collection_day = coalesce(:nextDay, collection_day) WHERE id = :id""")
                .param("status", nextDay == null ? "RETURNED" : "RETRYING")
                .param("reason", reason)
                .param("nextDay", nextDay, java.sql.Types.DATE)
                .param("id", id)
                .update();
    }

    /** How often the contract's debits have been announced at once. */
    int revision(String order) {
        return database.sql("SELECT coalesce(max(revision), 0) FROM debit_schedule WHERE order_number = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }

    void announcedAtOnce(String order, int revision, LocalDate on) {
        database.sql("INSERT INTO debit_schedule (order_number, revision, announced_on) VALUES (?, ?, ?)")
                .params(order, revision, on)
                .update();
    }

    static Debit debit(ResultSet row, int i) throws SQLException {
        return new Debit(
                row.getLong("id"),
                row.getString("source"),
                row.getString("order_number"),
                row.getString("subscription"),
                row.getString("mandate"),
                row.getObject("debtor", UUID.class),
                row.getObject("reseller", UUID.class),
                row.getObject("period_from", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("invoice"),
                row.getObject("announced_on", LocalDate.class),
                row.getObject("collection_day", LocalDate.class),
                Debit.Status.valueOf(row.getString("status")),
                row.getInt("returns"),
                row.getString("reason"));
    }
}
