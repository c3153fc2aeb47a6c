package io.partnerflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.ApiClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestSeats;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.LinkRole;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.ResellerLinks;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deployed devices over HTTP, well and badly told. */
@PartnerflowTest
class DevicesApiTest {

    private static final String ORGANISATIONS = "/api/v1/organisations";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    ResellerLinks links;

    @Autowired
    OrderManagement orders;

    @Autowired
    ProcessEngine engine;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    TestSeats seats;
    Party reseller;
    Party customer;
    ApiClient api;

    @BeforeEach
    void logIn() {
        seats = new TestSeats(organisations, resellers, orders, engine);
        reseller = seats.reseller();
        customer = seats.customerOf(reseller);
        api = ApiClient.of(port, users, reseller, Role.ORDER);
    }

    @Test
    void whatIsCountedStandsBesideTheSeats() {
        seats.ordered(reseller, customer, calendar.today(), Map.of("air-monitor-seat", 5));

        var told = api.put(devices(), counts("air-monitor", 7, ago(60)));

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().at("/receipts/0/outcome").asText()).isEqualTo("TAKEN");
        assertThat(told.body().at("/coverage/covered").asBoolean()).isFalse();
        assertThat(told.body().at("/coverage/shortage/number").asText()).startsWith("CV-");
        assertThat(told.body().at("/coverage/shortage/limitedFrom").asText())
                .isEqualTo(calendar.today().plusDays(30).toString());
        var asked = api.get(devices());
        assertThat(asked.body()).isEqualTo(told.body().path("coverage"));
        assertThat(asked.body().at("/types/0/seats").asInt()).isEqualTo(5);
        assertThat(asked.body().at("/types/0/missing").asInt()).isEqualTo(2);
        assertThat(asked.body().path("plan").asText()).isEqualTo("FULL");
        assertThat(api.get(ORGANISATIONS + "/" + customer.id()).body().path("coverage"))
                .isEqualTo(asked.body());
    }

    @Test
    void throughALinkThatDoesNotLetOrderNothingIsCounted() {
        links.end(links.between(reseller.id(), customer.id()).orElseThrow().id());
        links.establish(reseller.id(), customer.id(), LinkRole.VIEW, null);

        var told = api.put(devices(), counts("air-monitor", 7, ago(60)));

        assertThat(told.status()).isEqualTo(403);
        assertThat(api.get(devices()).body().at("/types")).isEmpty();
    }

    @Test
    void theSameCountsAgainChangeNothing() {
        var body = counts("air-monitor", 7, ago(60));
        api.put(devices(), body);

        var again = api.put(devices(), body);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().at("/receipts/0/outcome").asText()).isEqualTo("KNOWN");
        assertThat(history()).isEqualTo(1);
    }

    @Test
    void anOlderCountIsLeftAsideAndTheAnswerSaysSo() {
        var known = ago(60);
        api.put(devices(), counts("air-monitor", 7, known));

        var late = api.put(devices(), counts("air-monitor", 3, ago(3600)));

        assertThat(late.status()).isEqualTo(200);
        assertThat(late.body().at("/receipts/0/outcome").asText()).isEqualTo("OLDER");
        assertThat(late.body().at("/receipts/0/count").asInt()).isEqualTo(7);
        assertThat(late.body().at("/receipts/0/countedAt").asText()).startsWith(known.substring(0, 19));
        assertThat(history()).isEqualTo(1);
    }

    @Test
    void twoNumbersForOneMomentAreAContradictionAndNothingIsTaken() {
        var moment = ago(60);
        api.put(devices(), counts("air-monitor", 7, moment));

        var other = api.put(
                devices(),
                "{\"devices\": [{\"type\": \"gateway\", \"count\": 1}, {\"type\": \"air-monitor\", \"count\": 8}], \"countedAt\": \"%s\"}"
                        .formatted(moment));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("count-contradicts");
        assertThat(other.body().path("detail").asText()).contains("air-monitor", "7", "8");
        assertThat(history()).isEqualTo(1);
    }

    @Test
    void typesThatAreLeftOutKeepWhatTheyHad() {
        api.put(devices(), counts("air-monitor", 7, ago(60)));

        var told = api.put(devices(), counts("gateway", 1, ago(30)));

        assertThat(told.body().at("/coverage/types").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"devices": [{"type": "air-monitor", "count": -1}], "countedAt": "NOW"} | devices[0].count | too-small
            {"devices": [{"type": "air-monitor", "count": 1000001}], "countedAt": "NOW"} | devices[0].count | too-large
            {"devices": [{"type": "air-monitor"}], "countedAt": "NOW"} | devices[0].count | required
            {"devices": [{"type": "air-monitor", "count": null}], "countedAt": "NOW"} | devices[0].count | required
            {"devices": [{"type": "toaster", "count": 1}], "countedAt": "NOW"} | devices[0].type | device-type-unknown
            {"devices": [{"type": "Air-Monitor", "count": 1}], "countedAt": "NOW"} | devices[0].type | device-type-unknown
            {"devices": [{"count": 1}], "countedAt": "NOW"} | devices[0].type | device-type-unknown
            {"devices": [null], "countedAt": "NOW"} | devices[0].type | device-type-unknown
            {"devices": [{"type": "gateway", "count": 1}, {"type": "gateway", "count": 1}], "countedAt": "NOW"} | devices[1].type | device-type-twice
            {"devices": [], "countedAt": "NOW"} | devices | devices-count
            {"countedAt": "NOW"} | devices | devices-count
            {"devices": [{"type": "gateway", "count": 1}]} | countedAt | required
            {"devices": [{"type": "gateway", "count": 1}], "countedAt": "2999-01-01T00:00:00Z"} | countedAt | counted-in-future
            {"devices": [{"type": "gateway", "count": 1}], "countedAt": "1814-01-01T00:00:00Z"} | countedAt | counted-too-early
            """)
    void badCountsAreRefusedAtTheirFieldAndNothingIsTaken(String body, String field, String code) {
        var refused = api.put(devices(), body.replace("NOW", ago(60)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("validation");
        assertThat(refused.body().path("errors"))
                .anyMatch(error -> error.path("field").asText().equals(field)
                        && error.path("code").asText().equals(code)
                        && !error.path("message").asText().isBlank());
        assertThat(refused.raw().body()).doesNotContain("??", "invalid.");
        assertThat(history()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"devices": [{"type": "gateway", "count": 1.5}], "countedAt": "NOW"}
            {"devices": [{"type": "gateway", "count": "1"}], "countedAt": "NOW"}
            {"devices": [{"type": "gateway", "count": 99999999999}], "countedAt": "NOW"}
            {"devices": [{"type": "gateway", "count": 1}], "countedAt": "yesterday"}
            {"devices": {"type": "gateway", "count": 1}, "countedAt": "NOW"}
            {"devices": "gateway", "countedAt": "NOW"}
            {"devices": [{"type": ["gateway"], "count": 1}], "countedAt": "NOW"}
            {"devices": [{"type": "gateway", "count": 1, "serial": "4711"}], "countedAt": "NOW"}
            {"devices": [{"type": "gateway", "count": 1}], "countedAt": "NOW", "countedAt": "NOW"}
            {"devices": [{"type": "gateway", "count": 1}], "countedAt": "NOW"
            []
            null
            """)
    void whatIsNoCountIsRefusedAndNothingIsTaken(String body) {
        var refused = api.put(devices(), body.replace("NOW", ago(60)));

        assertThat(refused.status()).isIn(400, 422);
        assertThat(refused.body().path("type").asText()).startsWith("/problems/");
        assertThat(refused.raw().body()).doesNotContain("Exception", "??");
        assertThat(history()).isZero();
    }

    @Test
    void aRefusedTypeNamesThoseThatExist() {
        var refused = api.put(devices(), counts("toaster", 1, ago(60)));

        assertThat(refused.body().at("/errors/0/message").asText()).contains("air-monitor, gateway, space-monitor");
    }

    @Test
    void aCustomerOfAnotherResellerDoesNotExist() {
        var other = seats.customerOf(seats.reseller());

        for (var id : new Object[] {other.id(), reseller.id(), UUID.randomUUID(), "nonsense"}) {
            var address = ORGANISATIONS + "/" + id + "/devices";
            assertThat(api.get(address).status()).isEqualTo(404);
            assertThat(api.put(address, counts("gateway", 1, ago(60))).status()).isEqualTo(404);
        }
        assertThat(database.sql("SELECT count(*) FROM device_count WHERE customer_id = ?")
                        .param(other.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoMayOnlyLookCanCountNothing() {
        var looking = ApiClient.of(port, users, reseller, Role.VIEW);

        assertThat(looking.get(devices()).status()).isEqualTo(200);
        assertThat(looking.put(devices(), counts("gateway", 1, ago(60))).status())
                .isEqualTo(403);
    }

    @Test
    void customersCanBeFilteredByWhatIsMissing() {
        var without = seats.customerOf(reseller);
        seats.ordered(reseller, customer, calendar.today(), Map.of("air-monitor-seat", 5));
        api.put(devices(), counts("air-monitor", 7, ago(60)));
        api.put(ORGANISATIONS + "/" + without.id() + "/devices", counts("gateway", 1, ago(60)));
        seats.customerOf(reseller);

        assertThat(ids("not-covered")).containsExactlyInAnyOrder(customer.id(), without.id());
        assertThat(ids("no-seats")).containsExactly(without.id());
        assertThat(api.get(ORGANISATIONS).body().path("total").asInt()).isEqualTo(3);
        assertThat(api.get(ORGANISATIONS + "?coverage=not-covered&tab=customers")
                        .body()
                        .at("/items/0/seatsMissing")
                        .asBoolean())
                .isTrue();
        var unknown = api.get(ORGANISATIONS + "?coverage=perhaps");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().at("/errors/0/message").asText()).contains("not-covered or no-seats");
    }

    @Test
    void anOrderOverTheApiIsRefusedWithTheNumberThatIsNeeded() {
        api.put(devices(), counts("air-monitor", 12, ago(60)));

        var refused = api.post("/api/v1/orders", order(11));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("lines[0].quantity");
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("seats-below-devices");
        assertThat(refused.body().at("/errors/0/message").asText())
                .isEqualTo("12 devices of type Air monitor are deployed, no seats run already. "
                        + "Order at least 12, or ask the vendor for an exception.");
        assertThat(api.post("/api/v1/orders", order(12)).status()).isEqualTo(201);
    }

    private String order(int quantity) {
        return """
                {"programme": "seats", "organisationId": "%s", "lines": [{"product": "air-monitor-seat", "quantity": %d}],
                 "termMonths": 12, "startDate": "%s", "acceptedTerms": {"version": "2025-2"}}""".formatted(customer.id(), quantity, calendar.today());
    }

    private java.util.List<UUID> ids(String filter) {
        var items = api.get(ORGANISATIONS + "?coverage=" + filter).body().path("items");
        return java.util.stream.StreamSupport.stream(items.spliterator(), false)
                .map(item -> UUID.fromString(item.path("id").asText()))
                .toList();
    }

    private String devices() {
        return ORGANISATIONS + "/" + customer.id() + "/devices";
    }

    private String ago(int seconds) {
        return calendar.now().minus(Duration.ofSeconds(seconds)).toString();
    }

    private static String counts(String type, int count, String countedAt) {
        return "{\"devices\": [{\"type\": \"%s\", \"count\": %d}], \"countedAt\": \"%s\"}"
                .formatted(type, count, countedAt);
    }

    private int history() {
        return database.sql("SELECT count(*) FROM device_count_history WHERE customer_id = ?")
                .param(customer.id())
                .query(Integer.class)
                .single();
    }
}
