package io.partnerflow.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of the API in the database. */
@Component
class ApiKeyRows {

    private static final String MAKER_THERE = """
            (u.status = 'ACTIVE' AND EXISTS (SELECT 1 FROM membership m
                WHERE m.user_id = k.made_by AND m.organisation_id = k.organisation_id)) AS maker_there""";

    private final JdbcClient database;

    ApiKeyRows(JdbcClient database) {
        this.database = database;
    }

    /** How often a key has been used within the minute that is counted, and when that began. */
    record Use(int calls, Instant since) {}

    void insert(ApiKey key, KeySecret secret, UUID organisation, UUID maker) {
        database.sql("""
                        INSERT INTO api_key (id, organisation_id, name, prefix, secret_hash, scopes, made_by, made_at,
                            expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.id(),
                        organisation,
                        key.name(),
                        key.prefix(),
                        secret.hash(),
                        String.join(" ", key.scopes()),
                        maker,
                        utc(key.madeAt()),
                        utc(key.expiresAt()))
                .update();
    }

    /** Those that work first, then the latest. */
    List<ApiKey> of(UUID organisation, Instant now) {
        return database.sql("""
                        SELECT k.*, u.name AS maker, t.last_used_at, t.last_used_from, %s
                        FROM api_key k JOIN user_account u ON u.id = k.made_by
                        LEFT JOIN api_key_use t ON t.key_id = k.id
                        WHERE k.organisation_id = ?
                        ORDER BY (k.revoked_at IS NULL AND coalesce(k.expires_at > ?, true)) DESC, k.made_at DESC
                        LIMIT 200""".formatted(MAKER_THERE))
                .params(organisation, utc(now))
                .query((row, number) -> key(row, now))
                .list();
    }

    int working(UUID organisation, Instant now) {
        return database.sql("""
                        SELECT count(*) FROM api_key
                        WHERE organisation_id = ? AND revoked_at IS NULL AND coalesce(expires_at > ?, true)""")
                .params(organisation, utc(now))
                .query(Integer.class)
                .single();
    }

    boolean revoke(UUID organisation, UUID id, Instant at, String by) {
        return database.sql("""
                        UPDATE api_key SET revoked_at = ?, revoked_by = ?
                        WHERE id = ? AND organisation_id = ? AND revoked_at IS NULL""").params(utc(at), by, id, organisation).update() == 1;
    }

    /** Empty if there is none with this hash that works now. */
    Optional<KeyHolder> holder(String hash, Instant now) {
        return database.sql("""
                        SELECT k.*, o.name AS organisation, %s
                        FROM api_key k JOIN organisation o ON o.id = k.organisation_id
                        JOIN user_account u ON u.id = k.made_by
                        WHERE k.secret_hash = ? AND k.revoked_at IS NULL AND coalesce(k.expires_at > ?, true)""".formatted(MAKER_THERE))
                .params(hash, utc(now))
                .query((row, number) ->
                        row.getBoolean("maker_there") ? Optional.of(holder(row)) : Optional.<KeyHolder>empty())
                .optional()
                .flatMap(found -> found);
    }

    /** Counts one more call; a minute after the first one counting begins anew. */
    Use count(UUID key, Instant now, Instant windowStart, String from) {
        return database.sql("""
                        INSERT INTO api_key_use (key_id, window_from, calls, last_used_at, last_used_from)
                        VALUES (:key, :now, 1, :now, :from)
                        ON CONFLICT (key_id) DO UPDATE SET
                            calls = CASE WHEN api_key_use.window_from > :start THEN api_key_use.calls + 1 ELSE 1 END,
                            window_from = CASE WHEN api_key_use.window_from > :start
                                THEN api_key_use.window_from ELSE :now END,
                            last_used_at = :now, last_used_from = :from
                        RETURNING calls, window_from""")
                .param("key", key)
                .param("now", utc(now))
                .param("start", utc(windowStart))
                .param("from", from)
                .query((row, number) -> new Use(row.getInt("calls"), moment(row, "window_from")))
                .single();
    }

    private static KeyHolder holder(ResultSet row) throws SQLException {
        return new KeyHolder(
                row.getObject("id", UUID.class),
                KeyHolder.named(row.getString("name"), row.getString("prefix"), row.getString("organisation")),
                row.getObject("organisation_id", UUID.class),
                row.getObject("made_by", UUID.class),
                ApiScopes.of(row.getString("scopes")));
    }

    private static ApiKey key(ResultSet row, Instant now) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                ApiScopes.of(row.getString("scopes")),
                row.getString("maker"),
                moment(row, "made_at"),
                moment(row, "expires_at"),
                moment(row, "revoked_at"),
                row.getString("revoked_by"),
                moment(row, "last_used_at"),
                row.getString("last_used_from"),
                state(row, now));
    }

    private static ApiKey.State state(ResultSet row, Instant now) throws SQLException {
        var expires = moment(row, "expires_at");
        if (row.getObject("revoked_at") != null) {
            return ApiKey.State.REVOKED;
        } else if (expires != null && !expires.isAfter(now)) {
            return ApiKey.State.EXPIRED;
        }
        return row.getBoolean("maker_there") ? ApiKey.State.ACTIVE : ApiKey.State.ORPHANED;
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
