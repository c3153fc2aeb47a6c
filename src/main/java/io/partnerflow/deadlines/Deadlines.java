package io.partnerflow.deadlines;

import io.partnerflow.deadlines.Deadline.Kind;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Listing;
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

    private static final String COLUMNS = """
            d.*, o.name, (SELECT f.number FROM offer f
                          WHERE f.follows = d.subject AND f.status IN ('SENT', 'ACCEPTED')
                          ORDER BY f.status, f.created_at DESC LIMIT 1) AS followed_by
            """;
    private static final String CUSTOMER = "JOIN organisation o ON o.id = d.customer_id";

    /** What can be sorted by; the last columns make the order the same on every page. */
    private static final Map<String, String> SORTS = Map.of(
            "day", "d.day, d.customer_sort, d.subject, d.kind",
            "-day", "d.day DESC, d.customer_sort DESC, d.subject DESC, d.kind DESC",
            "customer", "d.customer_sort, d.day, d.subject, d.kind",
            "-customer", "d.customer_sort DESC, d.day DESC, d.subject DESC, d.kind DESC",
            "programme", "d.programme, d.day, d.customer_sort, d.subject, d.kind",
            "-programme", "d.programme DESC, d.day DESC, d.customer_sort DESC, d.subject DESC, d.kind DESC");

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
        var found = found(reseller, filter, paging).sorted(SORTS, "day");
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        return Page.of(read(found), paging, total);
    }

    /** The first ones by day. */
    List<Deadline> first(UUID reseller, DeadlineFilter filter, int most) {
        return read(found(reseller, filter, Paging.first()).sorted(SORTS, "day").first(most));
    }

    private static Listing found(UUID reseller, DeadlineFilter filter, Paging paging) {
        return Listing.of("listed_deadline d", paging)
                .where("d.reseller_id = :reseller", "reseller", reseller)
                .where("d.day >= :from", "from", filter.from())
                .where("d.day < :until", "until", filter.until())
                .where("d.programme = :programme", "programme", filter.programme())
                .where("d.kind = :kind", "kind", filter.kind())
                .searched("d.search");
    }

    private List<Deadline> read(Listing found) {
        return database.sql(found.rows(COLUMNS, CUSTOMER))
                .params(found.params())
                .query(Deadlines::read)
                .list();
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
