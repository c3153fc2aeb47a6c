package io.partnerflow.offers;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reseller's offers. */
@Service
@Transactional(readOnly = true)
public class OfferList {

    private static final Map<String, String> SORTS = Map.of(
            "createdAt", "o.created_at, o.number",
            "-createdAt", "o.created_at DESC, o.number DESC",
            "validUntil", "o.valid_until, o.number",
            "-validUntil", "o.valid_until DESC NULLS LAST, o.number DESC",
            "customer", "o.customer_sort, o.number",
            "-customer", "o.customer_sort DESC, o.number DESC");
    private static final String SELECTED = """
            o.number, v.number AS version, o.status, o.customer_id, c.name, v.term_months, v.currency, v.monthly_rate,
                v.commission, v.valid_until, o.draft_version IS NOT NULL AS has_draft, o.created_at,
                (SELECT count(*) FROM offer_question q WHERE q.offer_number = o.number AND q.answer IS NULL) AS questions
            """;
    private static final String JOINED = """
            JOIN organisation c ON c.id = o.customer_id
            JOIN offer_version v ON v.offer_number = o.number AND v.number = coalesce(o.sent_version, o.draft_version)
            """;

    private final JdbcClient database;

    OfferList(JdbcClient database) {
        this.database = database;
    }

    /**
     * Latest first unless asked otherwise.
     *
     * @param status null for all
     * @param wanted sorts by {@code createdAt}, {@code validUntil} or {@code customer}; searches number, customer and order
     * @throws Invalid if it cannot be sorted so, or there is no such status
     */
    public Page<OfferRow> of(UUID reseller, @Nullable String status, Paging wanted) {
        var found = found(reseller, status, wanted);
        var items = database.sql(found.rows(SELECTED, JOINED))
                .params(found.params())
                .query(OfferList::row)
                .list();
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        return Page.of(items, wanted, total);
    }

    /** The same from the first one on, handed out one by one. */
    public void each(UUID reseller, @Nullable String status, Paging wanted, int most, Consumer<OfferRow> taker) {
        var found = found(reseller, status, wanted).first(most);
        try (var rows =
                database.sql(found.rows(SELECTED, JOINED)).params(found.params()).query(OfferList::row).stream()) {
            rows.forEach(taker);
        }
    }

    private static Listing found(UUID reseller, @Nullable String status, Paging wanted) {
        return Listing.of("offer o", wanted)
                .where("o.reseller_id = :reseller", "reseller", reseller)
                .where("o.status = :status", "status", status(status))
                .searched("o.search")
                .sorted(SORTS, "-createdAt");
    }

    /** What the reseller has offered one customer, latest first, at most 200. */
    public List<OfferRow> ofCustomer(UUID reseller, UUID customer) {
        return of(reseller, "o.customer_id = :about ORDER BY o.created_at DESC LIMIT 200", customer);
    }

    /** What is offered to follow a contract, latest first. */
    public List<OfferRow> following(UUID reseller, String subscription) {
        return of(reseller, "o.follows = :about ORDER BY o.created_at DESC", subscription);
    }

    private List<OfferRow> of(UUID reseller, String which, Object about) {
        return database.sql("SELECT " + SELECTED + "FROM offer o " + JOINED + "WHERE o.reseller_id = :reseller AND "
                        + which)
                .param("reseller", reseller)
                .param("about", about)
                .query(OfferList::row)
                .list();
    }

    private static String status(@Nullable String asked) {
        var known = Arrays.stream(OfferStatus.values()).map(Enum::name).toList();
        if (asked != null && !asked.isEmpty() && !known.contains(asked)) {
            throw new Invalid(new Invalid.Collector()
                    .reject("status", "offer-status", asked, String.join(", ", known))
                    .fields());
        }
        return asked == null ? "" : asked;
    }

    private static OfferRow row(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new OfferRow(
                row.getString("number"),
                row.getInt("version"),
                OfferStatus.valueOf(row.getString("status")),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getInt("term_months"),
                Money.of(row.getBigDecimal("monthly_rate"), currency),
                Money.of(row.getBigDecimal("commission"), currency),
                row.getObject("valid_until", LocalDate.class),
                row.getInt("questions"),
                row.getBoolean("has_draft"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
