package io.partnerflow.payments;

import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The list of invoices with how far each is settled; a page costs the same few questions however long it is. */
@ModuleService
public class InvoiceStandings {

    private static final String WANTED = """
            FROM receivable r JOIN invoice i ON i.number = r.number JOIN organisation c ON c.id = i.customer_id
            WHERE r.bill_to = :billTo AND %s AND %s
            """;

    private final Invoices invoices;
    private final Receivables receivables;
    private final JdbcClient database;
    private final VendorCalendar calendar;

    InvoiceStandings(Invoices invoices, Receivables receivables, JdbcClient database, VendorCalendar calendar) {
        this.invoices = invoices;
        this.receivables = receivables;
        this.database = database;
        this.calendar = calendar;
    }

    /** Which invoices are wanted; a credit note is none of them. Agrees with {@link Receivable#status}. */
    public enum Wanted {
        /** Something is left to pay, overdue or not. */
        OPEN("r.open > 0"),
        OVERDUE("r.open > 0 AND r.due_date < :today AND r.collection_day IS NULL"),
        PAID("r.open <= 0 AND (r.paid > 0 OR r.gross = 0)"),
        CREDITED("r.open <= 0 AND r.paid <= 0 AND r.gross <> 0");

        private final String condition;

        Wanted(String condition) {
            this.condition = condition;
        }

        /** As addresses have it, such as {@code open}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @param text in lower case, as in an address
         * @return null for an empty text: all are wanted
         * @throws Invalid naming {@code status} if it is none of them
         */
        public static @Nullable Wanted of(String text) {
            if (text.isBlank()) {
                return null;
            }
            return Arrays.stream(values())
                    .filter(one -> one.text().equals(text))
                    .findFirst()
                    .orElseThrow(
                            () -> Invalid.field("status", "receivable-status", null, "open, overdue, paid, credited"));
        }
    }

    /**
     * Documents addressed to the organisation, newest first; searched as {@link Invoices#list} does.
     *
     * @param kind null for invoices and credit notes
     */
    @Transactional(readOnly = true)
    public Page<InvoiceStanding> list(UUID billTo, Invoice.@Nullable Kind kind, Paging paging) {
        var rows = invoices.list(billTo, kind, paging);
        var owed =
                receivables.of(rows.items().stream().map(Invoices.Row::number).toList());
        return rows.map(row -> new InvoiceStanding(row, owed.get(row.number())));
    }

    /** Only the invoices that stand so. */
    @Transactional(readOnly = true)
    public Page<InvoiceStanding> list(UUID billTo, Wanted wanted, Paging paging) {
        var from = WANTED.formatted(wanted.condition, Invoices.SEARCHED);
        var facts = Map.of("billTo", billTo, "today", calendar.today(), "pattern", paging.pattern());
        var total = database.sql("SELECT count(*) " + from)
                .params(facts)
                .query(Long.class)
                .single();
        var owed = database.sql(
                        "SELECT r.* " + from + "ORDER BY r.issue_date DESC, r.number DESC LIMIT :size OFFSET :skip")
                .params(facts)
                .param("size", paging.size())
                .param("skip", paging.offset())
                .query(Receivables::read)
                .list();
        var rows = invoices.of(billTo, owed.stream().map(Receivable::invoice).toList()).stream()
                .collect(Collectors.toMap(Invoices.Row::number, row -> row));
        return new Page<>(
                owed.stream()
                        .map(one -> new InvoiceStanding(rows.get(one.invoice()), one))
                        .toList(),
                paging.page(),
                paging.size(),
                total);
    }
}
