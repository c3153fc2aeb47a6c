package io.partnerflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.processes.ProcessDriver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications over HTTP, without a log-in. */
@PartnerflowTest
class ResellerApplicationsApiTest {

    private static final String PATH = "/api/v1/reseller-applications";
    private static final String REVIEW = "userTask_reviewApplication";

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    ProcessDriver process;

    @Autowired
    JdbcClient database;

    TestIdentities.Company company = TestIdentities.company();
    String email = TestIdentities.email("anna");
    TestLetters letters;

    @BeforeEach
    void open() {
        letters = new TestLetters(database);
    }

    @Test
    void anApplicationIsAcceptedAndCanBeSeenWithTheSecretOfItsLetter() throws Exception {
        var accepted = post(PATH, body().toString(), null);

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        var number = read(accepted).get("number").asText();
        assertThat(accepted.headers().firstValue("Location")).hasValue(PATH + "/" + number);
        assertThat(accepted.body()).doesNotContain(secret());
        var seen = read(get(PATH + "/" + number, secret()));
        assertThat(seen.get("status").asText()).isEqualTo("SUBMITTED");
        assertThat(seen.at("/organisation/registrationNumber").asText()).isEqualTo(company.number());
        assertThat(read(get(PATH + "/" + number + "?token=" + secret(), null))).isEqualTo(seen);
    }

    @Test
    void withoutTheSecretOrWithAnothersItDoesNotExist() throws Exception {
        var number = number(post(PATH, body().toString(), null));
        company = TestIdentities.company();
        email = TestIdentities.email("ben");
        post(PATH, body().toString(), null);
        var others = secret();

        var unknown = get(PATH + "/RA-2020-999999", others);
        assertThat(get(PATH + "/" + number, null).statusCode()).isEqualTo(404);
        assertThat(get(PATH + "/" + number, others).statusCode()).isEqualTo(404);
        assertThat(get(PATH + "/" + number, others).body())
                .isEqualTo(unknown.body().replace("RA-2020-999999", number));
        assertThat(post(PATH + "/" + number + "/withdrawal", "", others).statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyBadFieldIsNamedAtOnce() throws Exception {
        var body = body();
        body.put("programme", "no-such");
        var organisation = (ObjectNode) body.get("organisation");
        organisation.put("name", " ");
        organisation.put("registrationNumber", "556012-5791");
        organisation.put("vatId", "SE556000000001");
        organisation.put("email", "not an address");
        organisation.put("language", "tlh");
        organisation.remove("address");
        var contact = (ObjectNode) body.get("contact");
        contact.put("email", "a@b.se\r\nBcc: v@example.org");
        contact.put("name", "x".repeat(101));
        body.put("motivation", "y".repeat(2001));

        var refused = post(PATH, body.toString(), null);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(read(refused).get("type").asText()).isEqualTo("/problems/validation");
        assertThat(errors(refused))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("programme", "programme-unknown"),
                        Map.entry("organisation.name", "required"),
                        Map.entry("organisation.registrationNumber", "registration-number-invalid"),
                        Map.entry("organisation.vatId", "vat-number-invalid"),
                        Map.entry("organisation.email", "email"),
                        Map.entry("organisation.language", "language-not-offered"),
                        Map.entry("organisation.address.line1", "required"),
                        Map.entry("organisation.address.postalCode", "required"),
                        Map.entry("organisation.address.city", "required"),
                        Map.entry("contact.name", "too-long"),
                        Map.entry("contact.email", "one-line"),
                        Map.entry("motivation", "too-long")));
        assertThat(letters.to(email)).isEmpty();
    }

    @Test
    void anEmptyBodyNamesWhatIsNeeded() throws Exception {
        assertThat(errors(post(PATH, "{}", null)).keySet())
                .contains("programme", "organisation.name", "organisation.country", "contact.email")
                .doesNotContain("organisation.vatId", "motivation", "preconditionReference");
    }

    @Test
    void aMemberNobodyAskedForIsRefused() throws Exception {
        var body = body();
        body.put("status", "APPROVED");
        var refused = post(PATH, body.toString(), null);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(read(refused).get("type").asText()).isEqualTo("/problems/unknown-member");
    }

    @Test
    void aSecondOpenApplicationIsAConflictThatTellsNothing() throws Exception {
        var number = number(post(PATH, body().toString(), null));
        var first = email;
        email = TestIdentities.email("ben");

        var refused = post(PATH, body().toString(), null);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(read(refused).get("type").asText()).isEqualTo("/problems/application-open");
        assertThat(refused.body()).doesNotContain(number, first, company.name());
    }

    @Test
    void ofManyAtTheSameMomentOneIsAccepted() throws Exception {
        var body = body().toString();
        var answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(call -> unchecked(() -> post(PATH, body, null).statusCode()))
                .toList();

        assertThat(answers).containsOnly(202, 409).containsOnlyOnce(202);
        assertThat(letters.to(email)).containsExactly("application-received");
    }

