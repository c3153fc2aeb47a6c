package io.partnerflow.processes;

import static io.partnerflow.ResellerClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.shared.Percentage;
import io.partnerflow.web.StaffListener;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the reseller sees of its compensation in portal and API, and the billing desk at its door. */
@PartnerflowTest
class CompensationDoorsTest extends CommissionTests {

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    IdentityService identity;

    @Autowired
    StaffListener door;

    ResellerClient browser;

    @BeforeEach
    void logIn() {
        resellers.appoint(reseller.id(), "hosting", "REGISTERED", Percentage.ZERO);
        browser = ResellerClient.of(port, users, reseller, Role.BILLING);
    }

    @Test
    void theApiTellsTheWayToEachAmount() {
        var invoice = invoice(lastMonth(), "10000.00");
        var statement = undisputed(sentStatement());

        var list = json(browser.get("/api/v1/statements"));
        assertThat(list.at("/items/0/number").asText()).isEqualTo(statement.number());
        assertThat(list.at("/items/0/payable/amount").asText()).isEqualTo("5000.00");
        var one = json(browser.get("/api/v1/statements/" + statement.number()));
        assertThat(one.at("/lines/0/document").asText()).isEqualTo(invoice);
        assertThat(one.at("/lines/0/formula").asText()).isEqualTo("50\u00a0% of 10,000.00\u00a0SEK");
        assertThat(one.at("/rate").asText()).isEqualTo("50");
        assertThat(one.at("/documents/0/gross/amount").asText()).isEqualTo("6250.00");
        var number = one.at("/documents/0/number").asText();
        assertThat(browser.bytes("/api/v1/statements/" + statement.number() + ".pdf")
                        .body())
                .startsWith("%PDF".getBytes());
        assertThat(browser.bytes("/api/v1/statements/documents/" + number + ".pdf")
                        .body())
                .startsWith("%PDF".getBytes());
    }

