package io.partnerflow.parties;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which reseller may act for which organisation (H-06, H-12). Whether somebody must agree first is asked above. */
@Service
@Transactional
public class ResellerLinks {

    private static final String LINKS = """
            SELECT l.id, l.reseller_id, r.name AS reseller_name, l.customer_id, c.name AS customer_name, l.role, l.request,
                l.since, l.until, p.id IS NOT NULL AS is_primary
            FROM reseller_link l
            JOIN organisation r ON r.id = l.reseller_id
            JOIN organisation c ON c.id = l.customer_id
            LEFT JOIN primary_reseller p
                ON p.customer_id = l.customer_id AND p.reseller_id = l.reseller_id AND p.until IS NULL AND l.until IS NULL
            """;

    private final JdbcClient database;
    private final Hierarchy hierarchy;
    private final PrimaryResellers primaries;
    private final AuditTrail audit;
    private final Clock clock;

    ResellerLinks(JdbcClient database, Hierarchy hierarchy, PrimaryResellers primaries, AuditTrail audit, Clock clock) {
        this.database = database;
        this.hierarchy = hierarchy;
        this.primaries = primaries;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * From now on the reseller may act for the customer. It becomes the primary reseller if the customer has none. A second
     * time changes nothing.
     *
     * @param request LK-…, null without one
     * @throws Conflict {@code link-circle} or {@code link-too-deep} with the path in words (HA-8)
     */
    public void establish(UUID reseller, UUID customer, LinkRole role, @Nullable String request) {
        hierarchy.requireRoomFor(reseller, customer);
        var linked = database.sql("""
                        INSERT INTO reseller_link (id, reseller_id, customer_id, role, request, since)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (reseller_id, customer_id) WHERE until IS NULL DO NOTHING""")
                .params(UUID.randomUUID(), reseller, customer, role.name(), request, now())
                .update();
        if (linked == 1) {
            audit.record("reseller-linked", customer.toString(), "to %s as %s".formatted(reseller, role));
            primaries.chooseIfNone(customer, reseller);
        }
    }

    /**
     * Whether a link could be made, told before somebody is asked.
     *
     * @throws Conflict as {@link #establish}
     */
    public void requireRoomFor(UUID reseller, UUID customer) {
        hierarchy.requireRoomFor(reseller, customer);
    }

    /** Ends the link this moment, and with it that the reseller is the primary one (HA-9). A second time changes nothing. */
    public void end(UUID link) {
        database.sql(
                        "UPDATE reseller_link SET until = ? WHERE id = ? AND until IS NULL RETURNING reseller_id, customer_id")
                .params(now(), link)
                .query((row, number) -> List.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional()
                .ifPresent(ended -> {
                    audit.record("reseller-unlinked", ended.get(1).toString(), "from " + ended.get(0));
                    primaries.endIf(ended.get(1), ended.get(0));
                });
    }

    /**
     * @param id of the link, or LK-… of the request it came by
     * @throws NotFound if there is none
     */
    @Transactional(readOnly = true)
    public ResellerLink get(String id) {
        return database.sql(LINKS + "WHERE l.id::text = :id OR l.request = :id")
                .param("id", id)
                .query(ResellerLinks::read)
                .optional()
                .orElseThrow(() -> new NotFound("link", id));
    }

    /** The link that holds between the two now. */
    @Transactional(readOnly = true)
    public Optional<ResellerLink> between(UUID reseller, UUID customer) {
        return database.sql(LINKS + "WHERE l.reseller_id = ? AND l.customer_id = ? AND l.until IS NULL")
                .params(reseller, customer)
                .query(ResellerLinks::read)
                .optional();
    }

    /** The resellers that may act for the customer or could once, those of today first. */
    @Transactional(readOnly = true)
    public List<ResellerLink> of(UUID customer) {
        return database.sql(LINKS + "WHERE l.customer_id = ? ORDER BY l.until IS NULL DESC, l.since DESC LIMIT 100")
                .param(customer)
                .query(ResellerLinks::read)
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static ResellerLink read(ResultSet row, int number) throws SQLException {
        var until = row.getObject("until", OffsetDateTime.class);
        return new ResellerLink(
                row.getObject("id", UUID.class),
                row.getObject("reseller_id", UUID.class),
                row.getString("reseller_name"),
                row.getObject("customer_id", UUID.class),
                row.getString("customer_name"),
                LinkRole.valueOf(row.getString("role")),
                row.getString("request"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                row.getBoolean("is_primary"));
    }
}
