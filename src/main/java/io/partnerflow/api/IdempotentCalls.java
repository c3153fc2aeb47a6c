package io.partnerflow.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers what was answered to a key. A call holds a lock on its key until its transaction ends, however it ends, so
 * nothing has to be cleaned up after a crash and a failed call leaves its key unused.
 */
@Component
class IdempotentCalls {

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int LONGEST_KEY = 200;

    private final JdbcClient database;
    private final CurrentCaller callers;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotentCalls(JdbcClient database, CurrentCaller callers, ObjectMapper json, Clock clock) {
        this.database = database;
        this.callers = callers;
        this.json = json;
        this.clock = clock;
    }

    /** @param fingerprint of method, address and body */
    @Transactional
    ResponseEntity<?> once(String key, String fingerprint, Supplier<ResponseEntity<?>> call) {
        var client = callers.find().map(this::client).orElse("anonymous");
        if (!lock(client + "/" + key)) {
            throw new RefusedCall(409, "idempotency-key-in-flight");
        }
        var before = find(client, key);
        if (before.isPresent()) {
            return before.get().again(fingerprint);
        }
        var given = call.get();
        var body = given.getBody();
        var answer = Answer.of(given, body, json);
        remember(
                client,
                key,
                fingerprint,
                body instanceof TellsOnce once ? Answer.of(given, once.withoutSecret(), json) : answer);
        return answer.first();
    }

    /** Whoever acts for several organisations has the keys of each to itself, and so has every program. */
    private String client(Caller caller) {
        var user = callers.key().orElse(caller.userId()).toString();
        return caller.actingFor().equals(caller.memberships().get(0).organisation())
                ? user
                : UUID.nameUUIDFromBytes((user + "/" + caller.actingFor()).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    static String checked(String key) {
        if (key == null || key.isBlank()) {
            throw new RefusedCall(400, "idempotency-key-missing");
        }
        if (key.length() > LONGEST_KEY) {
            throw new RefusedCall(400, "idempotency-key-too-long", LONGEST_KEY);
        }
        return key;
    }

    private boolean lock(String name) {
        return database.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    private Optional<Remembered> find(String client, String key) {
        return database.sql("""
                        SELECT fingerprint, status, location, body FROM idempotent_call
                        WHERE client = ? AND idempotency_key = ? AND answered_at > ?""")
                .params(client, key, now().minus(REMEMBERED))
                .query((row, number) -> new Remembered(
                        row.getString("fingerprint"),
                        new Answer(row.getInt("status"), row.getString("location"), row.getBytes("body"))))
                .optional();
    }

    private void remember(String client, String key, String fingerprint, Answer answer) {
        database.sql("""
                        INSERT INTO idempotent_call
                            (client, idempotency_key, fingerprint, status, location, body, answered_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (client, idempotency_key) DO UPDATE SET fingerprint = excluded.fingerprint,
                            status = excluded.status, location = excluded.location, body = excluded.body,
                            answered_at = excluded.answered_at""")
                .params(client, key, fingerprint, answer.status(), answer.location(), answer.body(), now())
                .update();
        database.sql("DELETE FROM idempotent_call WHERE client = ? AND answered_at <= ?")
                .params(client, now().minus(REMEMBERED))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private record Remembered(String fingerprint, Answer answer) {

        ResponseEntity<?> again(String asked) {
            if (!fingerprint.equals(asked)) {
                throw new RefusedCall(422, "idempotency-key-reused");
            }
            return answer.entity().header("Idempotency-Replayed", "true").body(answer.body());
        }
    }

    /** @param location null where nothing new has an address */
    private record Answer(int status, String location, byte[] body) {

        static Answer of(ResponseEntity<?> given, Object body, ObjectMapper json) {
            try {
                var location = given.getHeaders().getLocation();
                return new Answer(
                        given.getStatusCode().value(),
                        location == null ? null : location.toString(),
                        json.writeValueAsBytes(body));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        ResponseEntity<?> first() {
            return entity().body(body);
        }

        ResponseEntity.BodyBuilder entity() {
            var entity = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
            return location == null ? entity : entity.location(URI.create(location));
        }
    }
}
