package io.partnerflow.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.Period;
import io.partnerflow.tax.VatCase.Supply;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatDecision.Reason;
import io.partnerflow.tax.VatGroup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invoices as rows: written once, read often. */
@Repository
class InvoiceRows {

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private final JdbcClient database;

    InvoiceRows(JdbcClient database) {
        this.database = database;
    }

    Optional<String> numberFor(String source) {
        return database.sql("SELECT number FROM invoice WHERE source = ?")
                .param(source)
                .query(String.class)
                .optional();
    }

    String sourceOf(String number) {
        return database.sql("SELECT source FROM invoice WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** @param again how many credited invoices it stands for */
    void insert(String source, int again, Invoice invoice) {
        database.sql("""
                        INSERT INTO invoice (number, source, kind, credits, credit_reason, replaces, issue_date, due_date,
                            issued_at, bill_to, reseller_id, customer_id, programme, earns, subscription, order_number,
                            po_reference, cost_group, payment_reference, vat_reason, currency, net, vat, gross, seller, buyer)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        invoice.number(),
                        source,
                        invoice.kind().name(),
                        invoice.credits(),
                        invoice.creditReason(),
                        invoice.replaces(),
                        invoice.issueDate(),
                        invoice.dueDate(),
                        OffsetDateTime.ofInstant(invoice.issuedAt(), ZoneOffset.UTC),
                        invoice.billTo(),
                        invoice.reseller(),
                        invoice.customer(),
                        invoice.programme(),
                        invoice.earns(),
                        invoice.subscription(),
                        invoice.orderNumber(),
                        invoice.poReference(),
                        invoice.costGroup(),
                        invoice.paymentReference(),
                        invoice.vatReason().name(),
                        invoice.net().currencyCode(),
                        invoice.net().amount(),
                        invoice.vat().amount(),
                        invoice.gross().amount(),
                        write(invoice.seller()),
                        write(invoice.buyer()))
                .update();
        for (var position = 0; position < invoice.lines().size(); position++) {
            insertLine(invoice, position, again);
        }
        invoice.taxes().forEach(tax -> insertTax(invoice.number(), tax));
    }

    private void insertLine(Invoice invoice, int position, int again) {
        var line = invoice.lines().get(position);
        var period = line.period();
        database.sql("""
                        INSERT INTO invoice_line (invoice, position, kind, subscription, period_from, period_to, change,
                            credits_position, supply, description, formula, quantity, unit_net, net, vat_category, vat_rate,
                            vat_reason, again)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        invoice.number(),
                        position,
                        kind(line),
                        period == null ? null : invoice.subscription(),
                        period == null ? null : period.from(),
                        period == null ? null : period.to(),
                        line.change(),
                        line.creditsPosition(),
                        line.supply().name(),
                        line.description(),
                        line.formula(),
                        line.quantity(),
                        line.unitNet(),
                        line.net().amount(),
                        line.vatCategory().name(),
                        line.vatRate().value(),
                        line.vatReason().name(),
                        again)
                .update();
    }

    private static String kind(Invoice.Line line) {
        if (line.creditsPosition() != null) {
            return "CREDIT";
        }
        return line.period() == null ? "ONCE" : "PERIOD";
    }

    private void insertTax(String number, VatGroup tax) {
        database.sql("INSERT INTO invoice_tax (invoice, category, rate, net, vat) VALUES (?, ?, ?, ?, ?)")
                .params(
                        number,
                        tax.category().name(),
                        tax.rate().value(),
                        tax.net().amount(),
                        tax.vat().amount())
                .update();
    }

    Optional<Invoice> find(String number) {
        return database.sql("SELECT * FROM invoice WHERE number = ?")
                .param(number)
                .query(this::invoice)
                .optional();
    }

    private Invoice invoice(ResultSet row, int i) throws SQLException {
        var number = row.getString("number");
        var currency = row.getString("currency");
        return new Invoice(
                number,
                Invoice.Kind.valueOf(row.getString("kind")),
                row.getString("credits"),
                row.getString("credit_reason"),
                row.getString("replaces"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("bill_to", UUID.class),
                row.getObject("reseller_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("programme"),
                row.getObject("earns", UUID.class),
                row.getString("subscription"),
                row.getString("order_number"),
                row.getString("po_reference"),
                row.getString("cost_group"),
                row.getString("payment_reference"),
                lines(number, currency),
                taxes(number, currency),
                Reason.valueOf(row.getString("vat_reason")),
                Money.of(row.getBigDecimal("net"), currency),
                Money.of(row.getBigDecimal("vat"), currency),
                Money.of(row.getBigDecimal("gross"), currency),
                read(row.getString("seller"), Vendor.class),
                read(row.getString("buyer"), Addressee.class));
    }

    private List<Invoice.Line> lines(String number, String currency) {
        return database.sql("SELECT * FROM invoice_line WHERE invoice = ? ORDER BY position")
                .param(number)
                .query((row, i) -> new Invoice.Line(
                        row.getObject("period_from") != null
                                ? new Period(
                                        row.getObject("period_from", LocalDate.class),
                                        row.getObject("period_to", LocalDate.class))
                                : null,
                        row.getString("change"),
                        row.getObject("credits_position", Integer.class),
                        Supply.valueOf(row.getString("supply")),
                        row.getString("description"),
                        row.getString("formula"),
                        row.getBigDecimal("quantity").stripTrailingZeros(),
                        row.getBigDecimal("unit_net"),
                        Money.of(row.getBigDecimal("net"), currency),
                        VatCategory.valueOf(row.getString("vat_category")),
                        new Percentage(row.getBigDecimal("vat_rate")),
                        Reason.valueOf(row.getString("vat_reason"))))
                .list();
    }

    private List<VatGroup> taxes(String number, String currency) {
        return database.sql("SELECT * FROM invoice_tax WHERE invoice = ? ORDER BY category, rate")
                .param(number)
                .query((row, i) -> new VatGroup(
                        VatCategory.valueOf(row.getString("category")),
                        new Percentage(row.getBigDecimal("rate")),
                        Money.of(row.getBigDecimal("net"), currency),
                        Money.of(row.getBigDecimal("vat"), currency)))
                .list();
    }

    private static String write(Object party) {
        try {
            return JSON.writeValueAsString(party);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
