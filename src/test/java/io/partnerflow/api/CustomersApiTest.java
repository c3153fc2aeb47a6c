package io.partnerflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerflow.ApiClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.mail.Outbox;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Customers and trials over HTTP, well and badly asked for. */
@PartnerflowTest
class CustomersApiTest {

    private static final String ORGANISATIONS = "/api/v1/organisations";
    private static final String TRIALS = "/api/v1/trials";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Outbox outbox;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient database;

    final ObjectMapper json = new ObjectMapper();
    Party reseller;
    ApiClient api;

    @BeforeEach
    void logIn() {
        reseller = new TestParties(organisations, resellers).reseller();
        api = ApiClient.of(port, users, reseller, Role.ORDER);
    }

    @Test
    void aPreparedCustomerStandsOnItsTab() {
        var company = TestIdentities.company();

        var made = api.post(ORGANISATIONS, organisation(company, company.name()));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.raw().headers().firstValue("Location"))
                .hasValue(ORGANISATIONS + "/" + made.body().path("id").asText());
        assertThat(made.body().path("tab").asText()).isEqualTo("prepared");
        var list = api.get(ORGANISATIONS + "?tab=prepared");
        assertThat(list.body().path("total").asInt()).isEqualTo(1);
        assertThat(list.body().at("/items/0/name").asText()).isEqualTo(company.name());
        assertThat(api.get(ORGANISATIONS + "?tab=trials").body().path("total").asInt())
                .isZero();
    }

    @Test
    void preparingTheSameCustomerAgainChangesNothing() {
        var company = TestIdentities.company();

        var first = api.post(ORGANISATIONS, organisation(company, company.name()));
        var second = api.post(ORGANISATIONS, organisation(company, "Another name"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(second.body().path("name").asText()).isEqualTo(company.name());
    }

    @Test
    void theSameKeyIsTheSameCall() {
        var body = organisation(TestIdentities.company(), "BRF Eken");

        var first = api.post(ORGANISATIONS, body, "one-key");
        var again = api.post(ORGANISATIONS, body, "one-key");

        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    void aCustomerOfAnotherResellerIsRefusedWithoutANameAndRemembered() {
        var company = TestIdentities.company();
        api.post(ORGANISATIONS, organisation(company, company.name()));
        var other = new TestParties(organisations, resellers).reseller();

        var refused =
                ApiClient.of(port, users, other, Role.ORDER).post(ORGANISATIONS, organisation(company, company.name()));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("customer-already-registered");
        assertThat(refused.raw().body())
                .doesNotContain(reseller.name(), reseller.id().toString());
        assertThat(audit.of(other.id().toString()))
                .extracting(AuditTrail.Entry::action)
                .contains("customer-registration-refused");
        assertThat(resellers.customersOf(other.id())).isEmpty();
    }

    @Test
    void aVatIdOfAnotherResellersCustomerIsRefusedToo() {
        var company = TestIdentities.company();
        api.post(ORGANISATIONS, organisation(company, company.name()));
        var other = new TestParties(organisations, resellers).reseller();
        var sameVatId = new TestIdentities.Company(
                "Twin", TestIdentities.registrationNumber(), company.vatId(), "twin@example.org");

        var refused = ApiClient.of(port, users, other, Role.ORDER).post(ORGANISATIONS, organisation(sameVatId, "Twin"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(organisations.byRegistrationNumber("SE", sameVatId.number())).isEmpty();
    }

    @Test
    void aVatIdWithAWrongCheckDigitIsToldAtItsField() {
        var company = TestIdentities.company();
        var bad = new TestIdentities.Company(company.name(), company.number(), "SE556000000001", company.email());

        var refused = api.post(ORGANISATIONS, organisation(bad, bad.name()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("vat-number-invalid");
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("vatId");
        assertThat(organisations.byRegistrationNumber("SE", company.number())).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var refused = api.post(ORGANISATIONS, """
                {"name": " ", "registrationNumber": "556000-0000", "country": "XX", "email": "no address",
                 "language": "tlh", "address": {"line1": "", "postalCode": "1", "city": "Stockholm"}}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("validation");
        assertThat(refused.body().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("name", "country", "email", "language", "address.line1");
    }

    @Test
    void aResellerCannotBeItsOwnCustomer() {
        var own = new TestIdentities.Company(
                reseller.name(), reseller.registrationNumber(), reseller.vatId(), reseller.email());

        var refused = api.post(ORGANISATIONS, organisation(own, own.name()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("own-organisation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),''.getClass()).invoke(null,'probe.marker','1')}",
                "__${7*7}__::.x",
                "#{7*7}",
                "<#assign x=7*7>${x}",
                "{{constructor.constructor('alert(1)')()}}",
                "<img src=x onerror=alert(1)>"
            })
    void aNameIsOnlyAName(String name) {
        var made = api.post(ORGANISATIONS, organisation(TestIdentities.company(), name));
        assertThat(made.status()).isEqualTo(201);
        var customer = made.body().path("id").asText();
        var trial = api.post(TRIALS, trial(customer, TestIdentities.email("anna")));
        assertThat(trial.status()).isEqualTo(201);
        var number = trial.body().path("number").asText();
        new ProcessDriver(engine).run(number, "serviceTask_createTrialAccount");

        assertThat(api.get(ORGANISATIONS + "/" + customer).body().path("name").asText())
                .isEqualTo(name);
        assertThat(System.getProperty("probe.marker")).isNull();
        for (var path : new String[] {"/customers", "/customers/" + customer, "/trials/" + number}) {
            var page = api.page(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain("<img src=x").doesNotContain(">49<");
            assertThat(page.body()).as(path).contains(HtmlUtils.htmlEscape(name));
        }
        assertThat(outbox.about(number)).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.html()).doesNotContain("<img src=x");
            assertThat(letter.plainText()).contains(name);
        });
    }

    @Test
    void aTrialStartsAndShowsWhereItIs() {
        var customer = prepared();
        var anna = TestIdentities.email("anna");

        var started = api.post(TRIALS, trial(customer, anna));

        assertThat(started.status()).isEqualTo(201);
        assertThat(started.body().path("status").asText()).isEqualTo("STARTING");
        var number = started.body().path("number").asText();
        assertThat(started.raw().headers().firstValue("Location")).hasValue(TRIALS + "/" + number);
        new ProcessDriver(engine).run(number, "serviceTask_createTrialAccount");
        var trial = api.get(TRIALS + "/" + number).body();
        assertThat(trial.path("status").asText()).isEqualTo("IN_USE");
        assertThat(trial.path("daysLeft").asInt()).isEqualTo(30);
        assertThat(trial.at("/users/0/email").asText()).isEqualTo(anna);
        assertThat(api.get(ORGANISATIONS + "?tab=trials&search=" + number)
                        .body()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(customer);
    }

    @Test
    void anAddressWithASecondRecipientIsRefusedAndNobodyIsWrittenTo() {
        var customer = prepared();
        var before = letters("v@example.org");

        var refused = api.post(TRIALS, trial(customer, "a@b.se\\r\\nBcc: v@example.org"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("validation");
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("users[0].email");
        assertThat(letters("v@example.org")).isEqualTo(before);
        assertThat(api.get(ORGANISATIONS + "/" + customer).body().path("trials"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "programme, licence, no-such, programme",
        "customerType, housing-association, castle, customerType",
    })
    void whatIsNotOfferedIsRefusedAtItsField(String field, String good, String bad, String wrong) {
        var refused = api.post(
                TRIALS, trial(prepared(), TestIdentities.email("anna")).replace('"' + good + '"', '"' + bad + '"'));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("field")).containsExactly(wrong);
    }

    @Test
    void aMemberNobodyAskedForIsRefused() {
        var refused = api.post(
                TRIALS,
                trial(prepared(), TestIdentities.email("anna")).replaceFirst("\\{", "{\"resellerId\": \"x\", "));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("unknown-member");
    }

    @Test
    void aSecondTrialForTheCustomerIsRefused() {
        var customer = prepared();
        var number = api.post(TRIALS, trial(customer, TestIdentities.email("anna")))
                .body()
                .path("number")
                .asText();

        var refused = api.post(TRIALS, trial(customer, TestIdentities.email("bo")));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("trial-already-open");
        assertThat(refused.body().path("detail").asText()).contains(number);
    }

    @Test
    void aRunningTrialCanBeChanged() {
        var number = inUse(prepared());
        var bo = TestIdentities.email("bo");

        var users = api.put(TRIALS + "/" + number + "/users", "{\"users\": [{\"email\": \"%s\"}]}".formatted(bo));
        assertThat(users.status()).isEqualTo(200);
        assertThat(users.body().path("users").findValuesAsText("email")).containsExactly(bo);
        var extended = api.post(TRIALS + "/" + number + "/extension", "{\"days\": 10}");
        assertThat(extended.body().path("daysLeft").asInt()).isEqualTo(40);
        assertThat(api.post(TRIALS + "/" + number + "/extension", "{\"days\": 31}")
                        .status())
                .isEqualTo(422);
        assertThat(api.put(TRIALS + "/" + number + "/users", "{\"users\": []}").status())
                .isEqualTo(422);
        var data = api.post(TRIALS + "/" + number + "/data-return", "{\"properties\": [\"x\"]}");
        assertThat(data.status()).isEqualTo(409);
        assertThat(data.problem()).isEqualTo("trial-in-use");
    }

    @Test
    void propertiesOfAnEndedTrialGoBackAtThePriceThatWasShown() {
        var number = inUse(prepared());
        var process = new ProcessDriver(engine);
        process.fire(number, "event_trialEnd");
        process.run(number, "serviceTask_deactivateTrialAccount");
        var offer = api.get(TRIALS + "/" + number + "/data-return").body();
        var property = offer.at("/offered/0/id").asText();

        var asked = api.post(TRIALS + "/" + number + "/data-return", "{\"properties\": [\"%s\"]}".formatted(property));

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().path("offered")).isEmpty();
        assertThat(asked.body().at("/requested/0/price")).isEqualTo(offer.path("price"));
    }

    @Test
    void anotherResellerSeesNothingAndCanDoNothing() {
        var customer = prepared();
        var number = inUse(customer);
        var stranger = ApiClient.of(port, users, new TestParties(organisations, resellers).reseller(), Role.ADMIN);

        for (var path : new String[] {ORGANISATIONS + "/" + customer, TRIALS + "/" + number}) {
            var theirs = stranger.get(path);
            var nobodys = stranger.get(path.replaceAll("[0-9]", "9"));
            assertThat(theirs.status()).as(path).isEqualTo(404);
            assertThat(theirs.problem()).isEqualTo(nobodys.problem());
            assertThat(theirs.body().path("detail")).isEqualTo(nobodys.body().path("detail"));
        }
        assertThat(stranger.get(ORGANISATIONS).body().path("total").asInt()).isZero();
        assertThat(stranger.post(TRIALS + "/" + number + "/extension", "{\"days\": 1}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.put(TRIALS + "/" + number + "/users", "{\"users\": [{\"email\": \"x@example.org\"}]}")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post(TRIALS, trial(customer, TestIdentities.email("eve")))
                        .body()
                        .path("errors")
                        .findValuesAsText("field"))
                .containsExactly("organisationId");
        assertThat(stranger.page("/customers/" + customer).statusCode()).isEqualTo(404);
        assertThat(stranger.page("/trials/" + number).statusCode()).isEqualTo(404);
        assertThat(stranger.page("/forms/trial-users/" + number).statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayOnlyLookCannotStartAnything() {
        var customer = prepared();
        var viewer = ApiClient.of(port, users, reseller, Role.VIEW);

        assertThat(viewer.get(ORGANISATIONS).status()).isEqualTo(200);
        assertThat(viewer.post(TRIALS, trial(customer, TestIdentities.email("anna")))
                        .status())
                .isEqualTo(403);
        assertThat(viewer.post(ORGANISATIONS, organisation(TestIdentities.company(), "BRF Eken"))
                        .status())
                .isEqualTo(403);
        assertThat(viewer.page("/forms/trial").statusCode()).isEqualTo(403);
        assertThat(viewer.page("/customers").body()).doesNotContain("/forms/trial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=price", "tab=lost", "size=0", "size=201", "page=-1"})
    void aListThatCannotBeGivenIsRefused(String query) {
        assertThat(api.get(ORGANISATIONS + "?" + query).status()).isEqualTo(422);
    }

    @Test
    void listsAreSortedSearchedAndPaged() {
        for (var name : new String[] {"BRF Anden", "BRF Björken", "BRF 100%"}) {
            api.post(ORGANISATIONS, organisation(TestIdentities.company(), name));
        }

        assertThat(api.get(ORGANISATIONS + "?sort=-name").body().path("items").findValuesAsText("name"))
                .containsExactly("BRF Björken", "BRF Anden", "BRF 100%");
        assertThat(api.get(ORGANISATIONS + "?search=100%25")
                        .body()
                        .path("items")
                        .findValuesAsText("name"))
                .containsExactly("BRF 100%");
        var second = api.get(ORGANISATIONS + "?size=2&page=1").body();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("total").asInt()).isEqualTo(3);
    }

    private String prepared() {
        return new TestParties(organisations, resellers)
                .customerOf(reseller)
                .id()
                .toString();
    }

    private String inUse(String customer) {
        var number = api.post(TRIALS, trial(customer, TestIdentities.email("anna")))
                .body()
                .path("number")
                .asText();
        new ProcessDriver(engine).run(number, "serviceTask_createTrialAccount");
        return number;
    }

    private long letters(String to) {
        return database.sql("SELECT count(*) FROM letter WHERE recipient = ?")
                .param(to)
                .query(Long.class)
                .single();
    }

    private static String trial(String customer, String email) {
        return """
                {"programme": "licence", "organisationId": "%s", "customerType": "housing-association",
                 "users": [{"email": "%s", "name": "Anna Ek", "language": "en"}]}""".formatted(customer, email);
    }

    private String organisation(TestIdentities.Company company, String name) {
        try {
            return json.writeValueAsString(Map.of(
                    "name", name,
                    "registrationNumber", company.number(),
                    "vatId", company.vatId(),
                    "country", "SE",
                    "address", Map.of("line1", "Storgatan 1", "postalCode", "111 22", "city", "Stockholm"),
                    "email", company.email(),
                    "language", "en"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
