package io.partnerflow.payments;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts what was collected by direct debit on invoices, and takes it off again when the bank takes it back. */
@ModuleService
public class DebitPayments {

    private final JdbcClient database;
    private final Settlement settlement;
    private final Receivables receivables;
    private final VendorCalendar calendar;

    DebitPayments(JdbcClient database, Settlement settlement, Receivables receivables, VendorCalendar calendar) {
        this.database = database;
        this.settlement = settlement;
        this.receivables = receivables;
        this.calendar = calendar;
    }

    /**
     * Money that was collected for an invoice.
     *
     * @param reference of the debit; the same one counts once
     */
    public record Collected(String reference, String invoice, Money amount) {}

    /** Books it on the invoices; what an invoice does not need any more is kept for its payer. */
    public void book(List<Collected> collected, LocalDate on) {
        settlement.oneAtATime();
        var known = known(collected.stream().map(Collected::reference).toList());
        var fresh = collected.stream()
                .filter(one -> !known.contains(one.reference()))
                .toList();
        var owed =
                receivables.of(fresh.stream().map(Collected::invoice).distinct().toList());
        var balances = new OpenBalances();
        var payments = new ArrayList<Payment>();
        for (var one : fresh) {
            var receivable = owed.get(one.invoice());
            var open = balances.of(receivable);
            var part = one.amount().compareTo(open) < 0 ? one.amount() : open;
            balances.take(receivable, part);
            if (part.isPositive()) {
                payments.add(new Payment(one.reference(), Payment.Kind.DEBIT, one.invoice(), null, part, on));
            }
            keep(
                    rest(one.reference()),
                    receivable.billTo(),
                    one.invoice(),
                    one.amount().minus(part));
        }
        settlement.record(payments);
    }

    /** The bank took it back: what it was put on is open again. A second time nothing happens. */
    public void takeBack(String reference, LocalDate on) {
        settlement.oneAtATime();
        database.sql("SELECT invoice, currency, amount FROM payment WHERE reference = ?")
                .param(reference)
                .query((row, i) -> new Payment(
                        reference + "/returned",
                        Payment.Kind.RETURN,
                        row.getString("invoice"),
                        null,
                        amount(row).negate(),
                        on))
                .optional()
                .filter(back -> known(List.of(back.reference())).isEmpty())
                .ifPresent(back -> settlement.record(List.of(back)));
        database.sql("SELECT organisation_id, invoice, currency, amount FROM payer_credit WHERE reference = ?")
                .param(rest(reference))
                .query((row, i) -> {
                    keep(
                            rest(reference) + "/returned",
                            row.getObject("organisation_id", UUID.class),
                            row.getString("invoice"),
                            amount(row).negate());
                    return true;
                })
                .optional();
    }

    private static Money amount(ResultSet row) throws SQLException {
        return Money.of(row.getBigDecimal("amount"), row.getString("currency"));
    }

    private static String rest(String reference) {
        return reference + "/rest";
    }

    private void keep(String reference, UUID payer, String invoice, Money amount) {
        if (!amount.isZero()) {
            database.sql("""
                            INSERT INTO payer_credit (reference, organisation_id, currency, amount, invoice, recorded_at)
                            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                    .params(
                            reference,
                            payer,
                            amount.currencyCode(),
                            amount.amount(),
                            invoice,
                            BankStatementRows.at(calendar.now()))
                    .update();
        }
    }

    private HashSet<String> known(Collection<String> references) {
        return references.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(database.sql("""
                                SELECT reference FROM payment WHERE reference IN (:references)
                                UNION ALL SELECT left(reference, length(reference) - 5) FROM payer_credit
                                WHERE reference IN (:rests)""")
                        .param("references", references)
                        .param(
                                "rests",
                                references.stream().map(DebitPayments::rest).toList())
                        .query(String.class)
                        .list());
    }
}
