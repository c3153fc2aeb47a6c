package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order by hand, from the first page to the last, without a script. */
@PartnerflowTest
class OrderPagesTest {

    private static final Pattern NUMBER = Pattern.compile("OR-\\d{4}-\\d{6}");

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
    void anEmptyListSaysHowToBegin() {
        assertThat(page("/orders")).contains("No orders yet", "/forms/order-start");
    }

    @Test
    void thePriceStandsBesideTheFormAndFollowsWhatIsTyped() {
        var form = anna.form("/forms/order-start/" + customer.id());
        assertThat(form.body()).contains("What it costs", customer.name());

        var answers = start();
        answers.put("quantity", "25");
        answers.put("_refresh", "1");
        var refreshed = anna.submit("/forms/order-start/" + customer.id(), answers);

        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(refreshed.body())
                .contains("104,000.00", "25 × 5,200.00", "Show the price")
                .doesNotContain("??", "role=\"alert\"");
    }

    @Test
    void aPriceThatCannotBeSaidIsNotGuessed() {
        var answers = start();
        answers.put("quantity", "0");
        answers.put("_refresh", "1");

        assertThat(anna.submit("/forms/order-start/" + customer.id(), answers).body())
                .contains("The price stands here as soon as");
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNothingIsLost() {
        var answers = start();
        answers.put("quantity", "100001");
        answers.put("signatoryEmail", "sigrid");

        var refused = anna.submit("/forms/order-start/" + customer.id(), answers);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"100001\"", "value=\"sigrid\"", "Sigrid Sten", "role=\"alert\"");
    }

    @Test
    void thePageSaysWhoIsWaitedForAndWhatToDo() {
        var number = started();
        process.run(number, "serviceTask_sendAgreement");

        var page = page("/orders/" + number);

        assertThat(page)
                .contains(
                        "Waiting for you",
                        "The order form: what exactly",
                        "The signed agreement: the customer signs it",
                        "/forms/order/" + number,
                        "Out for signature",
                        "Agreement sent",
                        "<svg");
    }

    @Test
    void formAndFileAreTakenInAndTheDeskIsWaitedFor() throws IOException {
        var number = started();
        process.run(number, "serviceTask_sendAgreement");

        var sent = anna.submit("/forms/order/" + number, registration());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        var uploaded = anna.uploadByForm("/orders/" + number + "/agreement", "signed.pdf", BadFiles.plainPdf());
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(302);
        process.run(number, "gateway_bothThere");
        process.run(number, "receiveTask_awaitSignedAgreement");

        var page = page("/orders/" + number);
        assertThat(page)
                .contains("The contracts desk compares", "Being checked", "41,600.00", "signed.pdf")
                .contains("Version 2024-1, accepted by " + anna.email())
                .doesNotContain("id=\"file\"");
    }

    @Test
    void aFileThatCannotBeTakenIsToldAtTheFieldWithTheRightStatus() throws IOException {
        var number = started();
        process.run(number, "serviceTask_sendAgreement");
        var address = "/orders/" + number + "/agreement";

        var picture = anna.uploadByForm(address, "signed.pdf", BadFiles.png());
        assertThat(picture.statusCode()).isEqualTo(415);
        assertThat(picture.body()).contains("id=\"file-problem\"").doesNotContain("??", "Exception");
        assertThat(anna.uploadByForm(address, "signed.pdf", BadFiles.elevenMegabytes())
                        .statusCode())
                .isEqualTo(413);
        assertThat(anna.uploadByForm(address, "signed.pdf", new byte[0]).statusCode())
                .isEqualTo(422);
    }

    @Test
    void termsMustBeAccepted() {
        var number = started();
        var answers = registration();
        answers.remove("termsAccepted");

        assertThat(anna.submit("/forms/order/" + number, answers).statusCode()).isEqualTo(422);
        assertThat(page("/terms/licence")).contains("Version 2024-1", "30 days", "90 days");
    }

    @Test
    void cancellingTellsWhatHappensAndShowsIt() {
        var number = started();

        var sent = anna.submit("/forms/order-cancellation/" + number, Map.of("reason", "Ordered twice by mistake"));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(page("/orders/" + number)).contains("Being cancelled", "Ordered twice by mistake");
        process.run(number, "event_cancelledOrderUndone");
        process.run(number, "serviceTask_suspendOpenAccount");
        assertThat(page("/orders/" + number)).contains("The order is cancelled").doesNotContain("Cancel the order");
    }

    @Test
    void anotherResellerFindsNothing() {
        var number = started();
        var other = ResellerClient.of(port, users, parties.reseller(), Role.ADMIN);

        assertThat(other.get("/orders/" + number).statusCode()).isEqualTo(404);
        assertThat(other.get("/forms/order/" + number).statusCode()).isEqualTo(404);
        assertThat(other.get("/forms/order-cancellation/" + number).statusCode())
                .isEqualTo(404);
        assertThat(other.get("/orders/" + number + "/agreement.pdf").statusCode())
                .isEqualTo(404);
        assertThat(other.get("/orders").body()).doesNotContain(number);
        assertThat(database.sql(
                                "SELECT count(*) FROM audit_entry WHERE action = 'access-denied' AND subject = ? AND actor = ?")
                        .params(number, other.email())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void whoMayOnlyLookSeesNoButtons() {
        var number = started();
        var viewer = ResellerClient.of(port, users, reseller, Role.VIEW);

        assertThat(viewer.get("/orders/" + number).body())
                .contains(number)
                .doesNotContain("/forms/order/", "Cancel the order");
        assertThat(viewer.get("/forms/order/" + number).statusCode()).isEqualTo(403);
    }

    @Test
    void aSecondClickOnStartGoesToTheSameOrder() {
        var form = anna.form("/forms/order-start/" + customer.id());
        var answers = start();
        answers.put("_token", ResellerClient.token(form.body()));

        var first = anna.submitAgain("/forms/order-start/" + customer.id(), answers);
        var second = anna.submitAgain("/forms/order-start/" + customer.id(), answers);

        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    private String started() {
        var sent = anna.submit("/forms/order-start/" + customer.id(), start());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        var number = NUMBER.matcher(sent.headers().firstValue("Location").orElse(""));
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private Map<String, String> start() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("programme", "licence");
        answers.put("customer", customer.id().toString());
        answers.put("product", "planning-licence");
        answers.put("quantity", "10");
        answers.put("termMonths", "12");
        answers.put("signatoryName", "Sigrid Sten");
        answers.put("signatoryEmail", "sigrid@example.org");
        return answers;
    }

    private Map<String, String> registration() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("product", "planning-licence");
        answers.put("quantity", "10");
        answers.put("termMonths", "12");
        answers.put("startDate", calendar.today().toString());
        answers.put("poReference", "BRF Eken 2027");
        answers.put("termsAccepted", "true");
        return answers;
    }

    private String page(String path) {
        var answer = anna.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }
}
