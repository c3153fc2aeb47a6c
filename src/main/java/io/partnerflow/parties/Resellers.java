package io.partnerflow.parties;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Percentage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organisations that sell, and the customers they take care of. */
@Service
@Transactional
public class Resellers {

    private final JdbcClient database;
    private final ResellerLinks links;
    private final PrimaryResellers primaries;
    private final AuditTrail audit;
    private final Clock clock;

    Resellers(JdbcClient database, ResellerLinks links, PrimaryResellers primaries, AuditTrail audit, Clock clock) {
        this.database = database;
        this.links = links;
        this.primaries = primaries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the organisation a reseller of the programme. A second time changes nothing. */
    public void appoint(UUID organisation, String programme, String tier, Percentage partnerDiscount) {
        var appointed = database.sql("""
                        INSERT INTO reseller (organisation_id, programme, status, tier, partner_discount, since, version)
                        VALUES (?, ?, 'ACTIVE', ?, ?, ?, 0) ON CONFLICT DO NOTHING""")
                .params(organisation, programme, tier, partnerDiscount.value(), now())
                .update();
        if (appointed == 1) {
            audit.record(
                    "reseller-appointed",
                    organisation.toString(),
                    "%s, tier %s, %s %%".formatted(programme, tier, partnerDiscount));
        }
    }

    /** @return empty if the organisation never was a reseller of the programme */
    @Transactional(readOnly = true)
    public Optional<ResellerTerms> terms(UUID organisation, String programme) {
        return database.sql("SELECT * FROM reseller WHERE organisation_id = ? AND programme = ?")
                .params(organisation, programme)
                .query(Resellers::readTerms)
                .optional();
    }

    /** Every programme the organisation is or was a reseller of. */
    @Transactional(readOnly = true)
    public List<ResellerTerms> terms(UUID organisation) {
        return database.sql("SELECT * FROM reseller WHERE organisation_id = ? ORDER BY programme")
                .param(organisation)
                .query(Resellers::readTerms)
                .list();
    }

    /**
     * From now on the reseller takes care of the customer, as one it has prepared itself: nobody there to agree. It becomes
     * the primary reseller if the customer has none. A second time changes nothing.
     *
     * @throws io.partnerflow.shared.Conflict {@code link-circle} or {@code link-too-deep} (HA-8)
     */
    public void link(UUID reseller, UUID customer) {
        links.establish(reseller, customer, LinkRole.ADMIN, null);
    }

    @Transactional(readOnly = true)
    public boolean takesCareOf(UUID reseller, UUID customer) {
        return database.sql("""
                        SELECT count(*) > 0 FROM reseller_link
                        WHERE reseller_id = ? AND customer_id = ? AND until IS NULL""").params(reseller, customer).query(Boolean.class).single();
    }

    /** Whether the link between the two lets the reseller try, order and change contracts for the customer (HA-7). */
    @Transactional(readOnly = true)
    public boolean mayOrderFor(UUID reseller, UUID customer) {
        return links.between(reseller, customer)
                .filter(link -> link.role().mayOrder())
                .isPresent();
    }

    /** @throws Forbidden if no link between the two lets the reseller order for the customer, or not any more (HA-7, HA-9) */
    @Transactional(readOnly = true)
    public void requireOrdersFor(UUID reseller, UUID customer) {
        if (!mayOrderFor(reseller, customer)) {
            throw new Forbidden("link-cannot-order");
        }
    }

    /** The organisations the reseller takes care of, by name. */
    @Transactional(readOnly = true)
    public List<UUID> customersOf(UUID reseller) {
        return database.sql("""
                        SELECT l.customer_id FROM reseller_link l JOIN organisation o ON o.id = l.customer_id
                        WHERE l.reseller_id = ? AND l.until IS NULL ORDER BY o.name""").param(reseller).query(UUID.class).list();
    }

    /** Those of them the reseller may try, order and change contracts for, by name. */
    @Transactional(readOnly = true)
    public List<UUID> orderableCustomersOf(UUID reseller) {
        return database.sql("""
                        SELECT l.customer_id FROM reseller_link l JOIN organisation o ON o.id = l.customer_id
                        WHERE l.reseller_id = ? AND l.until IS NULL AND l.role IN ('ORDER', 'ADMIN')
                        ORDER BY o.name""").param(reseller).query(UUID.class).list();
    }

    /** @return the one reseller that counts for compensation and conflicts; empty if the customer is direct (HA-5) */
    @Transactional(readOnly = true)
    public Optional<UUID> primaryOf(UUID customer) {
        return primaries.of(customer);
    }

    /**
     * In whose look an organisation gets and sees what is of no one matter, such as an invitation: its primary reseller's.
     *
     * @return empty if nobody sells to it, and for who sells itself: the vendor is its counterpart
     */
    @Transactional(readOnly = true)
    public Optional<UUID> lookOf(UUID organisation) {
        return database.sql("""
                        SELECT p.reseller_id FROM primary_reseller p WHERE p.customer_id = ? AND p.until IS NULL
                        AND NOT EXISTS (SELECT 1 FROM reseller r WHERE r.organisation_id = p.customer_id)""").param(organisation).query(UUID.class).optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static ResellerTerms readTerms(ResultSet row, int number) throws SQLException {
        return new ResellerTerms(
                row.getObject("organisation_id", UUID.class),
                row.getString("programme"),
                "ACTIVE".equals(row.getString("status")),
                row.getString("tier"),
                new Percentage(row.getBigDecimal("partner_discount")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
