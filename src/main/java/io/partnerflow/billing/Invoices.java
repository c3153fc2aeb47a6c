package io.partnerflow.billing;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.Documents;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What others may ask about invoices. */
@ModuleService
public class Invoices {

    private final InvoiceRows rows;
    private final Documents documents;
    private final InvoicePrinter printer;
    private final JdbcClient database;

    Invoices(InvoiceRows rows, Documents documents, InvoicePrinter printer, JdbcClient database) {
        this.printer = printer;
        this.rows = rows;
        this.documents = documents;
        this.database = database;
    }

    /**
     * One line of a list.
     *
     * @param credits number of the invoice a credit note takes back; null for an invoice
     * @param subscription null if it is not for one
     * @param costGroup project or department it is for; null if there is none (HA-10)
     */
    public record Row(
            String number,
            Invoice.Kind kind,
            @Nullable String credits,
            LocalDate issueDate,
            LocalDate dueDate,
            String customerName,
            @Nullable String subscription,
            @Nullable String poReference,
            @Nullable String costGroup,
            Money net,
            Money gross) {}

    /**
     * An invoice addressed to the organisation.
     *
     * @throws NotFound if there is none, or it is somebody else's
     */
    @Transactional(readOnly = true)
    public Invoice get(UUID billTo, String number) {
        return rows.find(number)
                .filter(invoice -> invoice.billTo().equals(billTo))
                .orElseThrow(() -> new NotFound("invoice", number));
    }

    /**
     * The invoice as it was sent.
     *
     * @throws NotFound if there is none, it is somebody else's, or it is not printed yet
     */
    @Transactional(readOnly = true)
    public Document document(UUID billTo, String number) {
        var kind = InvoiceMail.kind(get(billTo, number));
        return documents.about(number).stream()
                .filter(document -> document.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotFound("invoice", number));
    }

    /**
     * The invoice for the buyer's machine: what is embedded in its PDF.
     *
     * @return UN/CEFACT Cross Industry Invoice, profile EN 16931
     * @throws NotFound if there is none, or it is somebody else's
     */
    @Transactional(readOnly = true)
    public byte[] xml(UUID billTo, String number) {
        return printer.xml(get(billTo, number));
    }

    /**
     * The invoice as Peppol BIS Billing 3 (UBL 2.1).
     *
     * @throws NotFound if there is none, or it is somebody else's
     * @throws Conflict if the Peppol network knows no address for the buyer
     */
    @Transactional(readOnly = true)
    public byte[] ubl(UUID billTo, String number) {
        return printer.ubl(get(billTo, number));
    }

    /** Invoices and credit notes addressed to the organisation, newest first. */
    @Transactional(readOnly = true)
    public Page<Row> list(UUID billTo, Paging paging) {
        return list(billTo, null, paging);
    }

    /**
     * Documents addressed to the organisation, newest first; searched by number, purchase order, cost group and customer.
     *
     * @param kind null for both
     */
    @Transactional(readOnly = true)
    public Page<Row> list(UUID billTo, Invoice.@Nullable Kind kind, Paging paging) {
        return list(billTo, kind, null, paging);
    }

    /** @param issued on one of these days; null for any */
    @Transactional(readOnly = true)
    public Page<Row> list(UUID billTo, Invoice.@Nullable Kind kind, @Nullable Period issued, Paging paging) {
        var found = found(billTo, kind, issued, paging);
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        var rows = database.sql(found.rows("i.*, c.name", """
                        JOIN invoice i ON i.number = l.number JOIN organisation c ON c.id = i.customer_id"""))
                .params(found.params())
                .query(Invoices::row)
                .list();
        return Page.of(rows, paging, total);
    }

    /** The numbers of the whole list, as far as {@code most} of them. */
    @Transactional(readOnly = true)
    public List<String> numbers(
            UUID billTo, Invoice.@Nullable Kind kind, @Nullable Period issued, Paging search, int most) {
        var found = found(billTo, kind, issued, search).first(most);
        return database.sql(found.rows("l.number", ""))
                .params(found.params())
                .query(String.class)
                .list();
    }

    private static Listing found(UUID billTo, Invoice.@Nullable Kind kind, @Nullable Period issued, Paging paging) {
        return listed(billTo, issued, paging).where("l.kind = :kind", "kind", kind);
    }

    /**
     * What an organisation has to do with money, newest first: rows {@code l} of {@code listed_invoice}.
     *
     * @param issued on one of these days; null for any
     */
    public static Listing listed(UUID billTo, @Nullable Period issued, Paging paging) {
        return Listing.of("listed_invoice l", paging)
                .where("l.bill_to = :billTo", "billTo", billTo)
                .where("l.issue_date >= :from", "from", issued == null ? null : issued.from())
                .where("l.issue_date < :to", "to", issued == null ? null : issued.to())
                .searched("l.search")
                .by("l.issue_date DESC, l.number DESC");
    }

    /** Those of the numbers that are addressed to the organisation, in no order. */
    @Transactional(readOnly = true)
    public List<Row> of(UUID billTo, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : database.sql("""
                        SELECT i.*, c.name FROM invoice i JOIN organisation c ON c.id = i.customer_id
                        WHERE i.bill_to = :billTo AND i.number IN (:numbers)""")
                        .param("billTo", billTo)
                        .param("numbers", numbers)
                        .query(Invoices::row)
                        .list();
    }

    /**
     * The credit notes that take an invoice back, oldest first.
     *
     * @param number of an invoice addressed to the organisation
     */
    @Transactional(readOnly = true)
    public List<Row> creditedBy(UUID billTo, String number) {
        return database.sql("""
                        SELECT i.*, c.name FROM invoice i JOIN organisation c ON c.id = i.customer_id
                        WHERE i.credits = ? AND i.bill_to = ? ORDER BY i.number""").params(number, billTo).query(Invoices::row).list();
    }

    private static Row row(ResultSet row, int i) throws SQLException {
        return new Row(
                row.getString("number"),
                Invoice.Kind.valueOf(row.getString("kind")),
                row.getString("credits"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                row.getString("name"),
                row.getString("subscription"),
                row.getString("po_reference"),
                row.getString("cost_group"),
                Money.of(row.getBigDecimal("net"), row.getString("currency")),
                Money.of(row.getBigDecimal("gross"), row.getString("currency")));
    }

    /** The numbers of what was invoiced for a subscription, oldest first. */
    @Transactional(readOnly = true)
    public List<String> ofSubscription(String subscription) {
        return database.sql("SELECT number FROM invoice WHERE subscription = ? ORDER BY number")
                .param(subscription)
                .query(String.class)
                .list();
    }
}
