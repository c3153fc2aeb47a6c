package io.partnerflow.parties;

import io.partnerflow.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one reseller of a customer that counts for compensation, at most one at a time, with its dates. <b>Source:</b> HA-5.
 */
@Service
@Transactional
public class PrimaryResellers {

    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    PrimaryResellers(JdbcClient database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param until null while it holds */
    public record Stretch(
            UUID reseller,
            String resellerName,
            Instant since,
            @Nullable Instant until) {}

    /** @return empty if the customer is direct */
    @Transactional(readOnly = true)
    public Optional<UUID> of(UUID customer) {
        return database.sql("SELECT reseller_id FROM primary_reseller WHERE customer_id = ? AND until IS NULL")
                .param(customer)
                .query(UUID.class)
                .optional();
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public List<Stretch> history(UUID customer) {
        return database.sql("""
                        SELECT p.reseller_id, o.name, p.since, p.until FROM primary_reseller p
                        JOIN organisation o ON o.id = p.reseller_id
                        WHERE p.customer_id = ? ORDER BY p.since DESC, p.until DESC NULLS FIRST LIMIT 100""")
                .param(customer)
                .query((row, number) -> new Stretch(
                        row.getObject("reseller_id", UUID.class),
                        row.getString("name"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("until", OffsetDateTime.class) == null
                                ? null
                                : row.getObject("until", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** From this moment the reseller is the primary one; whoever was so before is no more. A second time changes nothing. */
    public void choose(UUID customer, UUID reseller) {
        lock(customer);
        if (!of(customer).equals(Optional.of(reseller))) {
            end(customer);
            chooseIfNone(customer, reseller);
        }
    }

    void chooseIfNone(UUID customer, UUID reseller) {
        var chosen = database.sql("""
                        INSERT INTO primary_reseller (id, customer_id, reseller_id, since) VALUES (?, ?, ?, ?)
                        ON CONFLICT (customer_id) WHERE until IS NULL DO NOTHING""")
                .params(UUID.randomUUID(), customer, reseller, now())
                .update();
        if (chosen == 1) {
            audit.record("primary-reseller-chosen", customer.toString(), reseller.toString());
        }
    }

    void endIf(UUID customer, UUID reseller) {
        lock(customer);
        if (of(customer).equals(Optional.of(reseller))) {
            end(customer);
        }
    }

    /** Two who choose at the same moment come one after the other. */
    private void lock(UUID customer) {
        database.sql("SELECT 1 FROM organisation WHERE id = ? FOR UPDATE")
                .param(customer)
                .query(Integer.class)
                .optional();
    }

    private void end(UUID customer) {
        database.sql("UPDATE primary_reseller SET until = ? WHERE customer_id = ? AND until IS NULL")
                .params(now(), customer)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
