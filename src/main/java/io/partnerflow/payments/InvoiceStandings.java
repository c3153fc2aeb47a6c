package io.partnerflow.payments;

import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.Period;
import io.partnerflow.shared.VendorCalendar;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The list of invoices with how far each is settled; a page costs the same few questions however long it is. */
@ModuleService
public class InvoiceStandings {

    private static final int CHUNK = 500;

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
        OPEN("l.standing = 'OPEN'"),
        OVERDUE("l.standing = 'OPEN' AND l.due_date < :today AND l.collection_day IS NULL"),
        PAID("l.standing = 'PAID'"),
        CREDITED("l.standing = 'CREDITED'");

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
        return list(billTo, kind, null, paging);
    }

    /** @param issued on one of these days; null for any */
    @Transactional(readOnly = true)
    public Page<InvoiceStanding> list(
            UUID billTo, Invoice.@Nullable Kind kind, @Nullable Period issued, Paging paging) {
        var rows = invoices.list(billTo, kind, issued, paging);
        var owed =
                receivables.of(rows.items().stream().map(Invoices.Row::number).toList());
        return rows.map(row -> new InvoiceStanding(row, owed.get(row.number())));
    }

    /** Only the invoices that stand so. */
    @Transactional(readOnly = true)
    public Page<InvoiceStanding> list(UUID billTo, Wanted wanted, Paging paging) {
        return list(billTo, wanted, null, paging);
    }

    /** @param issued on one of these days; null for any */
    @Transactional(readOnly = true)
    public Page<InvoiceStanding> list(UUID billTo, Wanted wanted, @Nullable Period issued, Paging paging) {
        var found = found(billTo, wanted, issued, paging);
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        var owed = database.sql(found.rows("r.*", "JOIN receivable r ON r.number = l.number"))
                .params(found.params())
                .query(Receivables::read)
                .list();
        var rows = byNumber(billTo, owed.stream().map(Receivable::invoice).toList());
        return Page.of(
                owed.stream()
                        .map(one -> new InvoiceStanding(rows.get(one.invoice()), one))
                        .toList(),
                paging,
                total);
    }

    /**
     * The same as a whole, handed out one by one.
     *
     * @param kind null for both; without meaning where {@code wanted} is said
     * @param wanted null for all
     * @param search as in {@link Paging#search}
     */
    @Transactional(readOnly = true)
    public void each(
            UUID billTo,
            Invoice.@Nullable Kind kind,
            @Nullable Wanted wanted,
            @Nullable Period issued,
            Paging search,
            int most,
            Consumer<InvoiceStanding> taker) {
        var numbers = wanted == null
                ? invoices.numbers(billTo, kind, issued, search, most)
                : numbers(billTo, wanted, issued, search, most);
        for (var from = 0; from < numbers.size(); from += CHUNK) {
            var some = numbers.subList(from, Math.min(numbers.size(), from + CHUNK));
            var rows = byNumber(billTo, some);
            var owed = receivables.of(some);
            some.forEach(number -> taker.accept(new InvoiceStanding(rows.get(number), owed.get(number))));
        }
    }

    private List<String> numbers(UUID billTo, Wanted wanted, @Nullable Period issued, Paging search, int most) {
        var found = found(billTo, wanted, issued, search).first(most);
        return database.sql(found.rows("l.number", ""))
                .params(found.params())
                .query(String.class)
                .list();
    }

    private Map<String, Invoices.Row> byNumber(UUID billTo, Collection<String> numbers) {
        return invoices.of(billTo, numbers).stream().collect(Collectors.toMap(Invoices.Row::number, row -> row));
    }

    private Listing found(UUID billTo, Wanted wanted, @Nullable Period issued, Paging paging) {
        return Invoices.listed(billTo, issued, paging).where(wanted.condition, "today", calendar.today());
    }
}
