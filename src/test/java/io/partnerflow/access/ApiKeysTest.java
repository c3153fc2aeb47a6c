package io.partnerflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.ApiClient;
import io.partnerflow.KeyClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs that call the API with a key: how far each reaches, and when it ends. */
@PartnerflowTest
class ApiKeysTest {

    @LocalServerPort
    int port;

    @Autowired
    ApiKeys keys;

    @Autowired
    Users users;

    @Autowired
    Places places;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient database;

    @Autowired
    VendorCalendar calendar;

    Party reseller;
    Users.User anna;

    @BeforeEach
    void anAdministrator() {
        reseller = new TestParties(organisations, resellers).reseller();
        anna = users.invite(TestIdentities.email("anna"), "Anna Ek", "en");
        users.setPassword(anna.id(), "seven otters play chess");
        users.join(anna.id(), reseller.id(), Role.ADMIN);
    }

    @Test
    void aKeyReachesAsFarAsItsScopes() {
        var erp = client("orders:read", "subscriptions:write");

        assertThat(erp.get("/api/v1/orders").statusCode()).isEqualTo(200);
        assertThat(erp.get("/api/v1/subscriptions").statusCode()).isEqualTo(200);
        assertThat(erp.get("/api/v1/me").body()).contains(reseller.id().toString());
        var refused = erp.get("/api/v1/invoices");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("/problems/scope-missing", "invoices:read");
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(said -> assertThat(said).contains("insufficient_scope"));
        assertThat(erp.post("/api/v1/orders", "{}").body()).contains("scope-missing", "orders:write");
        assertThat(erp.get("/api/v1/orders").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void anotherSpellingOfTheAddressReachesNoFurther() {
        var erp = client("organisations:read", "orders:read");
        var own = "/api/v1/organisations/" + reseller.id();

        assertThat(erp.get("/api/v1/organisations").statusCode()).isEqualTo(200);
        assertThat(erp.get(own + "/team").body()).contains("scope-missing", "links:read");
        assertThat(erp.get(own + "/te%61m").body()).contains("scope-missing", "links:read");
        assertThat(erp.get("/api/v1/%69nvoices").body()).contains("scope-missing", "invoices:read");
        assertThat(erp.get("/api/v1/%6frders").statusCode()).isEqualTo(200);
        assertThat(erp.get("/api/v1/orders/nothing/here").statusCode()).isEqualTo(404);
    }

    @Test
    void throughAnEndpointAKeyHearsOfNoMoreThanItMayRead() {
        var erp = client("webhooks:write", "orders:read");
        var wanted = "{\"url\": \"http://localhost:1029/hook\", \"types\": [%s]}";

        assertThat(erp.post("/api/v1/webhooks", wanted.formatted("\"invoice.issued\""))
                        .body())
                .contains("scope-missing", "invoices:read");
        assertThat(erp.post("/api/v1/webhooks", wanted.formatted("\"*\"")).body())
                .contains("scope-missing");
        assertThat(erp.post("/api/v1/webhooks", wanted.formatted("\"nonsense\""))
                        .body())
                .contains("webhook-type-unknown");
        assertThat(erp.post("/api/v1/webhooks", wanted.formatted("null")).statusCode())
                .isEqualTo(422);
        var made = erp.post("/api/v1/webhooks", wanted.formatted("\"order.completed\""));
        assertThat(made.statusCode()).isEqualTo(201);
        var address = made.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(erp.put(address, wanted.formatted("\"order.completed\", \"statement.sent\""))
                        .body())
                .contains("scope-missing", "statements:read");
        assertThat(erp.get(address + "/deliveries").statusCode()).isEqualTo(200);
        assertThat(client("webhooks:read").get(address + "/deliveries").body())
                .contains("scope-missing", "orders:read");
        assertThat(client("webhooks:write", "orders:read", "statements:write")
                        .put(address, wanted.formatted("\"order.completed\", \"statement.sent\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKeyNeverMayMoreThanItsMakerAtThatMoment() {
        var erp = client("orders:write", "invoices:read");
        assertThat(erp.get("/api/v1/invoices").statusCode()).isEqualTo(200);

        users.join(anna.id(), reseller.id(), Role.VIEW);
        assertThat(erp.get("/api/v1/invoices").statusCode()).isEqualTo(403);
        assertThat(erp.post("/api/v1/orders", "{}").statusCode()).isEqualTo(403);
        assertThat(erp.get("/api/v1/orders").statusCode()).isEqualTo(200);

        users.leave(anna.id(), reseller.id());
        assertThat(erp.get("/api/v1/orders").statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyActsForItsOwnOrganisationOnly() {
        var other = new TestParties(organisations, resellers).reseller();
        users.join(anna.id(), other.id(), Role.ADMIN);
        var erp = client("orders:read");

        assertThat(erp.getFor(reseller.id(), "/api/v1/orders").statusCode()).isEqualTo(200);
        assertThat(erp.getFor(other.id(), "/api/v1/orders").statusCode()).isEqualTo(404);
    }

    @Test
    void aRevokedOrExpiredKeyEndsWithItsNextCall() {
        var made = make("orders:read");
        var erp = new KeyClient(port, made.secret());
        assertThat(erp.get("/api/v1/orders").statusCode()).isEqualTo(200);
        keys.revoke(caller(), made.key().id());
        var refused = erp.get("/api/v1/orders");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("/problems/api-key-unknown");

        var second = make("orders:read");
        database.sql(
                        "UPDATE api_key SET made_at = made_at - interval '2 days', expires_at = made_at - interval '1 day' WHERE id = ?")
                .param(second.key().id())
                .update();
        assertThat(new KeyClient(port, second.secret()).get("/api/v1/orders").statusCode())
                .isEqualTo(401);
        assertThat(keys.of(caller()))
                .extracting(ApiKey::state)
                .containsExactlyInAnyOrder(ApiKey.State.REVOKED, ApiKey.State.EXPIRED);
    }

    @Test
    void aKeyUsedTooOftenWaits() {
        var made = make("orders:read");
        var erp = new KeyClient(port, made.secret());
        erp.get("/api/v1/orders");
        database.sql("UPDATE api_key_use SET calls = 600, window_from = ? WHERE key_id = ?")
                .params(
                        OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC),
                        made.key().id())
                .update();

        var refused = erp.get("/api/v1/orders");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("/problems/too-many-calls");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 61L);
    }

    @Test
    void theTrailNamesTheKey() {
        var made = make("organisations:write");
        var company = TestIdentities.company();
        var answer = new KeyClient(port, made.secret()).post("/api/v1/organisations", """
                {"name": "%s", "country": "SE", "registrationNumber": "%s", "vatId": "%s", "email": "%s",
                 "language": "en", "address": {"line1": "Storgatan 1", "postalCode": "111 22", "city": "Stockholm"}}""".formatted(
                        company.name(), company.number(), company.vatId(), company.email()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var id = answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        assertThat(audit.of(id))
                .isNotEmpty()
                .allSatisfy(entry ->
                        assertThat(entry.actor()).startsWith("API key ERP (pf_").endsWith("of " + reseller.name()));
        assertThat(keys.of(caller()).get(0).lastUsedFrom()).isNotBlank();
    }

    @Test
    void aKeyIsNoKeyWhereLogsKeepIt() {
        var made = make("orders:read");

        var refused = new KeyClient(port, "x").get("/api/v1/orders?access_token=" + made.secret());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("api-key-in-address").doesNotContain(made.secret());
        assertThat(database.sql("SELECT count(*) FROM api_key k WHERE k::text LIKE ?")
                        .param("%" + made.secret().substring(20) + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void administratorsMakeKeysOfTheirOwnAndHearOfEach() {
        make("orders:read");
        var wrong =
                new ApiKeys.NewKey(" ", Set.of("orders:fly"), calendar.today().minusDays(1));

        assertThatThrownBy(() -> keys.make(caller(), wrong))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(Invalid.Field::field)
                                .containsExactlyInAnyOrder("name", "scopes", "lastDay"));
        assertThatThrownBy(() -> keys.revoke(caller(), UUID.randomUUID())).isInstanceOf(NotFound.class);
        users.join(anna.id(), reseller.id(), Role.ORDER);
        assertThatThrownBy(() -> make("orders:read")).isInstanceOf(Forbidden.class);
        assertThat(database.sql("SELECT count(*) FROM letter WHERE template = 'api-key-made' AND recipient = ?")
                        .param(anna.email())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void everyCallOfTheApiNamesItsScope() {
        var paths = ApiClient.of(port, users, reseller, Role.VIEW)
                .get("/v3/api-docs")
                .body()
                .get("paths");

        paths.fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(call -> {
                    var keyed = call.getValue().path("security").findValues("apiKey");
                    var named = path.getKey() + " " + call.getKey();
                    if (OPEN.stream().noneMatch(path.getKey()::startsWith)) {
                        assertThat(keyed).as(named).hasSize(1);
                        keyed.get(0)
                                .forEach(scope -> assertThat(ApiScopes.known(scope.asText()))
                                        .as(named)
                                        .isTrue());
                    }
                }));
    }

    private static final List<String> OPEN = List.of(
            "/api/v1/reseller-applications",
            "/api/v1/carrier-events",
            "/api/v1/provisioning-events",
            "/api/v1/simulation",
            "/api/v1/offers/accept");

    private KeyClient client(String... scopes) {
        return new KeyClient(port, make(scopes).secret());
    }

    private ApiKeys.Made make(String... scopes) {
        return keys.make(caller(), new ApiKeys.NewKey("ERP", Set.of(scopes), null));
    }

    private Caller caller() {
        return places.caller(users.get(anna.id()).orElseThrow(), reseller.id()).orElseThrow();
    }
}
