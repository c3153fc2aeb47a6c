package io.partnerflow.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The endpoints in the database. */
@Component
class EndpointRows {

    private static final String SELECTED =
            "SELECT e.*, u.name AS maker FROM webhook_endpoint e JOIN user_account u ON u.id = e.made_by ";

    private final JdbcClient database;
    private final SecretBox box;

    EndpointRows(JdbcClient database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    /** What signs now: the new secret first. */
    record Secrets(byte[] current, byte @Nullable [] old) {}

    void insert(WebhookEndpoint endpoint, WebhookSecret secret) {
        database.sql("""
                        INSERT INTO webhook_endpoint (id, organisation_id, url, types, status, secret, made_by, made_at)
                        VALUES (?, ?, ?, ?, 'ACTIVE', ?, ?, ?)""")
                .params(
                        endpoint.id(),
                        endpoint.organisation(),
                        endpoint.url(),
                        String.join(" ", endpoint.types()),
                        box.locked(endpoint.id(), secret.bytes()),
                        endpoint.maker(),
                        utc(endpoint.madeAt()))
                .update();
    }

    List<WebhookEndpoint> of(UUID organisation) {
        return database.sql(SELECTED + "WHERE e.organisation_id = ? AND e.status <> 'REMOVED' ORDER BY e.made_at, e.id")
                .param(organisation)
                .query(EndpointRows::read)
                .list();
    }

    /** Those of several organisations. */
    List<WebhookEndpoint> of(Collection<UUID> organisations) {
        return database.sql(SELECTED + "WHERE e.organisation_id IN (:organisations) AND e.status <> 'REMOVED'")
                .param("organisations", organisations)
                .query(EndpointRows::read)
                .list();
    }

    Optional<WebhookEndpoint> find(UUID id) {
        return database.sql(SELECTED + "WHERE e.id = ? AND e.status <> 'REMOVED'")
                .param(id)
                .query(EndpointRows::read)
                .optional();
    }

    void change(UUID id, String url, Iterable<String> types) {
        database.sql("UPDATE webhook_endpoint SET url = ?, types = ? WHERE id = ?")
                .params(url, String.join(" ", types), id)
                .update();
    }

    void rotate(UUID id, WebhookSecret secret, Instant oldUntil) {
        database.sql("UPDATE webhook_endpoint SET old_secret = secret, old_until = ?, secret = ? WHERE id = ?")
                .params(utc(oldUntil), box.locked(id, secret.bytes()), id)
                .update();
    }

    Secrets secrets(UUID id, Instant now) {
        return database.sql("""
                        SELECT secret, CASE WHEN old_until > ? THEN old_secret END AS old FROM webhook_endpoint
                        WHERE id = ?""")
                .params(utc(now), id)
                .query((row, number) -> secrets(id, row, "old"))
                .single();
    }

    /** Locks with the first key whatever is not yet. @param beginning of what is; empty where there is no key */
    void lockAgain(byte[] beginning) {
        var otherwise = beginning.length == 0
                ? "length(secret) <> :bare OR length(old_secret) <> :bare"
                : "substring(secret FROM 1 FOR :length) <> :beginning"
                        + " OR substring(old_secret FROM 1 FOR :length) <> :beginning";
        var others = database.sql(
                        "SELECT id, secret, old_secret FROM webhook_endpoint WHERE " + otherwise + " FOR UPDATE")
                .param("bare", WebhookSecret.BYTES)
                .param("length", beginning.length)
                .param("beginning", beginning)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return Map.entry(id, secrets(id, row, "old_secret"));
                })
                .list();
        others.forEach(one -> {
            var id = one.getKey();
            var old = one.getValue().old();
            database.sql("UPDATE webhook_endpoint SET secret = ?, old_secret = ? WHERE id = ?")
                    .params(box.locked(id, one.getValue().current()), old == null ? null : box.locked(id, old), id)
                    .update();
        });
    }

    private Secrets secrets(UUID id, ResultSet row, String oldColumn) throws SQLException {
        var old = row.getBytes(oldColumn);
        return new Secrets(box.opened(id, row.getBytes("secret")), old == null ? null : box.opened(id, old));
    }

    /** @return whether it had another status before */
    boolean status(UUID id, String status) {
        return database.sql("""
                        UPDATE webhook_endpoint SET status = :status, failures = 0, failing_since = NULL
                        WHERE id = :id AND status NOT IN (:status, 'REMOVED')""").param("status", status).param("id", id).update() == 1;
    }

    void answered(UUID id) {
        database.sql("UPDATE webhook_endpoint SET failures = 0, failing_since = NULL WHERE id = ? AND failures > 0")
                .param(id)
                .update();
    }

    void failed(UUID id, Instant now) {
        database.sql("""
                        UPDATE webhook_endpoint SET failures = failures + 1, failing_since = coalesce(failing_since, ?)
                        WHERE id = ?""").params(utc(now), id).update();
    }

    private static WebhookEndpoint read(ResultSet row, int number) throws SQLException {
        return new WebhookEndpoint(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("url"),
                new LinkedHashSet<>(Arrays.asList(row.getString("types").split(" "))),
                "ACTIVE".equals(row.getString("status")),
                row.getObject("made_by", UUID.class),
                row.getString("maker"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                moment(row, "old_until"),
                row.getInt("failures"),
                moment(row, "failing_since"));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