    @Test
    void anObjectionByApiIsTakenOncePerKey() {
        var invoice = invoice(lastMonth(), "10000.00");
        var statement = sentStatement();
        var body = "{\"reason\":\"too little\",\"lines\":[{\"document\":\"%s\",\"expected\":\"6000.00\"}]}"
                .formatted(invoice);
        var key = UUID.randomUUID().toString();
        var path = "/api/v1/statements/%s/dispute".formatted(statement.number());

        assertThat(browser.post(path, null, body).statusCode()).isEqualTo(400);
        assertThat(browser.post(path, "{\"reason\":\"\",\"lines\":[{\"document\":\"IN-1\"}]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(json(browser.post(path, key, body)).at("/status").asText()).isEqualTo("DISPUTED");
        assertThat(json(browser.post(path, key, body)).at("/status").asText()).isEqualTo("DISPUTED");
        assertThat(browser.post(path, body).statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsNotTheCallersDoesNotExist() {
        invoice(lastMonth(), "10000.00");
        var number = sentStatement().number();
        var stranger = parties.organisation();
        resellers.appoint(stranger.id(), "hosting", "REGISTERED", Percentage.ZERO);
        var other = ResellerClient.of(port, users, stranger, Role.ADMIN);

        assertThat(other.get("/api/v1/statements/" + number).statusCode()).isEqualTo(404);
        assertThat(other.get("/statements/" + number).statusCode()).isEqualTo(404);
        assertThat(ResellerClient.of(port, users, reseller, Role.ORDER)
                        .get("/statements")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void thePagesShowTheMonthsTheWayAndTheDaysLeft() {
        assertThat(browser.get("/statements").body()).contains("No compensation yet");
        var invoice = invoice(lastMonth(), "10000.00");
        var statement = sentStatement();

        assertThat(browser.get("/statements").body())
                .contains(statement.number(), "5,000.00", "We do not know where to pay you", "Open to objections")
                .contains("class=\"chart-wide\"", "class=\"chart-narrow\"", "class=\"open\"", "As a table")
                .doesNotContain("??");
        assertThat(browser.get("/statements?format=csv").body()).contains(statement.number(), "\"5000.00\"");
        assertThat(browser.get("/statements/" + statement.number()).body())
                .contains(invoice, "50\u00a0% of 10,000.00\u00a0SEK", "7 days left", "id=\"dispute\"")
                .contains("The way of the money", "1 document to your customers", "Then it is paid out")
                .doesNotContain("??");
        assertThat(browser.bytes("/statements/" + statement.number() + ".pdf").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anObjectionThatCannotBeTakenComesBackWithWhatWasTyped() {
        invoice(lastMonth(), "10000.00");
        var statement = sentStatement();
        var page = "/statements/%s/dispute".formatted(statement.number());

        var refused = browser.submitAgain(page, Map.of("reason", "", "expected-0", "a lot", "reason-0", "<b>why</b>"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not an amount", "value=\"a lot\"", "&lt;b&gt;why&lt;/b&gt;");
        var taken = browser.submitAgain(page, Map.of("reason", "too little", "expected-0", "6000,00", "reason-0", ""));
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(browser.get("/statements/" + statement.number()).body())
                .contains("We have your objection", "too little", "You have objected")
                .doesNotContain("id=\"dispute\"");
    }

    @Test
    void theBankAccountIsCheckedKeptAndAnnounced() {
        var page = "/statements/bank-account";
        assertThat(browser.get(page).body()).contains("You have entered none yet");

        var refused =
                browser.submitAgain(page, Map.of("accountHolder", "Test AB", "iban", "SE45 5000 0000 0583 9825 7467"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not an account number", "SE45 5000 0000 0583 9825 7467");
        assertThat(accounts.of(reseller.id())).isEmpty();

        var account = Map.of("accountHolder", "Test AB", "iban", "se45 5000 0000 0583 9825 7466");
        assertThat(browser.submitAgain(page, account).statusCode()).isEqualTo(302);
        assertThat(browser.submitAgain(page, account).statusCode()).isEqualTo(302);
        assertThat(accounts.of(reseller.id()).orElseThrow().iban()).isEqualTo("SE4550000000058398257466");
        assertThat(letters.to(reseller.email())).containsOnlyOnce("bank-account-changed");
        assertThat(letters.latest(reseller.email(), "bank-account-changed"))
                .contains("7466", browser.email())
                .doesNotContain("SE4550000000058398257466");
    }

    @Test
    void theBillingDeskPreparesARunAndFetchesItsFile() {
        invoice(lastMonth(), "10000.00");
        hasAnAccount();
        var document = billed(undisputed(sentStatement())).document().number();
        var desk = staff("bille", "billing");

        assertThat(desk.get("/payouts").body()).contains(reseller.name(), "6,250.00", "Prepare a payout run in SEK");
        var prepared = desk.submit("/payouts", Map.of("currency", "SEK"));
        assertThat(prepared.statusCode()).isEqualTo(302);
        var run = claims.of(document).orElseThrow().run();
        assertThat(desk.get("/payouts/" + run).body())
                .contains("Waits for release", reseller.name(), document)
                .doesNotContain("/payouts/" + run + ".xml");
        assertThat(desk.get("/payouts/" + run + ".xml").statusCode()).isEqualTo(404);
        process.complete(run, "userTask_releasePayoutRun", Map.of("payoutDecision", "release"));
        process.run(run, "serviceTask_writePaymentFile");
        assertThat(desk.get("/payouts/" + run + ".xml").body()).contains("pain.001.001.09", run);
    }

    @Test
    void theBillingDeskTakesADocumentBack() {
        invoice(lastMonth(), "10000.00");
        var statement = undisputed(sentStatement());
        var number = billed(statement).document().number();
        var desk = staff("bille", "billing");

        assertThat(desk.get("/compensation").body()).contains(number);
        assertThat(desk.submit(
                                "/compensation/" + number,
                                "/compensation/%s/withdrawal".formatted(number),
                                Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk.submit(
                                "/compensation/" + number,
                                "/compensation/%s/withdrawal".formatted(number),
                                Map.of("reason", "wrong"))
                        .statusCode())
                .isEqualTo(302);
        process.run(statement.number(), "serviceTask_issueCompensationCredit");
        assertThat(desk.get("/compensation/" + number).body()).contains("Taken back");
    }

    @Test
    void otherDesksSeeNoMoney() {
        var clerk = staff("olaf", "order-desk");

        assertThat(clerk.get("/payouts").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/compensation").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/staff").body()).doesNotContain("/payouts");
        var manager = staff("maj", "managers");
        assertThat(manager.get("/payouts").statusCode()).isEqualTo(200);
        assertThat(manager.submit("/payouts", Map.of("currency", "SEK")).statusCode())
                .isEqualTo(403);
    }

    private StaffBrowser staff(String name, String desk) {
        new Staff(identity).hire(name, desk);
        var browser = new StaffBrowser(door.port());
        browser.login(name, Staff.PASSWORD);
        return browser;
    }
}
