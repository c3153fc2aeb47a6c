package io.partnerflow.offers;

import io.partnerflow.shared.Invalid;
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
            "validUntil", "v.valid_until NULLS LAST, o.number",
            "-validUntil", "v.valid_until DESC NULLS LAST, o.number DESC",
            "customer", "lower(c.name), o.number",
            "-customer", "lower(c.name) DESC, o.number");
    private static final String SELECTED = """
            SELECT o.number, v.number AS version, o.status, o.customer_id, c.name, v.term_months, v.currency, v.monthly_rate,
                v.commission, v.valid_until, o.draft_version IS NOT NULL AS has_draft, o.created_at,
                (SELECT count(*) FROM offer_question q WHERE q.offer_number = o.number AND q.answer IS NULL) AS questions
            """;
    private static final String FOUND = """
            FROM offer o JOIN organisation c ON c.id = o.customer_id
            JOIN offer_version v ON v.offer_number = o.number AND v.number = coalesce(o.sent_version, o.draft_version)
            WHERE o.reseller_id = :reseller AND (:status = '' OR o.status = :status)
                AND (:search = '%%' OR lower(c.name) LIKE :search ESCAPE '\\' OR lower(o.number) LIKE :search ESCAPE '\\')
            """;

    private final JdbcClient database;

    OfferList(JdbcClient database) {
        this.database = database;
    }

    /**
     * Latest first unless asked otherwise.
     *
     * @param status null for all
     * @param wanted sorts by {@code createdAt}, {@code validUntil} or {@code customer}; searches number and customer
     * @throws Invalid if it cannot be sorted so, or there is no such status
     */
    public Page<OfferRow> of(UUID reseller, @Nullable String status, Paging wanted) {
        var sort = wanted.sort() == null ? "-createdAt" : wanted.sort();
        if (!SORTS.containsKey(sort)) {
            throw new Invalid(new Invalid.Collector()
                    .reject("sort", "sort-unknown", sort, "createdAt, validUntil, customer")
                    .fields());
        }
        var asked = status(status);
        var items = query(
                        SELECTED + FOUND + "ORDER BY " + SORTS.get(sort) + " LIMIT :size OFFSET :offset",
                        reseller,
                        asked,
                        wanted)
                .param("size", wanted.size())
                .param("offset", wanted.offset())
                .query(OfferList::row)
                .list();
        var total = query("SELECT count(*) " + FOUND, reseller, asked, wanted)
                .query(Long.class)
                .single();
        return new Page<>(items, wanted.page(), wanted.size(), total);
    }

    /** What the reseller has offered one customer, latest first, at most 200. */
    public List<OfferRow> ofCustomer(UUID reseller, UUID customer) {
        return query(
                        SELECTED + FOUND + "AND o.customer_id = :customer ORDER BY o.created_at DESC LIMIT 200",
                        reseller,
                        "",
                        Paging.first())
                .param("customer", customer)
                .query(OfferList::row)
                .list();
    }

    /** What is offered to follow a contract, latest first. */
    public List<OfferRow> following(UUID reseller, String subscription) {
        return query(
                        SELECTED + FOUND + "AND o.follows = :follows ORDER BY o.created_at DESC",
                        reseller,
                        "",
                        Paging.first())
                .param("follows", subscription)
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

    private JdbcClient.StatementSpec query(String sql, UUID reseller, String status, Paging wanted) {
        return database.sql(sql)
                .param("reseller", reseller)
                .param("status", status)
                .param("search", wanted.pattern());
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
