package io.partnerflow.orders;

import io.partnerflow.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timelines of orders. */
@Component
class Milestones {

    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    Milestones(JdbcClient database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes that it happened now, in the caller's transaction. */
    void reach(String order, Milestone milestone) {
        database.sql("INSERT INTO order_milestone (order_number, name, at) VALUES (?, ?, ?)")
                .params(order, milestone.name(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.record("order-" + milestone.code(), order, null);
    }

    /** Oldest first. */
    List<ReachedMilestone> of(String order) {
        return database.sql("SELECT name, at FROM order_milestone WHERE order_number = ? ORDER BY id")
                .param(order)
                .query((row, number) -> new ReachedMilestone(
                        Milestone.valueOf(row.getString("name")), at(row.getObject("at", OffsetDateTime.class))))
                .list();
    }

    private static Instant at(OffsetDateTime stored) {
        return stored.toInstant();
    }
}
