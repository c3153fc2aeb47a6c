package io.partnerflow.deadlines;

import io.partnerflow.deadlines.Deadline.Kind;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The deadlines of a reseller, each list one statement. */
@ModuleService
@Transactional(readOnly = true)
public class Deadlines {

    private static final String MATCHES = """
            FROM deadline d JOIN organisation o ON o.id = d.customer_id
            WHERE d.reseller_id = :reseller AND d.day >= :from AND (:until::date IS NULL OR d.day < :until::date)
              AND (:programme = '' OR d.programme = :programme) AND (:kind = '' OR d.kind = :kind)
              AND (:search = '' OR lower(o.name) LIKE :pattern ESCAPE '\\' OR lower(d.subject) LIKE :pattern ESCAPE '\\')
            """;

    private static final String SELECT = """
            SELECT d.*, o.name, (SELECT f.number FROM offer f
                                 WHERE f.follows = d.subject AND f.status IN ('SENT', 'ACCEPTED')
                                 ORDER BY f.status, f.created_at DESC LIMIT 1) AS followed_by
            """;

    /** What can be sorted by; the last columns make the order the same on every page. */
    private static final Map<String, String> ORDERS = Map.of(
            "day", "d.day %s, lower(o.name), d.subject, d.kind",
            "customer", "lower(o.name) %s, d.day, d.subject, d.kind",
            "programme", "d.programme %s, d.day, d.subject, d.kind");

    private final JdbcClient database;

    Deadlines(JdbcClient database) {
        this.database = database;
    }

    /**
     * One page of them.
     *
     * @param paging search looks into names of customers and numbers; sort knows day, customer and programme
     * @throws Invalid if it cannot be sorted that way
     */
    public Page<Deadline> of(UUID reseller, DeadlineFilter filter, Paging paging) {
        var items = matching(
                        SELECT + MATCHES + "ORDER BY " + order(paging) + " LIMIT :size OFFSET :offset",
                        reseller,
                        filter,
                        paging)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Deadlines::read)
                .list();
        var total = matching("SELECT count(*) " + MATCHES, reseller, filter, paging)
                .query(Long.class)
                .single();
        return new Page<>(items, paging.page(), paging.size(), total);
    }

    /** The first ones by day. */
    List<Deadline> first(UUID reseller, DeadlineFilter filter, int most) {
        return matching(
                        SELECT + MATCHES + "ORDER BY d.day, d.subject, d.kind LIMIT :size",
                        reseller,
                        filter,
                        Paging.first())
                .param("size", most)
                .query(Deadlines::read)
                .list();
    }

    private JdbcClient.StatementSpec matching(String sql, UUID reseller, DeadlineFilter filter, Paging paging) {
        return database.sql(sql)
                .param("reseller", reseller)
                .param("from", filter.from())
                .param("until", filter.until(), java.sql.Types.DATE)
                .param("programme", filter.programme())
                .param("kind", filter.kind() == null ? "" : filter.kind().name())
                .param("search", paging.search())
                .param("pattern", paging.pattern());
    }

    private static String order(Paging paging) {
        var wanted = paging.sort() == null || paging.sort().isBlank() ? "day" : paging.sort();
        var order = ORDERS.get(wanted.replaceFirst("^-", ""));
        if (order == null) {
            throw new Invalid(List.of(Invalid.Field.of("sort", "sort-unknown", null, "day, customer, programme")
                    .rejecting(wanted)));
        }
        return order.formatted(wanted.startsWith("-") ? "DESC" : "ASC");
    }

    private static Deadline read(ResultSet row, int number) throws SQLException {
        return new Deadline(
                Kind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                row.getString("subject"),
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getString("programme"),
                row.getString("followed_by"));
    }
}
