package io.partnerflow.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerflow.ApiClient;
import io.partnerflow.KeyClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.events.EventJournal;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Programs that are told what happens: by a real server that answers well, badly, slowly, nonsense. */
@PartnerflowTest
class WebhooksTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    AuditTrail audit;

    @Autowired
    EventJournal journal;

    @Autowired
    WebhookSender sender;

    @Autowired
    WebhookLine line;

    @Autowired
    DeliveryRows rows;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient database;

    Party reseller;
    ApiClient admin;
    Receiver receiver;

    @BeforeEach
    void anEndpointsServer() throws IOException {
        reseller = new TestParties(organisations, resellers).reseller();
        admin = ApiClient.of(port, users, reseller, Role.ADMIN);
        receiver = new Receiver();
    }

    @AfterEach
    void closeIt() throws IOException {
        receiver.close();
    }

    @Test
    void whatHappensIsToldOnceSignedAndLogged() {
        var made = endpoint("*");
        var order = happens("order-completed");
        sender.flush();

        var message = receiver.only();
        assertThat(message.body()).contains("\"type\":\"order.completed\"", order, "/api/v1/orders/" + order);
        var secret =
                java.util.Base64.getDecoder().decode(made.get("secret").asText().replace("whsec_", ""));
        var expected = new WebhookSecret(secret)
                .sign(
                        message.headers().get("webhook-id"),
                        Long.parseLong(message.headers().get("webhook-timestamp")),
                        message.body());
        assertThat(message.headers().get("webhook-signature")).isEqualTo(expected);
        var delivery = deliveries(made).get(0);
        assertThat(delivery.get("status").asText()).isEqualTo("DELIVERED");
        var attempt = admin.get(path(made) + "/deliveries/" + delivery.get("id").asText())
                .body()
                .at("/attempts/0");
        assertThat(attempt.get("httpStatus").asInt()).isEqualTo(200);
        assertThat(attempt.get("answer").asText()).isEqualTo("thanks");
        assertThat(admin.get(path(made)).body().has("secret")).isFalse();

        var journalled = admin.get("/api/v1/events").body();
        assertThat(journalled.at("/items/0/number").asText()).isEqualTo(order);
        assertThat(journalled.at("/items/0/id").asText())
                .isEqualTo(ResellerClientJson.read(message.body()).get("id").asText());
        assertThat(admin.get("/api/v1/events?after=" + journalled.get("next").asText())
                        .body()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void onlyWhatWasChosenAndOnlyOnesOwnIsTold() {
        endpoint("order.cancelled");
        var stranger = ApiClient.of(port, users, new TestParties(organisations, resellers).reseller(), Role.ADMIN);
        happens("order-completed");
        sender.flush();

        assertThat(receiver.messages).isEmpty();
        assertThat(stranger.get("/api/v1/events").body().get("items")).isEmpty();
        assertThat(admin.get("/api/v1/events").body().get("items")).hasSize(1);
    }

    @Test
    void aFailedMessageClimbsTheLadderAndIsGivenUpInTheEnd() {
        var made = endpoint("*");
        receiver.answers = "HTTP/1.1 500 Broken\r\nContent-Length: 4\r\n\r\noops";
        happens("order-completed");
        var pauses = new ArrayList<Duration>();
        for (var attempt = 0; attempt < 6; attempt++) {
            assertThat(sender.flush()).isEqualTo(1);
            assertThat(sender.flush()).isZero();
            pauses.add(untilNext(made));
            due(made);
        }

        assertThat(pauses.subList(0, 5))
                .containsExactly(
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(12),
                        Duration.ofDays(1));
        assertThat(deliveries(made).get(0).get("status").asText()).isEqualTo("FAILED");
        assertThat(letters("webhook-given-up")).isEqualTo(1);
        assertThat(receiver.messages)
                .hasSize(6)
                .extracting(message -> message.headers().get("webhook-id"))
                .containsOnly(receiver.messages.get(0).headers().get("webhook-id"));

        receiver.answers = Receiver.THANKS;
        assertThat(admin.post(path(made) + "/replay", "{}")
                        .body()
                        .get("messages")
                        .asInt())
                .isEqualTo(1);
        sender.flush();
        assertThat(deliveries(made).get(0).get("status").asText()).isEqualTo("DELIVERED");
    }

    @Test
    void anEndpointThatFailsTooOftenIsPausedAndGoesOnWhenToldTo() {
        var made = endpoint("*");
        ApiClient.of(port, users, reseller, Role.ADMIN);
        receiver.answers = "HTTP/1.1 503 Busy\r\n\r\n";
        database.sql("UPDATE webhook_endpoint SET failures = 29, failing_since = made_at WHERE id = ?")
                .param(UUID.fromString(made.get("id").asText()))
                .update();
        happens("order-completed");
        sender.flush();

        assertThat(admin.get(path(made)).body().get("active").asBoolean()).isFalse();
        assertThat(deliveries(made).get(0).get("status").asText()).isEqualTo("HELD");
        assertThat(letters("webhook-paused"))
                .as("to who made it, not to the other Anna Ek")
                .isEqualTo(1);
        happens("order-cancelled");
        assertThat(sender.flush()).isZero();

        receiver.answers = Receiver.THANKS;
        admin.put(path(made), "{\"url\": \"%s\", \"types\": [\"*\"], \"active\": true}".formatted(receiver.url()));
        assertThat(sender.flush()).isEqualTo(2);
    }

    @Test
    void whatIsPausedOrRemovedIsNotSentToWhateverWaitsThere() {
        var paused = endpoint("*");
        var removed = endpoint("*");
        happens("order-completed");
        admin.put(path(paused), "{\"url\": \"%s\", \"types\": [\"*\"], \"active\": false}".formatted(receiver.url()));
        admin.delete(path(removed));
        var one = deliveries(paused).get(0).get("id").asText();
        admin.post(path(paused) + "/deliveries/" + one + "/replay", "{}");
        assertThat(deliveries(paused).get(0).get("status").asText()).isEqualTo("HELD");

        database.sql("UPDATE webhook_delivery SET status = 'WAITING', next_attempt_at = created_at "
                        + "WHERE endpoint_id IN (:endpoints)") // as one that was under way meanwhile
                .param("endpoints", List.of(id(paused), id(removed)))
                .update();
        assertThat(sender.flush()).isZero();
        assertThat(receiver.messages).isEmpty();

        var forgotten = OffsetDateTime.now(ZoneOffset.UTC).minusDays(40);
        database.sql("UPDATE webhook_delivery SET created_at = ? WHERE endpoint_id = ?")
                .params(forgotten, id(removed))
                .update();
        rows.forget(forgotten.plusDays(1).toInstant());
        assertThat(database.sql("SELECT count(*) FROM webhook_delivery WHERE endpoint_id = ?")
                        .param(id(removed))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void twoNodesNeverSendToOneEndpointAtTheSameTime() throws Exception {
        sender.flush();
        var made = endpoint("*");
        happens("order-completed");
        happens("order-cancelled");
        var now = Instant.now();
        var second = new CompletableFuture<Optional<WebhookDelivery>>();
        var node = new Thread(() -> second.complete(rows.claim(now, Duration.ofMinutes(1))));

        var first = new TransactionTemplate(transactions).execute(taking -> {
            var taken = rows.claim(now, Duration.ofMinutes(1)).orElseThrow();
            node.start();
            await().until(() -> second.isDone() || waitingForTheFirst());
            return taken;
        });

        assertThat(first.endpoint()).isEqualTo(id(made));
        assertThat(second.get(10, TimeUnit.SECONDS))
                .isNotPresent(); // the other one of this endpoint comes after the first
    }

    private boolean waitingForTheFirst() {
        return database.sql("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void aNameServiceThatNeverAnswersHoldsUpNobody() throws Exception {
        var lookups = new NameLookups(Duration.ofMillis(50));
        var answers = new CountDownLatch(1);
        HostAddresses slow = host -> {
            while (answers.getCount() > 0) {
                LockSupport.parkNanos(1_000_000); // as the system's resolver, which cannot be interrupted
            }
            return new InetAddress[] {InetAddress.getByName("93.184.216.34")};
        };
        for (var asked = 0; asked < 12; asked++) {
            assertThatThrownBy(() -> lookups.of("slow.example", slow)).hasMessage("webhook-host-unknown");
        }
        answers.countDown();
        await().ignoreExceptions().until(() -> lookups.of("slow.example", slow).length == 1);
        assertThatThrownBy(() -> lookups.of("nobody.example", host -> new InetAddress[0]))
                .hasMessage("webhook-host-unknown");
    }

    @Test
    void onlyAFewTestsRunAtATime() throws IOException {
        var made = endpoint("*");
        receiver.answers = "";
        var running = IntStream.range(0, 3)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> admin.post(path(made) + "/test", "{}")))
                .toList();
        await().until(() -> database.sql("SELECT count(*) FROM webhook_delivery WHERE endpoint_id = ?")
                        .param(id(made))
                        .query(Integer.class)
                        .single()
                == 3);

        var refused = admin.post(path(made) + "/test", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("webhook-test-running");
        receiver.close();
        assertThat(running).allSatisfy(test -> assertThat(test.join().status()).isEqualTo(200));
        assertThat(admin.post(path(made) + "/test", "{}").status()).isEqualTo(200);
    }

    @Test
    void aSecretIsToldOnceAndStandsNowhereElse() {
        var key = UUID.randomUUID().toString();
        var wanted = "{\"url\": \"%s\", \"types\": [\"*\"]}".formatted(receiver.url());
        var made = admin.post("/api/v1/webhooks", wanted, key);
        var again = admin.post("/api/v1/webhooks", wanted, key);

        assertThat(made.body().get("secret").asText()).startsWith("whsec_");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.body().get("id")).isEqualTo(made.body().get("id"));
        assertThat(again.body().has("secret")).isFalse();
        var rotation = UUID.randomUUID().toString();
        assertThat(admin.post(path(made.body()) + "/secret", "{}", rotation)
                        .body()
                        .has("secret"))
                .isTrue();
        assertThat(admin.post(path(made.body()) + "/secret", "{}", rotation)
                        .body()
                        .has("secret"))
                .isFalse();
        assertThat(database.sql("SELECT count(*) FROM idempotent_call WHERE convert_from(body, 'UTF8') LIKE '%whsec%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aNewSecretAndTheOldOneSignTogetherForAWhile() {
        var made = endpoint("*");
        var secret =
                admin.post(path(made) + "/secret", "{}").body().get("secret").asText();

        assertThat(secret).isNotEqualTo(made.get("secret").asText());
        var answer = admin.post(path(made) + "/test", "{}");
        assertThat(answer.body().get("status").asText()).isEqualTo("DELIVERED");
        assertThat(receiver.only().headers().get("webhook-signature").split(" "))
                .hasSize(2);
    }

    @Test
    void everyBadAnswerHasItsWord() throws IOException {
        var made = endpoint("*");
        var answers = new LinkedHashMap<String, String>();
        answers.put("redirect", "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\n\r\n");
        answers.put("garbage", "SSH-2.0-OpenSSH_9.6\r\n");
        answers.put("answered", "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnope\r\n0\r\n\r\n");
        answers.put("delivered", "HTTP/1.1 204 No Content\r\n\r\n");
        answers.put("gone", "HTTP/1.1 410 Gone\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n");
        answers.forEach((word, answer) -> {
            receiver.answers = answer;
            var tested = admin.post(path(made) + "/test", "{}").body();
            assertThat(tested.at("/attempts/0/outcome").asText()).isEqualTo(word);
        });
        receiver.close();
        assertThat(admin.post(path(made) + "/test", "{}")
                        .body()
                        .at("/attempts/0/outcome")
                        .asText())
                .isEqualTo("unreachable");
    }

    @Test
    void whoAnswersNothingIsLeftInTime() throws Exception {
        receiver.answers = "";
        var target = new WebhookTargets.Target(
                java.net.URI.create(receiver.url()), "localhost", receiver.port(), InetAddress.getLoopbackAddress());

        assertThatThrownBy(() -> line.post(target, Map.of(), new byte[0], Duration.ofMillis(300)))
                .isInstanceOfAny(java.net.SocketTimeoutException.class, java.net.SocketException.class);
    }

    @Test
    void anHttpsServerIsBelievedByItsCertificateOnly() throws Exception {
        try (var secure = new SecureReceiver()) {
            var made = admin.post(
                            "/api/v1/webhooks",
                            "{\"url\": \"https://localhost:%d/hook\", \"types\": [\"*\"]}".formatted(secure.port()))
                    .body();
            var tested = admin.post(path(made) + "/test", "{}").body();
            assertThat(tested.at("/attempts/0/outcome").asText())
                    .as("nobody we believe has signed it")
                    .isEqualTo("certificate");
            assertThat(secure.heard).isEmpty();

            var believing = new WebhookLine(settings(true, secure.certificate()));
            var answer = believing.post(secure.at("localhost"), Map.of("webhook-id", "msg_1"), new byte[0], SOON);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(secure.heard).singleElement().asString().contains("POST /hook", "webhook-id: msg_1");
            assertThatThrownBy(() -> believing.post(secure.at("127.0.0.1"), Map.of(), new byte[0], SOON))
                    .as("its certificate is for another name")
                    .isInstanceOf(SSLException.class);
            assertThat(secure.heard).hasSize(1);
            assertThatThrownBy(() -> new WebhookLine(
                            settings(true, new ByteArrayResource("no certificate".getBytes(StandardCharsets.UTF_8)))))
                    .hasMessageContaining("partnerflow.webhooks.trusted-certificates");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fe80::1]/",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://2130706433.invalid/",
                "https://user:pw@93.184.216.34/",
                "ftp://93.184.216.34/",
                "https://93.184.216.34:25/",
                "https://93.184.216.34:70000/",
                "not an address",
                ""
            })
    void nothingIsSentIntoPrivateNetworks(String url) {
        var refused = admin.post("/api/v1/webhooks", "{\"url\": \"%s\", \"types\": [\"*\"]}".formatted(url));

        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("url");
        assertThat(refused.raw().body()).doesNotContain("invalid.webhook");
    }

    @Test
    void aNameThatChangesItsAddressLeadsNowhereElse() throws Exception {
        var asked = new AtomicInteger();
        HostAddresses rebinding = host ->
                new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? "93.184.216.34" : "10.0.0.1")};
        var targets = new WebhookTargets(null, settings(false, null));

        var looked = targets.look("https://rebinding.example/", rebinding);
        assertThat(looked.address().getHostAddress()).isEqualTo("93.184.216.34");
        assertThat(asked).hasValue(1);
        assertThatThrownBy(() -> targets.look("https://rebinding.example/", rebinding))
                .hasMessage("webhook-private");
        HostAddresses mixed =
                host -> new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("127.0.0.1")};
        assertThatThrownBy(() -> targets.look("https://mixed.example/", mixed)).hasMessage("webhook-private");
        assertThatThrownBy(() -> targets.look("https://localhost/", InetAddress::getAllByName))
                .hasMessage("webhook-private");
    }

    @Test
    void anAddressThatCannotBeIsOneFailedAttemptAndHoldsUpNobody() {
        var made = endpoint("*");
        database.sql("UPDATE webhook_endpoint SET url = 'https://93.184.216.34:70000/' WHERE id = ?")
                .param(UUID.fromString(made.get("id").asText()))
                .update();
        happens("order-completed");

        assertThat(sender.flush()).isEqualTo(1);
        assertThat(sender.flush()).isZero();
        assertThat(untilNext(made)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void onlyAdministratorsHaveToDoWithWebhooks() {
        var made = endpoint("*");
        var clerk = ApiClient.of(port, users, reseller, Role.ORDER);
        var stranger = ApiClient.of(port, users, new TestParties(organisations, resellers).reseller(), Role.ADMIN);

        assertThat(clerk.get("/api/v1/webhooks").status()).isEqualTo(403);
        assertThat(stranger.get(path(made)).status()).isEqualTo(404);
        assertThat(stranger.get(path(made) + "/deliveries").status()).isEqualTo(404);
        assertThat(new KeyClient(port, "pf_nothing").get("/api/v1/webhooks").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoHasReadAnOlderEditionChangesNothing() {
        var made = endpoint("*");
        var tag = admin.get(path(made)).raw().headers().firstValue("ETag").orElseThrow();
        database.sql("UPDATE webhook_endpoint SET failures = 3, failing_since = made_at WHERE id = ?")
                .param(id(made)) // that it does not answer is not a change that anybody makes
                .update();
        var wanted = "{\"url\": \"%s\", \"types\": [\"order.completed\"]}".formatted(receiver.url());

        assertThat(admin.putWith("If-Match", tag, path(made), wanted).status()).isEqualTo(200);
        var late = admin.putWith("If-Match", tag, path(made), wanted.replace("completed", "cancelled"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("changed-since-read");
        assertThat(admin.get(path(made)).body().at("/types/0").asText()).isEqualTo("order.completed");
        assertThat(admin.put(path(made), wanted).status()).isEqualTo(200);
    }

    private JsonNode endpoint(String type) {
        var made = admin.post(
                "/api/v1/webhooks", "{\"url\": \"%s\", \"types\": [\"%s\"]}".formatted(receiver.url(), type));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.body();
    }

    private static String path(JsonNode endpoint) {
        return "/api/v1/webhooks/" + endpoint.get("id").asText();
    }

    private static UUID id(JsonNode endpoint) {
        return UUID.fromString(endpoint.get("id").asText());
    }

    private JsonNode deliveries(JsonNode endpoint) {
        return admin.get(path(endpoint) + "/deliveries").body().get("items");
    }

    /** To a number that is the reseller's: whose it is counts here, not what it is. */
    private String happens(String action) {
        var number = "OF-T-" + UUID.randomUUID().toString().substring(0, 8);
        audit.record(action, number, null);
        audience(number);
        while (journal.write() > 0) {
            assertThat(number).isNotEmpty();
        }
        return number;
    }

    private void audience(String number) {
        database.sql("""
                        INSERT INTO offer (number, programme, policy_version, reseller_id, customer_id, status,
                            draft_version, created_by, created_at)
                        VALUES (?, 'workplace', 1, ?, ?, 'DRAFT', 1, 'test', now())""").params(number, reseller.id(), reseller.id()).update();
    }

    private Duration untilNext(JsonNode endpoint) {
        return database.sql("""
                        SELECT extract(epoch FROM d.next_attempt_at - a.at)::bigint FROM webhook_delivery d
                        JOIN webhook_attempt a ON a.delivery_id = d.id
                        WHERE d.endpoint_id = ? ORDER BY a.id DESC LIMIT 1""")
                .param(UUID.fromString(endpoint.get("id").asText()))
                .query((row, number) -> Duration.ofMinutes(Math.round(row.getLong(1) / 60.0)))
                .single();
    }

    private void due(JsonNode endpoint) {
        database.sql(
                        "UPDATE webhook_delivery SET next_attempt_at = created_at WHERE endpoint_id = ? AND status = 'WAITING'")
                .param(UUID.fromString(endpoint.get("id").asText()))
                .update();
    }

    private int letters(String template) {
        return database.sql("""
                        SELECT count(*) FROM letter l JOIN user_account u ON u.email = l.recipient
                        JOIN membership m ON m.user_id = u.id WHERE m.organisation_id = ? AND l.template = ?""")
                .params(reseller.id(), template)
                .query(Integer.class)
                .single();
    }

    static WebhookSettings settings(boolean local, Resource trusted, String... keys) {
        return new WebhookSettings(
                List.of(Duration.ofMinutes(15)),
                Duration.ofSeconds(1),
                30,
                Duration.ofHours(24),
                Duration.ofDays(30),
                20,
                1,
                local,
                List.of(keys),
                trusted,
                false,
                Duration.ofSeconds(5));
    }

    private static final class ResellerClientJson {

        static JsonNode read(String body) {
            try {
                return new com.fasterxml.jackson.databind.ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private record Message(Map<String, String> headers, String body) {}

    /** A server that reads what is posted and answers what it is told to. */
    private static final class Receiver {

        static final String THANKS = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nthanks";

        final List<Message> messages = Collections.synchronizedList(new ArrayList<>());
        volatile String answers = THANKS;
        private final Set<Socket> open = ConcurrentHashMap.newKeySet();
        private final ServerSocket server;

        Receiver() throws IOException {
            server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
            var thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        String url() {
            return "http://localhost:" + port() + "/hook";
        }

        int port() {
            return server.getLocalPort();
        }

        Message only() {
            assertThat(messages).hasSize(1);
            return messages.get(0);
        }

        void close() throws IOException {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        }

        private void serve() {
            while (!server.isClosed()) {
                try (var socket = server.accept()) {
                    open.add(socket);
                    read(socket);
                    open.remove(socket);
                } catch (IOException gone) {
                    continue;
                }
            }
        }

        private void read(Socket socket) throws IOException {
            var in = socket.getInputStream();
            var headers = new HashMap<String, String>();
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                var colon = line.indexOf(": ");
                if (colon > 0) {
                    headers.put(line.substring(0, colon).toLowerCase(java.util.Locale.ROOT), line.substring(colon + 2));
                }
            }
            var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            messages.add(new Message(headers, new String(body, StandardCharsets.UTF_8)));
            if (answers.isEmpty()) {
                in.read(); // until the other side has had enough
            }
            socket.getOutputStream().write(answers.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        private static String line(java.io.InputStream in) throws IOException {
            var line = new StringBuilder();
            for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append((char) next);
            }
            return line.toString().strip();
        }
    }

    /** A server with a certificate it has signed itself, for localhost. */
    private static final class SecureReceiver implements AutoCloseable {

        final List<String> heard = Collections.synchronizedList(new ArrayList<>());
        private final KeyPair key;
        private final X509Certificate certificate;
        private final SSLServerSocket server;

        SecureReceiver() throws Exception {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            key = generator.generateKeyPair();
            var name = new X500Name("CN=localhost");
            var now = Instant.now();
            certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.ONE,
                                    Date.from(now.minusSeconds(3600)),
                                    Date.from(now.plusSeconds(3600)),
                                    name,
                                    key.getPublic())
                            .addExtension(
                                    Extension.subjectAlternativeName,
                                    false,
                                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key.getPrivate(), new char[0], new X509Certificate[] {certificate});
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            server = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 20, InetAddress.getLoopbackAddress());
            var thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return server.getLocalPort();
        }

        Resource certificate() throws Exception {
            var text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
            return new ByteArrayResource("-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                    .formatted(text)
                    .getBytes(StandardCharsets.US_ASCII));
        }

        WebhookTargets.Target at(String host) {
            var url = java.net.URI.create("https://%s:%d/hook".formatted(host, port()));
            return new WebhookTargets.Target(url, host, port(), InetAddress.getLoopbackAddress());
        }

        @Override
        public void close() throws IOException {
            server.close();
        }

        private void serve() {
            while (!server.isClosed()) {
                try (var socket = server.accept()) {
                    var head = new StringBuilder();
                    for (var next = socket.getInputStream().read();
                            next >= 0 && !head.toString().endsWith("\r\n\r");
                            next = socket.getInputStream().read()) {
                        head.append((char) next);
                    }
                    heard.add(head.toString());
                    socket.getOutputStream().write(Receiver.THANKS.getBytes(StandardCharsets.UTF_8));
                } catch (IOException refused) {
                    continue;
                }
            }
        }
    }
}
