package io.partnerflow.webhooks;

import static io.partnerflow.webhooks.EndpointRows.utc;

import io.partnerflow.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The deliveries and their attempts in the database. */
@Component
class DeliveryRows {

    private static final int MOST_COUNTED = 10_000;
    private static final Duration TEST = Duration.ofMinutes(2);
    private static final long LOCK = 0x77656268;
    private static final String OF_ENDPOINT =
            "FROM webhook_delivery WHERE endpoint_id = :endpoint AND (:status = '' OR status = :status) ";

    private final JdbcClient database;

    DeliveryRows(JdbcClient database) {
        this.database = database;
    }

    /** @param position null for a test */
    record Planned(WebhookEndpoint endpoint, @Nullable Long position, String type, String number, String body) {}

    UUID insert(Planned planned, Instant now) {
        var id = UUID.randomUUID();
        var waits = planned.endpoint().active();
        database.sql("""
                        INSERT INTO webhook_delivery (id, endpoint_id, position, type, number, body, status,
                            next_attempt_at, created_at, claimed_until)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (endpoint_id, position) DO NOTHING""")
                .params(
                        id,
                        planned.endpoint().id(),
                        planned.position(),
                        planned.type(),
                        planned.number(),
                        planned.body(),
                        waits ? "WAITING" : "HELD",
                        waits ? utc(now) : null,
                        utc(now),
                        planned.position() == null ? utc(now.plus(TEST)) : null) // whoever tests sends it itself
                .update();
        return id;
    }

    /**
     * Takes the next one that is due for a while; other nodes pass it by. Each endpoint gets one at a time, so that a
     * slow one holds up nobody but itself. To see what another has taken, whoever takes waits until that one has: it is
     * a moment.
     */
    @Transactional
    public Optional<WebhookDelivery> claim(Instant now, Duration lease) {
        database.sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, number) -> true)
                .single();
        return database.sql("""
                        UPDATE webhook_delivery SET claimed_until = :until WHERE id = (
                            SELECT d.id FROM webhook_delivery d
                            WHERE d.status = 'WAITING' AND d.next_attempt_at <= :now
                                AND (d.claimed_until IS NULL OR d.claimed_until <= :now)
                                AND EXISTS (SELECT 1 FROM webhook_endpoint e
                                    WHERE e.id = d.endpoint_id AND e.status = 'ACTIVE')
                                AND NOT EXISTS (SELECT 1 FROM webhook_delivery o
                                    WHERE o.endpoint_id = d.endpoint_id AND o.claimed_until > :now)
                            ORDER BY d.next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *""")
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query((row, number) -> read(row, List.of()))
                .optional();
    }

    void claim(UUID id, Instant until) {
        database.sql("UPDATE webhook_delivery SET claimed_until = ? WHERE id = ?")
                .params(utc(until), id)
                .update();
    }

    Optional<WebhookDelivery> find(UUID id) {
        return database.sql("SELECT * FROM webhook_delivery WHERE id = ?")
                .param(id)
                .query((row, number) -> read(row, attempts(id)))
                .optional();
    }

    /** Latest first. @param status name of one; empty for all */
    Page<WebhookDelivery> of(UUID endpoint, String status, int page, int size) {
        var items = database.sql("SELECT * " + OF_ENDPOINT + "ORDER BY created_at DESC, id LIMIT :size OFFSET :skip")
                .param("endpoint", endpoint)
                .param("status", status)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, number) -> read(row, List.of()))
                .list();
        var total = database.sql(
                        "SELECT count(*) FROM (SELECT 1 " + OF_ENDPOINT + "LIMIT " + MOST_COUNTED + ") counted")
                .param("endpoint", endpoint)
                .param("status", status)
                .query(Long.class)
                .single();
        return new Page<>(items, page, size, total);
    }

    void attempted(UUID id, WebhookDelivery.Attempt attempt) {
        database.sql("""
                        INSERT INTO webhook_attempt (delivery_id, at, millis, address, http_status, outcome, answer)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        utc(attempt.at()),
                        attempt.millis(),
                        attempt.address(),
                        attempt.httpStatus(),
                        attempt.outcome(),
                        attempt.answer())
                .update();
    }

    /** @param next null where no attempt is to follow */
    void move(UUID id, WebhookDelivery.Status status, @Nullable Instant next) {
        database.sql("""
                        UPDATE webhook_delivery SET status = ?, attempts = attempts + 1, next_attempt_at = ?,
                            claimed_until = NULL
                        WHERE id = ?""")
                .params(status.name(), next == null ? null : utc(next), id)
                .update();
    }

    /** @param next null while the endpoint is paused */
    int again(UUID id, @Nullable Instant next) {
        return database.sql("""
                        UPDATE webhook_delivery SET status = ?, attempts = 0, next_attempt_at = ?, claimed_until = NULL
                        WHERE id = ?""")
                .params(next == null ? "HELD" : "WAITING", next == null ? null : utc(next), id)
                .update();
    }

    int all(UUID endpoint, String from, String to, @Nullable Instant next) {
        return database.sql("""
                        UPDATE webhook_delivery SET status = ?, attempts = 0, next_attempt_at = ?, claimed_until = NULL
                        WHERE endpoint_id = ? AND status = ?""")
                .params(to, next == null ? null : utc(next), endpoint, from)
                .update();
    }

    int forget(Instant before) {
        return database.sql("DELETE FROM webhook_delivery WHERE created_at < ?")
                .param(utc(before))
                .update();
    }

    private List<WebhookDelivery.Attempt> attempts(UUID delivery) {
        return database.sql("SELECT * FROM webhook_attempt WHERE delivery_id = ? ORDER BY id LIMIT 100")
                .param(delivery)
                .query((row, number) -> new WebhookDelivery.Attempt(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("millis"),
                        row.getString("address"),
                        row.getObject("http_status", Integer.class),
                        row.getString("outcome"),
                        row.getString("answer")))
                .list();
    }

    private static WebhookDelivery read(ResultSet row, List<WebhookDelivery.Attempt> log) throws SQLException {
        return new WebhookDelivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getString("type"),
                row.getString("number"),
                row.getString("body"),
                WebhookDelivery.Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                EndpointRows.moment(row, "next_attempt_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                log);
    }
}
