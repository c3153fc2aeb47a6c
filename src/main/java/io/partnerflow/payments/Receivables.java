package io.partnerflow.payments;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What is open of which invoice, and how it gets settled without the bank. */
@ModuleService
public class Receivables {

    private final JdbcClient database;
    private final Settlement settlement;
    private final VendorCalendar calendar;

    Receivables(JdbcClient database, Settlement settlement, VendorCalendar calendar) {
        this.database = database;
        this.settlement = settlement;
        this.calendar = calendar;
    }

    /** @return empty if there is no such invoice; a credit note is none */
    @Transactional(readOnly = true)
    public Optional<Receivable> of(String invoice) {
        return database.sql("SELECT * FROM receivable WHERE number = ?")
                .param(invoice)
                .query(Receivables::read)
                .optional();
    }

    /** Those of the numbers that are invoices, by number. */
    @Transactional(readOnly = true)
    public Map<String, Receivable> of(Collection<String> invoices) {
        return invoices.isEmpty()
                ? Map.of()
                : database
                        .sql("SELECT * FROM receivable WHERE number IN (:numbers)")
                        .param("numbers", invoices)
                        .query(Receivables::read)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Receivable::invoice, Function.identity()));
    }

    /** What the organisation has not paid yet, what is due first before the rest. */
    @Transactional(readOnly = true)
    public List<Receivable> openOf(UUID organisation) {
        return database.sql("""
                        SELECT r.* FROM listed_invoice l JOIN receivable r ON r.number = l.number
                        WHERE l.bill_to = ? AND l.standing = 'OPEN' ORDER BY l.due_date, l.number""").param(organisation).query(Receivables::read).list();
    }

    /** One page of it. */
    @Transactional(readOnly = true)
    public Page<Receivable> openOf(UUID organisation, Paging wanted) {
        return page(open(organisation, wanted), wanted);
    }

    /** One page of {@link #overdueOf(UUID)}. */
    @Transactional(readOnly = true)
    public Page<Receivable> overdueOf(UUID organisation, Paging wanted) {
        return page(
                open(organisation, wanted)
                        .where("l.due_date < :today AND l.collection_day IS NULL", "today", calendar.today()),
                wanted);
    }

    private static Listing open(UUID organisation, Paging wanted) {
        return Listing.of("listed_invoice l", wanted)
                .where("l.bill_to = :payer", "payer", organisation)
                .where("l.standing = 'OPEN'")
                .by("l.due_date, l.number");
    }

    private Page<Receivable> page(Listing found, Paging wanted) {
        var items = database.sql(found.rows("r.*", "JOIN receivable r ON r.number = l.number"))
                .params(found.params())
                .query(Receivables::read)
                .list();
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        return Page.of(items, wanted, total);
    }

    /** What nobody has paid yet and is due by that day, of all payers. */
    @Transactional(readOnly = true)
    public List<Receivable> dueBy(LocalDate day) {
        return database.sql("""
                        SELECT r.* FROM listed_invoice l JOIN receivable r ON r.number = l.number
                        WHERE l.due_date <= ? AND l.standing = 'OPEN' ORDER BY l.due_date, l.number""").param(day).query(Receivables::read).list();
    }

    /** What the organisation has not paid though it was due before today and nobody collects it, the longest overdue first. */
    @Transactional(readOnly = true)
    public List<Receivable> overdueOf(UUID organisation) {
        return database.sql("""
                        SELECT r.* FROM listed_invoice l JOIN receivable r ON r.number = l.number
                        WHERE l.bill_to = ? AND l.due_date < ? AND l.standing = 'OPEN' AND l.collection_day IS NULL
                        ORDER BY l.due_date, l.number""")
                .params(organisation, calendar.today())
                .query(Receivables::read)
                .list();
    }

    /** The same in one currency. */
    @Transactional(readOnly = true)
    public List<Receivable> overdueOf(UUID organisation, Currency currency) {
        return overdueOf(organisation).stream()
                .filter(one -> one.open().currency().equals(currency))
                .toList();
    }

    /** What was received on the organisation's invoices and what went back, the latest first. */
    @Transactional(readOnly = true)
    public List<ReceivedPayment> paymentsOf(UUID organisation, int most) {
        return database.sql("""
                        SELECT * FROM payment WHERE payer = ?
                        ORDER BY received_on DESC, recorded_at DESC, reference LIMIT ?""")
                .params(organisation, most)
                .query(Receivables::received)
                .list();
    }

    /** What was received on one invoice and what went back, oldest first. */
    @Transactional(readOnly = true)
    public List<ReceivedPayment> paymentsOn(String invoice) {
        return database.sql("SELECT * FROM payment WHERE invoice = ? ORDER BY received_on, recorded_at, reference")
                .param(invoice)
                .query(Receivables::received)
                .list();
    }

    /**
     * What an organisation has to pay in one currency.
     *
     * @param overdue what of it was due before today and nobody collects
     * @param nextDue the day the next of it is due that is not overdue; null if nothing is
     */
    public record ToPay(
            Money open,
            Money overdue,
            long invoices,
            @Nullable LocalDate nextDue) {}

    /** By currency; empty if nothing is open. */
    @Transactional(readOnly = true)
    public List<ToPay> toPay(UUID organisation) {
        return database.sql("""
                        SELECT currency, sum(open) AS open, count(*) AS invoices,
                            coalesce(sum(open) FILTER (WHERE due_date < :today AND collection_day IS NULL), 0) AS overdue,
                            min(due_date) FILTER (WHERE due_date >= :today) AS next_due
                        FROM listed_invoice WHERE bill_to = :organisation AND standing = 'OPEN' GROUP BY currency ORDER BY currency""")
                .param("today", calendar.today())
                .param("organisation", organisation)
                .query((row, i) -> new ToPay(
                        Money.of(row.getBigDecimal("open"), row.getString("currency")),
                        Money.of(row.getBigDecimal("overdue"), row.getString("currency")),
                        row.getLong("invoices"),
                        row.getObject("next_due", LocalDate.class)))
                .list();
    }

    private static ReceivedPayment received(ResultSet row, int i) throws SQLException {
        return new ReceivedPayment(
                row.getString("invoice"),
                row.getObject("received_on", LocalDate.class),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                ReceivedPayment.Kind.valueOf(row.getString("kind")));
    }

    /** Of how many invoices something is open. */
    @Transactional(readOnly = true)
    public long openCount() {
        return database.sql("SELECT count(*) FROM listed_invoice WHERE standing = 'OPEN'")
                .query(Long.class)
                .single();
    }

    /**
     * Settles an invoice, or a part of it, with something that is owed to its payer.
     *
     * @param amount more than zero, at most what is open
     * @param reference what it is settled with, such as {@code ST-2026-000001}; with the same invoice a second time
     *     nothing happens
     * @throws io.partnerflow.shared.NotFound if there is no such invoice
     * @throws io.partnerflow.shared.Conflict {@code payment-too-much} if less is open, or it is in another currency
     */
    public void settle(String invoice, Money amount, String reference) {
        settlement.setOff(invoice, amount, reference, calendar.today());
    }

    static Receivable read(ResultSet row, int i) throws SQLException {
        var currency = row.getString("currency");
        return new Receivable(
                row.getString("number"),
                row.getObject("bill_to", UUID.class),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                Money.of(row.getBigDecimal("gross"), currency),
                Money.of(row.getBigDecimal("credited"), currency),
                Money.of(row.getBigDecimal("paid"), currency),
                Money.of(row.getBigDecimal("open"), currency),
                row.getObject("collection_day", LocalDate.class));
    }
}
