package io.partnerflow;

import io.partnerflow.numbering.NumberSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Invoices as rows, for whom only matters what is owed. */
public class TestInvoices {

    private final JdbcClient database;
    private final NumberSeries numbers;
    private final TransactionTemplate transaction;

    public TestInvoices(JdbcClient database, NumberSeries numbers, TransactionTemplate transaction) {
        this.database = database;
        this.numbers = numbers;
        this.transaction = transaction;
    }

    /** @return its number */
    public String invoice(UUID payer, String gross, String currency, LocalDate due) {
        return insert("IN", "INVOICE", null, payer, gross, currency, due);
    }

    /** Takes a part of an invoice back, or all of it. @return its number */
    public String credit(String invoice, UUID payer, String gross, String currency, LocalDate on) {
        return insert("CN", "CREDIT_NOTE", invoice, payer, gross, currency, on);
    }

    private String insert(
            String series, String kind, String credits, UUID payer, String gross, String currency, LocalDate due) {
        return transaction.execute(step -> {
            var number = numbers.next(series);
            var amount = new BigDecimal(gross);
            database.sql("""
                            INSERT INTO invoice (number, source, kind, credits, credit_reason, issue_date, due_date, issued_at,
                                bill_to, reseller_id, customer_id, programme, payment_reference, currency, net, vat, gross,
                                seller, buyer)
                            VALUES (:number, :source, :kind, :credits, :reason, :issued, :due, now(), :payer, :payer, :payer,
                                'licence', :number, :currency, :gross, 0, :gross, '{}', '{}')""")
                    .param("number", number)
                    .param("source", "test/" + UUID.randomUUID())
                    .param("kind", kind)
                    .param("credits", credits)
                    .param("reason", credits == null ? null : "a mistake")
                    .param("issued", due.minusDays(30))
                    .param("due", due)
                    .param("payer", payer)
                    .param("currency", currency)
                    .param("gross", amount)
                    .update();
            return number;
        });
    }
}
