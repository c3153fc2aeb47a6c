package io.partnerflow.billing;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.Documents;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What others may ask about invoices. */
@ModuleService
public class Invoices {

    private static final String WANTED = """
            FROM invoice i JOIN organisation c ON c.id = i.customer_id
            WHERE i.bill_to = :billTo AND (:pattern = '%%' OR i.number ILIKE :pattern
                OR i.po_reference ILIKE :pattern OR c.name ILIKE :pattern)
            """;

    private final InvoiceRows rows;
    private final Documents documents;
    private final JdbcClient database;

    Invoices(InvoiceRows rows, Documents documents, JdbcClient database) {
        this.rows = rows;
        this.documents = documents;
        this.database = database;
    }

    /**
     * One line of a list.
     *
     * @param subscription null if it is not for one
     */
    public record Row(
            String number,
            LocalDate issueDate,
            LocalDate dueDate,
            String customerName,
            @Nullable String subscription,
            @Nullable String poReference,
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
        get(billTo, number);
        return documents.about(number).stream()
                .filter(document -> document.kind().equals(InvoiceMail.KIND))
                .findFirst()
                .orElseThrow(() -> new NotFound("invoice", number));
    }

    /**
     * Invoices addressed to the organisation, newest first.
     *
     * @param search part of a number, a purchase-order reference or a customer's name; blank for all
     */
    @Transactional(readOnly = true)
    public List<Row> list(UUID billTo, String search, int page, int size) {
        return database.sql("SELECT i.*, c.name " + WANTED + "ORDER BY i.number DESC LIMIT :size OFFSET :skip")
                .param("billTo", billTo)
                .param("pattern", pattern(search))
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, i) -> new Row(
                        row.getString("number"),
                        row.getObject("issue_date", LocalDate.class),
                        row.getObject("due_date", LocalDate.class),
                        row.getString("name"),
                        row.getString("subscription"),
                        row.getString("po_reference"),
                        Money.of(row.getBigDecimal("net"), row.getString("currency")),
                        Money.of(row.getBigDecimal("gross"), row.getString("currency"))))
                .list();
    }

    /** How many {@link #list} has on all pages. */
    @Transactional(readOnly = true)
    public long count(UUID billTo, String search) {
        return database.sql("SELECT count(*) " + WANTED)
                .param("billTo", billTo)
                .param("pattern", pattern(search))
                .query(Long.class)
                .single();
    }

    /** The numbers of what was invoiced for a subscription, oldest first. */
    @Transactional(readOnly = true)
    public List<String> ofSubscription(String subscription) {
        return database.sql("SELECT number FROM invoice WHERE subscription = ? ORDER BY number")
                .param(subscription)
                .query(String.class)
                .list();
    }

    private static String pattern(String search) {
        var literal = search == null
                ? ""
                : search.trim().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + literal + "%";
    }
}
