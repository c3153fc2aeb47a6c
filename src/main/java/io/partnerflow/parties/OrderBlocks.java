package io.partnerflow.parties;

import io.partnerflow.audit.AuditTrail;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisations that can order nothing new until they have paid. Whoever sells asks {@link #blocking} about the one that
 * is going to pay, and refuses with {@link #CODE} and the invoices it names.
 */
@Service
@Transactional
public class OrderBlocks {

    /** Code of the refusal; its sentences name the invoices as their only argument. */
    public static final String CODE = "orders-blocked";

    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    OrderBlocks(JdbcClient database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** From now on the organisation can order nothing new because of this invoice. A second time changes nothing. */
    public void block(UUID organisation, String invoice) {
        var blocked = database.sql("""
                        INSERT INTO order_block (organisation_id, invoice, since) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(organisation, invoice, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (blocked == 1) {
            audit.record("orders-blocked", organisation.toString(), invoice);
        }
    }

    /** The invoice no longer stands in the way of orders; another one may. A second time changes nothing. */
    public void lift(UUID organisation, String invoice) {
        var lifted = database.sql("DELETE FROM order_block WHERE organisation_id = ? AND invoice = ?")
                .params(organisation, invoice)
                .update();
        if (lifted == 1) {
            audit.record("orders-unblocked", organisation.toString(), invoice);
        }
    }

    /** How many organisations can order nothing new. */
    @Transactional(readOnly = true)
    public long count() {
        return database.sql("SELECT count(DISTINCT organisation_id) FROM order_block")
                .query(Long.class)
                .single();
    }

    /** @return numbers of the unpaid invoices that stand in the way, oldest first; empty if it may order */
    @Transactional(readOnly = true)
    public List<String> blocking(UUID organisation) {
        return database.sql("SELECT invoice FROM order_block WHERE organisation_id = ? ORDER BY invoice")
                .param(organisation)
                .query(String.class)
                .list();
    }
}
