package io.partnerflow.deadlines;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.subscriptions.FollowUps;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Which contract follows which, so that a customer's devices are exchanged without a gap (W-23, W-33). */
@ModuleService
@Transactional(readOnly = true)
public class ContractChain implements FollowUps {

    private final JdbcClient database;

    ContractChain(JdbcClient database) {
        this.database = database;
    }

    /** What was accepted before what is only offered, the latest of them. */
    @Override
    public Optional<FollowUp> of(String subscription) {
        return database.sql("""
                        SELECT o.number, o.order_number, s.number AS subscription, c.delivered_on
                        FROM offer o
                        LEFT JOIN customer_order c ON c.number = o.order_number
                        LEFT JOIN subscription s ON s.order_number = o.order_number
                        WHERE o.follows = ? AND o.status IN ('SENT', 'ACCEPTED')
                            AND (c.status IS NULL OR c.status NOT IN ('REJECTED', 'DECLINED', 'CANCELLED', 'LAPSED'))
                        ORDER BY o.status, o.created_at DESC LIMIT 1""")
                .param(subscription)
                .query((row, i) -> new FollowUp(
                        row.getString("number"),
                        row.getString("order_number"),
                        row.getString("subscription"),
                        row.getObject("delivered_on", LocalDate.class)))
                .optional();
    }

    /** The contract this one follows; empty if it is a first one. @return SU-… */
    public Optional<String> before(String subscription) {
        return database.sql("""
                        SELECT o.follows FROM subscription s JOIN offer o ON o.order_number = s.order_number
                        WHERE s.number = ? AND o.follows IS NOT NULL""").param(subscription).query(String.class).optional();
    }
}
