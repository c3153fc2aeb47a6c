package io.partnerflow.payments;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Money payers have with us: it pays what they owe, as soon as that is due. */
@ModuleService
public class PayerCredits {

    private final JdbcClient database;
    private final Settlement settlement;
    private final Receivables receivables;
    private final VendorCalendar calendar;

    PayerCredits(JdbcClient database, Settlement settlement, Receivables receivables, VendorCalendar calendar) {
        this.database = database;
        this.settlement = settlement;
        this.receivables = receivables;
        this.calendar = calendar;
    }

    private record Credit(UUID payer, Money amount) {}

    /** What the payer has with us, one amount per currency; currencies without any are left out. */
    @Transactional(readOnly = true)
    public List<Money> of(UUID payer) {
        return database.sql("""
                        SELECT currency, sum(amount) AS amount FROM payer_credit WHERE organisation_id = ?
                        GROUP BY currency HAVING sum(amount) > 0 ORDER BY currency""")
                .param(payer)
                .query((row, i) -> Money.of(row.getBigDecimal("amount"), row.getString("currency")))
                .list();
    }

    /** Whether any payer has money with us. */
    @Transactional(readOnly = true)
    public boolean any() {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM payer_credit GROUP BY organisation_id, currency HAVING sum(amount) > 0)""").query(Boolean.class).single();
    }

    /** Pays what is due with it, the longest due first. */
    void use() {
        settlement.oneAtATime();
        database.sql("""
                        SELECT organisation_id, currency, sum(amount) AS amount FROM payer_credit
                        GROUP BY organisation_id, currency HAVING sum(amount) > 0""")
                .query((row, i) -> new Credit(
                        row.getObject("organisation_id", UUID.class),
                        Money.of(row.getBigDecimal("amount"), row.getString("currency"))))
                .list()
                .forEach(this::use);
    }

    private void use(Credit credit) {
        var left = credit.amount();
        for (var receivable : receivables.openOf(credit.payer())) {
            var due = !receivable.dueDate().isAfter(calendar.today())
                    && receivable.open().currency().equals(left.currency());
            if (due && left.isPositive()) {
                var part = left.compareTo(receivable.open()) < 0 ? left : receivable.open();
                pay(credit.payer(), receivable.invoice(), part);
                left = left.minus(part);
            }
        }
    }

    /** The how-many-th movement of the credit it is makes it one of a kind. */
    private void pay(UUID payer, String invoice, Money part) {
        var number = database.sql("SELECT count(*) FROM payer_credit WHERE organisation_id = ?")
                .param(payer)
                .query(Long.class)
                .single();
        var reference = "%s/%s/%d".formatted(payer, invoice, number);
        database.sql("""
                        INSERT INTO payer_credit (reference, organisation_id, currency, amount, invoice, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        reference,
                        payer,
                        part.currencyCode(),
                        part.negate().amount(),
                        invoice,
                        BankStatementRows.at(calendar.now()))
                .update();
        settlement.record(
                List.of(new Payment(reference, Payment.Kind.ON_ACCOUNT, invoice, null, part, calendar.today())));
    }
}
