package io.partnerflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerflow.ApiClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.processes.OfferTests;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Offers over HTTP: the reseller's calls, and the customer's without a log-in. */
@PartnerflowTest
class OffersApiTest extends OfferTests {

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    ApiClient anna;

    @BeforeEach
    void logIn() {
        anna = ApiClient.of(port, users, reseller, Role.ORDER);
    }

    @Test
    void createdSentAskedAnsweredAndAccepted() {
        var created = anna.post("/api/v1/offers", bundle("36", "\"laptop-14\", \"quantity\": 10"));
        assertThat(created.status()).isEqualTo(201);
        var number = created.body().get("number").asText();
        assertThat(created.body().at("/monthlyRate/amount").asText()).isEqualTo("333.30");
        assertThat(created.body().at("/commission/amount").asText()).isEqualTo("599.94");
        assertThat(created.body().at("/lines/0/commissionRate").asText()).isEqualTo("5");

        var sending = "/api/v1/offers/" + number + "/sending";
        assertThat(anna.post(sending, "{}", "send-" + number).status()).isEqualTo(202);
        var replay = anna.post(sending, "{}", "send-" + number);
        assertThat(replay.status()).isEqualTo(202);
        assertThat(replay.raw().headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(anna.post(sending, "{}").problem()).isEqualTo("offer-already-sent");

        var path = "/api/v1/offers/accept/" + secret("offer-sent");
        var nobody = ResellerClient.anonymous(port);
        var seen = nobody.get(path);
        assertThat(seen.body()).contains("\"standing\":\"OPEN\"").doesNotContainIgnoringCase("commission");
        assertThat(nobody.post(path, "{\"kind\": \"question\", \"name\": \"Sigrid\", \"question\": \"In silver?\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(anna.post("/api/v1/offers/" + number + "/answers", "{\"question\": 1, \"answer\": \"Yes.\"}")
                        .status())
                .isEqualTo(202);
        assertThat(nobody.get(path).body()).contains("\"answer\":\"Yes.\"");

        var first = order(nobody, path);
        assertThat(order(nobody, path)).isEqualTo(first);
        assertThat(anna.get("/api/v1/offers/" + number)
                        .body()
                        .get("orderNumber")
                        .asText())
                .isEqualTo(first);
        assertThat(anna.get("/api/v1/offers?status=ACCEPTED&search=" + number)
                        .body()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    private static String order(ResellerClient customer, String path) {
        var answer = customer.post(path, """
                {"kind": "accept", "name": "Sigrid Sten", "email": "sigrid@example.org", "accountHolder": "Sten GmbH",
                 "iban": "%s", "acceptedTerms": {"version": "2026-1"}}""".formatted(IBAN));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(IBAN);
        return ResellerClient.json(answer).get("orderNumber").asText();
    }

    @Test
    void aWrongReplyNamesEveryFieldAndChangesNothing() {
        var number = sent();
        var path = "/api/v1/offers/accept/" + secret("offer-sent");
        var nobody = ResellerClient.anonymous(port);
        var wrong = nobody.post(path, "{\"kind\": \"accept\", \"iban\": \"DE00\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(ResellerClient.json(wrong).get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("name", "email", "accountHolder", "iban", "terms");
        assertThat(nobody.post(path, "{\"kind\": \"maybe\"}").body()).contains("reply-kind");
        assertThat(nobody.get("/api/v1/offers/accept/nonsense").statusCode()).isEqualTo(404);
        assertThat(view(number).orderNumber()).isNull();
        assertThat(nobody.get("/api/v1/offers/" + number).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "36 | \"laptop-99\", \"quantity\": 1            | lines[0].product  | product-unknown",
                "36 | \"planning-licence\", \"quantity\": 1     | lines[0].product  | product-unknown",
                "36 | \"laptop-14\", \"quantity\": 0            | lines[0].quantity | too-small",
                "36 | \"laptop-14\", \"quantity\": -1           | lines[0].quantity | too-small",
                "36 | \"laptop-14\", \"quantity\": 10001        | lines[0].quantity | too-large",
                "36 | \"laptop-14\"                             | lines[0].quantity | required",
                "18 | \"laptop-14\", \"quantity\": 1            | termMonths        | term-not-offered",
                "0  | \"laptop-14\", \"quantity\": 1            | termMonths        | term-not-offered",
            })
    void aBundleThatCannotBe(String months, String line, String field, String code) {
        refused(bundle(months, line), field, code);
    }

    @Test
    void aProductWithoutAPriceForTheTermAndOneThatIsThereTwice() {
        database.sql("""
                        INSERT INTO product (code, programme, name, unit, supply, position, category)
                        SELECT 'test-tablet', programme, 'Tablet', unit, supply, 99, 'HARDWARE' FROM product
                        WHERE code = 'laptop-14' ON CONFLICT DO NOTHING""").update();
        try {
            refused(bundle("36", "\"test-tablet\", \"quantity\": 1"), "lines[0].product", "product-without-price");
        } finally {
            database.sql("DELETE FROM product WHERE code = 'test-tablet'").update();
        }
        refused(
                bundle("36", "\"laptop-14\", \"quantity\": 1}, {\"product\": \"laptop-14\", \"quantity\": 1"),
                "lines[1].product",
                "product-twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"Help\", \"quantity\": 1, \"monthly\": \"-1\"                     | ownServices[0].monthly  | own-service-amount",
                "\"name\": \"Help\", \"quantity\": 1, \"monthly\": \"1.005\"                  | ownServices[0].monthly  | own-service-amount",
                "\"name\": \"Help\", \"quantity\": 1, \"monthly\": \"ten\"                    | ownServices[0].monthly  | amount",
                "\"name\": \"Help\", \"quantity\": 1                                        | ownServices[0].monthly  | own-service-price",
                "\"name\": \"Help\", \"quantity\": 1, \"monthly\": \"1\", \"once\": \"1\"        | ownServices[0].monthly  | own-service-price",
                "\"name\": \"\", \"quantity\": 1, \"once\": \"1\"                              | ownServices[0].name     | required",
                "\"name\": \"Help\", \"quantity\": 0, \"once\": \"1\"                          | ownServices[0].quantity | too-small",
            })
    void anOwnServiceThatCannotBe(String service, String field, String code) {
        refused(bundle("36", "\"laptop-14\", \"quantity\": 1", "[{" + service + "}]"), field, code);
    }

    @Test
    void moreThanFiftyOwnServicesAreTooMany() {
        var many = IntStream.rangeClosed(1, 51)
                .mapToObj(i -> "{\"name\": \"S" + i + "\", \"quantity\": 1, \"once\": \"1\"}")
                .toList();
        refused(
                bundle("36", "\"laptop-14\", \"quantity\": 1", "[" + String.join(",", many) + "]"),
                "ownServices",
                "own-services-count");
    }

    @Test
    void aCustomerOfAnotherResellerDoesNotExist() {
        var elsewhere = new TestParties(organisations, resellers);
        var stranger = elsewhere.customerOf(elsewhere.resellerOf("workplace", "0"));
        var wanted = bundle("36", "\"laptop-14\", \"quantity\": 1")
                .replace(customer.id().toString(), stranger.id().toString());
        assertThat(anna.post("/api/v1/offers", wanted).status()).isEqualTo(404);
        assertThat(anna.post(
                                "/api/v1/offers",
                                "{\"programme\": \"workplace\", \"organisationId\": \"%s\", \"follows\": \"SU-2020-000001\"}"
                                        .formatted(customer.id()))
                        .status())
                .isEqualTo(404);
    }

    private void refused(String wanted, String field, String code) {
        var answer = anna.post("/api/v1/offers", wanted);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        assertThat(answer.body().get("errors"))
                .as(answer.body().toString())
                .extracting(error ->
                        error.get("field").asText() + " " + error.get("code").asText())
                .contains(field + " " + code);
        assertThat(listed().get("total").asInt()).isZero();
    }

    private JsonNode listed() {
        return anna.get("/api/v1/offers").body();
    }

    private String bundle(String months, String line) {
        return bundle(months, line, "[]");
    }

    private String bundle(String months, String line, String services) {
        return """
                {"programme": "workplace", "organisationId": "%s", "termMonths": %s,
                 "lines": [{"product": %s}], "ownServices": %s}""".formatted(customer.id(), months, line, services);
    }
}