    @Test
    void aResellerCannotBecomeOneAgain() throws Exception {
        var number = number(post(PATH, body().toString(), null));
        process.complete(number, REVIEW, Map.of("applicationDecision", "approve", "tier", "GOLD"));

        var refused = post(PATH, body().toString(), null);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(read(refused).get("type").asText()).isEqualTo("/problems/reseller-already");
        assertThat(refused.body()).doesNotContain("GOLD", "30");
    }

    @Test
    void aQuestionIsAnsweredAndTheReviewGoesOn() throws Exception {
        var number = number(post(PATH, body().toString(), null));
        var secret = secret();
        assertThat(post(PATH + "/" + number + "/answers", "{\"answer\":\"Me.\"}", secret)
                        .statusCode())
                .isEqualTo(409);
        process.complete(number, REVIEW, Map.of("applicationDecision", "ask", "question", "Who are you?"));
        var asked = read(get(PATH + "/" + number, secret));
        assertThat(asked.at("/question/text").asText()).isEqualTo("Who are you?");
        assertThat(asked.at("/question/answerBefore").asText()).endsWith("Z");

        assertThat(errors(post(PATH + "/" + number + "/answers", "{\"vatId\":\"SE1\"}", secret)))
                .containsOnly(Map.entry("answer", "required"), Map.entry("vatId", "vat-number-invalid"));
        var answered = post(PATH + "/" + number + "/answers", "{\"answer\":\"Me.\"}", secret);

        assertThat(answered.statusCode()).isEqualTo(202);
        assertThat(read(answered).get("status").asText()).isEqualTo("SUBMITTED");
        assertThat(read(answered).at("/correspondence/1/text").asText()).isEqualTo("Me.");
        process.run(number, "receiveTask_awaitAnswer");
        assertThat(process.waitsAt(number)).contains(REVIEW);
    }

    @Test
    void withdrawnTwiceIsAConflict() throws Exception {
        var number = number(post(PATH, body().toString(), null));

        var withdrawn = post(PATH + "/" + number + "/withdrawal", "", secret());

        assertThat(read(withdrawn).get("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(post(PATH + "/" + number + "/withdrawal", "", secret()).statusCode())
                .isEqualTo(409);
        process.hasEndedBy(number, "endEvent_applicationWithdrawn");
    }

    @Test
    void theSameKeyAndBodyIsOneApplication() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = post(PATH, body().toString(), null, key);
        var second = post(PATH, body().toString(), null, key);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(letters.to(email)).hasSize(1);
    }

    @Test
    void expressionsAndMarkupInNamesStayText() throws Exception {
        var body = body();
        var name = "${7*7} #{7*7} __${7*7}__::.x <img src=x onerror=alert(1)>";
        ((ObjectNode) body.get("organisation")).put("name", name);
        var number = number(post(PATH, body.toString(), null));

        assertThat(read(get(PATH + "/" + number, secret()))
                        .at("/organisation/name")
                        .asText())
                .isEqualTo(name);
        assertThat(process.factsOf(number, REVIEW)).containsEntry("organisationName", name);
        assertThat(letters.latest(email, "application-received")).contains(name);
        assertThat(database.sql("SELECT html FROM letter WHERE recipient = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .contains("&lt;img src=x")
                .doesNotContain("<img");
    }

    private ObjectNode body() {
        var body = json.createObjectNode().put("programme", "licence").put("motivation", "Our customers ask.");
        body.putObject("organisation")
                .put("name", company.name())
                .put("registrationNumber", company.number())
                .put("vatId", company.vatId())
                .put("country", "SE")
                .put("email", company.email())
                .put("language", "en")
                .putObject("address")
                .put("line1", "Storgatan 1")
                .put("postalCode", "411 01")
                .put("city", "Göteborg");
        body.putObject("contact").put("name", "Anna Ek").put("email", email);
        return body;
    }

    private String secret() {
        return letters.secret(email, "application-received", "/link/application/");
    }

    private String number(HttpResponse<String> accepted) throws IOException {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return read(accepted).get("number").asText();
    }

    private Map<String, String> errors(HttpResponse<String> refused) throws IOException {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        return StreamSupport.stream(read(refused).get("errors").spliterator(), false)
                .collect(java.util.stream.Collectors.toMap(
                        bad -> bad.get("field").asText(), bad -> bad.get("code").asText()));
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        return json.readTree(answer.body());
    }

    private HttpResponse<String> get(String path, String secret) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).GET(), secret);
    }

    private HttpResponse<String> post(String path, String body, String secret) throws Exception {
        return post(path, body, secret, UUID.randomUUID().toString());
    }

    private HttpResponse<String> post(String path, String body, String secret, String key) throws Exception {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request, secret);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String secret) throws Exception {
        if (secret != null) {
            request.header("Application-Token", secret);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static <T> T unchecked(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
