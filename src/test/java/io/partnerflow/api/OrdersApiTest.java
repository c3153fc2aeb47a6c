package io.partnerflow.api;

import static io.partnerflow.ResellerClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.documents.BadFiles;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.VendorCalendar;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders over HTTP: what is accepted, what is refused and how, and that nobody sees another one's. */
@PartnerflowTest
class OrdersApiTest {

    private static final String PATH = "/api/v1/orders";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    ProcessDriver process;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    TestParties parties;
    Party reseller;
    Party customer;
    ResellerClient anna;

    @BeforeEach
    void logIn() {
        parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        customer = parties.customerOf(reseller);
        anna = ResellerClient.of(port, users, reseller, Role.ORDER);
    }

    @Test
    void anOrderIsThereWhenTheAnswerComesAndSaysWhomItWaitsFor() {
        var answer = anna.post(PATH, order().toString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var order = json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(PATH + "/" + order.get("number").asText());
        assertThat(order.get("status").asText()).isEqualTo("REGISTERED");
        assertThat(order.at("/estimate/annualNet/amount").asText()).isEqualTo("41600.00");
        assertThat(order.at("/estimate/lines/0/formula").asText())
                .isEqualTo("10 × 5,200.00\u00a0SEK − 20 % partner = 41,600.00\u00a0SEK");
        assertThat(order.at("/acceptedTerms/by").asText()).isEqualTo(anna.email());
        process.run(number(answer), "serviceTask_sendAgreement");

        var later = json(anna.get(PATH + "/" + number(answer)));
        assertThat(later.at("/waitingFor/party").asText()).isEqualTo("RESELLER");
        assertThat(later.at("/waitingFor/what").asText()).contains("signed agreement");
        assertThat(later.at("/waitingFor/due").asText()).isNotEmpty();
        assertThat(names(later.get("milestones"))).contains("started", "registered", "agreement-sent");
        assertThat(later.get("documents")).hasSize(1);
    }

    @Test
    void anEstimateSaysThePriceTheFormulaAndEveryComingInvoiceAndStoresNothing() {
        var before = orders();
        var wanted = order();
        wanted.remove(List.of("acceptedTerms", "signatory", "organisationId"));

        var answer = anna.post("/api/v1/estimates", null, wanted.toString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var estimate = json(answer);
        assertThat(estimate.at("/contractValue/amount").asText()).isEqualTo("41600.00");
        assertThat(estimate.get("invoices")).hasSize(1);
        assertThat(estimate.at("/tax/amount/amount").asText()).isEqualTo("10400.00");
        assertThat(estimate.at("/compensation/soldValue/amount").asText()).isEqualTo("52000.00");
        assertThat(estimate.at("/compensation/partnerDiscount/amount").asText()).isEqualTo("10400.00");
        assertThat(estimate.get("renewalDate").asText())
                .isEqualTo(calendar.today().plusMonths(12).toString());
        assertThat(estimate.get("lastDayForNotice").asText())
                .isEqualTo(calendar.today().plusMonths(12).minusDays(90).toString());
        assertThat(orders()).isEqualTo(before);
    }

    static Stream<Arguments> refusedOrders() {
        return Stream.of(
                refused("BI-08 no licences", order -> quantity(order, 0), "validation", "lines[0].quantity"),
                refused("BI-08 minus five", order -> quantity(order, -5), "validation", "lines[0].quantity"),
                refused(
                        "a thousand million",
                        order -> quantity(order, 1_000_000_000),
                        "validation",
                        "lines[0].quantity"),
                refused(
                        "no whole number",
                        order -> ((ObjectNode) order.at("/lines/0")).put("quantity", 10.5),
                        "validation",
                        "lines[0].quantity"),
                refused(
                        "more than a number holds",
                        order -> ((ObjectNode) order.at("/lines/0")).put("quantity", 99_999_999_999L),
                        "validation",
                        "lines[0].quantity"),
                refused(
                        "a number as text",
                        order -> ((ObjectNode) order.at("/lines/0")).put("quantity", "ten"),
                        "validation",
                        "lines[0].quantity"),
                refused("no lines", order -> order.remove("lines"), "validation", "lines"),
                refused(
                        "unknown product",
                        order -> ((ObjectNode) order.at("/lines/0")).put("product", "moon"),
                        "validation",
                        "lines[0].product"),
                refused(
                        "what is charged once",
                        order -> ((ObjectNode) order.at("/lines/0")).put("product", "property-move"),
                        "validation",
                        "lines[0].product"),
                refused("unknown programme", order -> order.put("programme", "moon"), "validation", "programme"),
                refused("BI-12 two years", order -> order.put("termMonths", 24), "term-not-offered", "termMonths"),
                refused("a day in the past", order -> order.put("startDate", "2020-01-01"), "validation", "startDate"),
                refused("a day far ahead", order -> order.put("startDate", "2099-01-01"), "validation", "startDate"),
                refused("no day at all", order -> order.put("startDate", "2026-02-30"), "validation", "startDate"),
                refused(
                        "BI-16 terms missing",
                        order -> order.remove("acceptedTerms"),
                        "terms-not-accepted",
                        "acceptedTerms.version"),
                refused(
                        "old terms",
                        order -> ((ObjectNode) order.get("acceptedTerms")).put("version", "1999"),
                        "validation",
                        "acceptedTerms.version"),
                refused(
                        "BI-25 a long reference",
                        order -> order.put("poReference", "x".repeat(10_000)),
                        "validation",
                        "poReference"),
                refused(
                        "unknown customer",
                        order -> order.put("organisationId", UUID.randomUUID().toString()),
                        "validation",
                        "organisationId"),
                refused(
                        "a customer's id that is none",
                        order -> order.put("organisationId", "c1"),
                        "validation",
                        "organisationId"),
                refused(
                        "a letter into the signatory's address",
                        order -> ((ObjectNode) order.get("signatory")).put("email", "a@b.se\r\nBcc: v@example.org"),
                        "validation",
                        "signatory.email"),
                refused(
                        "BI-07 a price of one's own",
                        order -> order.put("unitPrice", "0.01"),
                        "unknown-member",
                        "unitPrice"),
                refused(
                        "BI-07 somebody else's",
                        order -> order.put("resellerId", "other"),
                        "unknown-member",
                        "resellerId"),
                refused(
                        "a trial that is none",
                        order -> order.put("trialNumber", "TR-2026-999999"),
                        "validation",
                        "trialNumber"));
    }

    @ParameterizedTest
    @MethodSource("refusedOrders")
    void whatCannotBeOrderedIsRefusedAtItsFieldAndNothingHappens(
            Consumer<ObjectNode> spoil, String problem, String field) {
        var before = orders();
        var order = order();
        spoil.accept(order);

        var answer = anna.post(PATH, order.toString());

        assertProblem(answer, 422, problem);
        assertThat(json(answer).get("errors")).anySatisfy(error -> {
            assertThat(error.get("field").asText()).isEqualTo(field);
            assertThat(error.get("message").asText()).isNotBlank().doesNotContain("{", "invalid.");
        });
        assertThat(orders()).isEqualTo(before);
    }

    @Test
    void everyBadFieldIsToldAtOnce() {
        var order = order();
        quantity(order, 0);
        order.put("termMonths", 24).put("startDate", "2020-01-01").remove("acceptedTerms");

        var fields = StreamSupport.stream(
                        json(anna.post(PATH, order.toString())).get("errors").spliterator(), false)
                .map(error -> error.get("field").asText());

        assertThat(fields)
                .containsExactlyInAnyOrder("lines[0].quantity", "termMonths", "startDate", "acceptedTerms.version");
    }

    static Stream<Arguments> unreadableCalls() {
        return Stream.of(
                unreadable(
                        "BI-01 cut off",
                        "application/json",
                        "{\"programme\":\"licence\",\"lines\":   ",
                        400,
                        "malformed-body"),
                unreadable("nothing", "application/json", "", 400, "malformed-body"),
                unreadable("a list", "application/json", "[]", 400, "malformed-body"),
                unreadable("two objects", "application/json", "{} {}", 400, "malformed-body"),
                unreadable(
                        "BI-02 XML",
                        "text/xml",
                        "<?xml version=\"1.0\"?><definitions/>",
                        415,
                        "unsupported-media-type"),
                unreadable(
                        "BI-04 twice",
                        "application/json",
                        "{\"termMonths\":12,\"termMonths\":24}",
                        400,
                        "duplicate-member"),
                unreadable(
                        "BI-06 six megabytes",
                        "application/json",
                        "{\"programme\":\"" + "x".repeat(6_000_000) + "\"}",
                        413,
                        "body-too-large"));
    }

    @ParameterizedTest
    @MethodSource("unreadableCalls")
    void whatCannotBeReadIsNotDone(String contentType, String body, int status, String problem) {
        var before = orders();
        assertProblem(anna.post(PATH, UUID.randomUUID().toString(), contentType, body), status, problem);
        assertThat(orders()).isEqualTo(before);
    }

    @Test
    void referencesThatASpreadsheetWouldRunAreKeptLetterByLetter() {
        for (var reference : List.of("=HYPERLINK(\"http://x\",\"y\")", "@SUM(1+1)*cmd|'/C calc'!A0", "\t=1+1")) {
            customer = parties.customerOf(reseller);
            var answer = anna.post(PATH, order().put("poReference", reference).toString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(json(answer).get("poReference").asText()).isEqualTo(reference.strip());
        }
    }

    @Test
    void aCallThatStartsSomethingNeedsAKey() {
        assertProblem(anna.post(PATH, null, order().toString()), 400, "idempotency-key-missing");
        assertProblem(anna.post(PATH, "k".repeat(201), order().toString()), 400, "idempotency-key-too-long");
    }

    @Test
    void theSameCallAgainGetsTheSameBytesAgain() {
        var key = UUID.randomUUID().toString();
        var body = order().toString();
        var first = anna.post(PATH, key, body);
        var before = orders();

        var second = anna.post(PATH, key, body);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(orders()).isEqualTo(before);
        assertProblem(
                anna.post(PATH, key, order().put("poReference", "another").toString()), 422, "idempotency-key-reused");
    }

    @Test
    void aKeyBelongsToOneUser() {
        var key = UUID.randomUUID().toString();
        var other = ResellerClient.of(port, users, parties.reseller(), Role.ORDER);
        anna.post(PATH, key, order().toString());

        var answer = other.post(PATH, key, order().toString());

        assertProblem(answer, 422, "validation"); // not Anna's order once more
    }

    @Test
    void aRefusedCallLeavesItsKeyForTheCorrectedOne() {
        var key = UUID.randomUUID().toString();
        assertProblem(anna.post(PATH, key, order().put("termMonths", 24).toString()), 422, "term-not-offered");

        assertThat(anna.post(PATH, key, order().toString()).statusCode()).isEqualTo(201);
    }

    @Test
    void sixteenCallsAtOnceWithOneKeyMakeOneOrder() {
        var key = UUID.randomUUID().toString();
        var body = order().toString();
        var before = orders();

        var answers = IntStream.range(0, 16).mapToObj(call -> anna.posting(PATH, key, body)).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        var done = answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(done)
                .isNotEmpty()
                .allSatisfy(answer ->
                        assertThat(answer.body()).isEqualTo(done.get(0).body()));
        assertThat(done.stream()
                        .filter(answer -> answer.headers()
                                .firstValue("Idempotency-Replayed")
                                .isEmpty()))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertProblem(answer, 409, "idempotency-key-in-flight"));
        assertThat(orders()).isEqualTo(before + 1);
    }

    @Test
    void sixteenCallsAtOnceWithKeysOfTheirOwnMakeOneOrderToo() {
        var body = order().toString();
        var before = orders();

        var answers =
                IntStream.range(0, 16)
                        .mapToObj(call -> anna.posting(PATH, "key-" + UUID.randomUUID(), body))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertProblem(answer, 409, "order-open"));
        assertThat(orders()).isEqualTo(before + 1);
    }

    @Test
    void aSecondOrderForTheCustomerNamesTheFirst() {
        var first = number(anna.post(PATH, order().toString()));

        var second = anna.post(PATH, order().toString());

        assertProblem(second, 409, "order-open");
        assertThat(json(second).get("detail").asText()).contains(first);
    }

    @Test
    void whatBelongsToAnotherResellerIsAnsweredLikeWhatDoesNotExist() {
        var number = number(anna.post(PATH, order().toString()));
        process.run(number, "serviceTask_sendAgreement");
        var other = ResellerClient.of(port, users, parties.reseller(), Role.ADMIN);

        for (var rest : List.of("", "/agreement.pdf", "/diagram", "/documents/" + UUID.randomUUID())) {
            var foreign = other.get(PATH + "/" + number + rest);
            var unknown = other.get(PATH + "/OR-1999-000001" + rest);
            assertProblem(foreign, 404, "not-found");
            assertThat(foreign.body().replace(number, "X"))
                    .isEqualTo(unknown.body().replace("OR-1999-000001", "X"));
        }
        assertProblem(other.post(PATH + "/" + number + "/cancellation", "{\"reason\":\"because\"}"), 404, "not-found");
        assertProblem(other.upload(PATH + "/" + number + "/agreement", "a.pdf", new byte[] {1}), 404, "not-found");
        assertThat(json(other.get(PATH)).get("total").asLong()).isZero();
        assertThat(database.sql(
                                "SELECT count(*) FROM audit_entry WHERE action = 'access-denied' AND subject = ? AND actor = ?")
                        .params(number, other.email())
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void whoMayOnlyLookCannotOrder() {
        var viewer = ResellerClient.of(port, users, reseller, Role.VIEW);

        assertProblem(viewer.post(PATH, order().toString()), 403, "forbidden");
        assertThat(viewer.get(PATH).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutALogInOrFromAnotherSiteNothingIsDone() {
        assertProblem(ResellerClient.anonymous(port).get(PATH), 401, "unauthenticated");
        assertProblem(anna.forged(PATH, "application/json", order().toString()), 403, "csrf");
        assertThat(anna.forged("/orders/start", "application/x-www-form-urlencoded", "programme=licence")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theListIsPagedSortedAndSearched() {
        var first = number(anna.post(PATH, order().toString()));
        customer = parties.customerOf(reseller);
        var second = number(anna.post(PATH, order().toString()));

        var page = json(anna.get(PATH + "?size=1"));
        assertThat(page.get("total").asLong()).isEqualTo(2);
        assertThat(page.at("/items/0/number").asText()).isEqualTo(second);
        assertThat(json(anna.get(PATH + "?sort=number")).at("/items/0/number").asText())
                .isEqualTo(first);
        assertThat(json(anna.get(PATH + "?search=" + second)).get("total").asLong())
                .isOne();
        assertThat(json(anna.get(PATH + "?search=%25")).get("total").asLong()).isZero();
        assertProblem(anna.get(PATH + "?size=201"), 422, "validation");
        assertProblem(anna.get(PATH + "?page=-1"), 422, "validation");
        assertProblem(anna.get(PATH + "?sort=password"), 422, "validation");
        assertProblem(anna.get(PATH + "?size=many"), 422, "validation");
    }

    @Test
    void cancellingAnswersAtOnceAndUndoesInTheBackground() {
        var number = number(anna.post(PATH, order().toString()));

        var answer = anna.post(PATH + "/" + number + "/cancellation", "{\"reason\":\"Ordered twice\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(json(answer).get("status").asText()).isEqualTo("CANCELLING");
        process.run(number, "event_cancelledOrderUndone");
        process.run(number, "serviceTask_suspendOpenAccount");
        assertThat(json(anna.get(PATH + "/" + number)).get("status").asText()).isEqualTo("CANCELLED");
        assertProblem(
                anna.post(PATH + "/" + number + "/cancellation", "{\"reason\":\"Again\"}"), 409, "order-not-open");
        assertProblem(anna.post(PATH + "/" + number + "/cancellation", "{}"), 422, "validation");
    }

    @Test
    void eightCancellationsAtOnceUndoOnce() {
        var address = PATH + "/" + number(anna.post(PATH, order().toString())) + "/cancellation";

        var answers = IntStream.range(0, 8)
                .mapToObj(
                        call -> anna.posting(address, "cancel-" + UUID.randomUUID(), "{\"reason\":\"Ordered twice\"}"))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 202)
                .allSatisfy(answer -> assertProblem(answer, 409, "order-not-open"));
    }

    static Stream<Arguments> refusedFiles() throws IOException {
        return Stream.of(
                file("BI-38 a picture called PDF", "signed.pdf", BadFiles.png(), 415, "not-a-pdf"),
                file("BI-38 a page", "signed.pdf", "<html>".getBytes(), 415, "not-a-pdf"),
                file("BI-38 page and PDF in one", "signed.pdf", BadFiles.polyglot(), 415, "not-a-pdf"),
                file("nothing", "signed.pdf", new byte[0], 422, "empty"),
                file("BI-39 a script", "signed.pdf", BadFiles.openActionWithScript(), 422, "document-active-content"),
                file("BI-39 a program", "signed.pdf", BadFiles.launch(), 422, "document-active-content"),
                file("BI-39 a file inside", "signed.pdf", BadFiles.embeddedFile(), 422, "document-active-content"),
                file("BI-39 a password", "signed.pdf", BadFiles.encrypted(), 422, "document-encrypted"),
                file("eleven megabytes", "signed.pdf", BadFiles.elevenMegabytes(), 413, "body-too-large"),
                file("BI-06 thirty-one megabytes", "signed.pdf", new byte[31_000_000], 413, "body-too-large"));
    }

    @ParameterizedTest
    @MethodSource("refusedFiles")
    void aFileThatIsNotWhatItShouldBeIsRefusedAndNothingIsKept(
            String name, byte[] content, int status, String problem) {
        var number = number(anna.post(PATH, order().toString()));
        process.run(number, "serviceTask_sendAgreement");

        assertProblem(anna.upload(PATH + "/" + number + "/agreement", name, content), status, problem);

        assertThat(json(anna.get(PATH + "/" + number)).get("documents")).hasSize(1);
    }

    @Test
    void aSignedAgreementIsTakenOnceAndHandedOutAsAFileOnly() throws IOException {
        var number = number(anna.post(PATH, order().toString()));
        assertProblem(
                anna.upload(PATH + "/" + number + "/agreement", "signed.pdf", BadFiles.plainPdf()),
                409,
                "agreement-preparing");
        process.run(number, "serviceTask_sendAgreement");
        var paper = anna.bytes(PATH + "/" + number + "/agreement.pdf");
        assertThat(new String(paper.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");

        var file = BadFiles.plainPdf();
        var answer = anna.upload(PATH + "/" + number + "/agreement", "signed.pdf", file);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertProblem(
                anna.upload(PATH + "/" + number + "/agreement", "signed.pdf", BadFiles.plainPdf()),
                409,
                "agreement-uploaded");
        var signed = StreamSupport.stream(
                        json(anna.get(PATH + "/" + number)).get("documents").spliterator(), false)
                .filter(document -> document.get("kind").asText().equals("signed-agreement"))
                .findFirst()
                .orElseThrow();
        var download = anna.bytes(signed.get("path").asText());
        assertThat(download.body()).isEqualTo(file);
        assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(download.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void theDiagramSaysWhereEveryElementStands() {
        var number = number(anna.post(PATH, order().toString()));
        process.run(number, "serviceTask_sendAgreement");

        var processes = json(anna.get(PATH + "/" + number + "/diagram")).get("processes");

        assertThat(processes.at("/0/process").asText()).isEqualTo("order");
        assertThat(processes.at("/0/bpmn").asText()).contains("<bpmn:definitions");
        assertThat(processes.at("/1/process").asText()).isEqualTo("signed-agreement");
        assertThat(processes.at("/1/elements")).anySatisfy(element -> {
            assertThat(element.get("id").asText()).isEqualTo("receiveTask_awaitSignedAgreement");
            assertThat(element.get("state").asText()).isEqualTo("waiting");
            assertThat(element.get("waitingFor").asText()).isEqualTo("RESELLER");
        });
    }

    private ObjectNode order() {
        var order = ResellerClient.object()
                .put("programme", "licence")
                .put("organisationId", customer.id().toString())
                .put("termMonths", 12)
                .put("startDate", calendar.today().toString());
        order.putArray("lines").addObject().put("product", "planning-licence").put("quantity", 10);
        order.putObject("signatory").put("name", "Sigrid Sten").put("email", "sigrid@example.org");
        order.putObject("acceptedTerms").put("version", "2024-1");
        return order;
    }

    private static void quantity(ObjectNode order, int quantity) {
        ((ObjectNode) order.at("/lines/0")).put("quantity", quantity);
    }

    private static Arguments refused(String name, Consumer<ObjectNode> spoil, String problem, String field) {
        return Arguments.of(Named.of(name, spoil), problem, field);
    }

    private static Arguments unreadable(String name, String type, String body, int status, String problem) {
        return Arguments.of(type, Named.of(name, body), status, problem);
    }

    private static Arguments file(String what, String name, byte[] content, int status, String problem) {
        return Arguments.of(name, Named.of(what, content), status, problem);
    }

    private static String number(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("number").asText();
    }

    private static List<String> names(JsonNode milestones) {
        return StreamSupport.stream(milestones.spliterator(), false)
                .map(milestone -> milestone.get("name").asText())
                .toList();
    }

    private long orders() {
        return database.sql("SELECT count(*) FROM customer_order")
                .query(Long.class)
                .single();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String name) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("type").asText()).as(answer.body()).isEqualTo("/problems/" + name);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "io.partnerflow", "org.", "java.");
    }
}
