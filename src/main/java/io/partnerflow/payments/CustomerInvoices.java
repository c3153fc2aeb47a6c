package io.partnerflow.payments;

import io.partnerflow.billing.Invoices;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an organisation was invoiced for one of its customers. */
@Service
@Transactional(readOnly = true)
public class CustomerInvoices {

    private final JdbcClient database;
    private final Invoices invoices;
    private final Receivables receivables;

    CustomerInvoices(JdbcClient database, Invoices invoices, Receivables receivables) {
        this.database = database;
        this.invoices = invoices;
        this.receivables = receivables;
    }

    /** Newest first; those addressed to the customer itself are not the organisation's to see. */
    public List<InvoiceStanding> of(UUID billTo, UUID customer, int most) {
        var numbers = database.sql("""
                        SELECT number FROM invoice WHERE customer_id = ? AND bill_to = ?
                        ORDER BY issue_date DESC, number DESC LIMIT ?""")
                .params(customer, billTo, most)
                .query(String.class)
                .list();
        var rows = invoices.of(billTo, numbers).stream().collect(Collectors.toMap(Invoices.Row::number, row -> row));
        var owed = receivables.of(numbers);
        return numbers.stream()
                .map(number -> new InvoiceStanding(rows.get(number), owed.get(number)))
                .toList();
    }
}
