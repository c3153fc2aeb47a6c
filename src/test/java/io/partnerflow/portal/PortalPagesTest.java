package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.intake.CountingForm;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PartnerflowTest
class PortalPagesTest {

    private static final String PASSWORD = "seven otters play chess";
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    CountingForm handler;

    StaffBrowser browser;

    @BeforeEach
    void open() {
        browser = new StaffBrowser(port);
    }

    @Test
    void welcomesWhoIsNotLoggedIn() {
        var page = browser.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("href=\"/apply\"", "href=\"/login\"").doesNotContain("??");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
    }

    @Test
    void servesItsLookToEverybody() {
        assertThat(browser.get("/assets/portal.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("/assets/portal.js").statusCode()).isEqualTo(200);
        assertThat(browser.get("/assets/icon.svg").statusCode()).isEqualTo(200);
    }

    @Test
    void asksForALogInFirst() {
        assertThat(browser.get("/forms/everything")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login");
    }

    @Test
    void saysWhenALogInIsWrong() {
        assertThat(logIn("nobody@example.org", "wrong")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login?wrong");
        assertThat(browser.get("/login?wrong").body()).contains("E-mail or password is not right.");
    }

    @Test
    void takesAFormInAndSaysSoOnTheNextPage() {
        logIn();
        var before = handler.accepted.get();
        var page = browser.get("/forms/everything").body();
        assertThat(page).contains("value=\"PO-1\"", "<title>Order for </title>");
        var sent = browser.submit("/forms/everything", answers(token(page)));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith("/customers");
        assertThat(handler.accepted.get()).isEqualTo(before + 1);
    }

    @Test
    void bringsARefusedFormBackWithWhatWasTyped() {
        logIn();
        var answers = answers(token(browser.get("/forms/everything").body()));
        answers.put("licences", "0");
        answers.put("note", "<b>mine</b>");
        var sent = browser.submit("/forms/everything", answers);
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body())
                .contains("Number of licences must be between 1 and 100 000. You typed 0."
                        .replace("100 000", "100\u00a0000"))
                .contains("&lt;b&gt;mine&lt;/b&gt;")
                .contains(answers.get("_token"));
    }

    @Test
    void showsTheFieldsAnAnswerCallsForWithoutAScript() {
        logIn();
        var answers = answers(token(browser.get("/forms/everything").body()));
        answers.put("decision", "reject");
        answers.put("_refresh", "1");
        var page = browser.submit("/forms/everything", answers);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"reason\"").doesNotContain("role=\"alert\"");
    }

    @Test
    void refusesAFormThatIsNotFromItsOwnPages() {
        logIn();
        var forged = browser.send(
                "POST", "/forms/everything", "application/x-www-form-urlencoded", "poNumber=PO-1&decision=approve");
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void aFormNobodyOffersIsNotThere() {
        logIn();
        var page = browser.get("/forms/order.check-order");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such page").doesNotContain("Exception");
    }

    private void logIn() {
        var email = "u" + UUID.randomUUID() + "@example.org";
        var user = users.invite(email, "Anna Ek", "en");
        users.setPassword(user.id(), PASSWORD);
        users.join(
                user.id(), new TestParties(organisations, resellers).reseller().id(), Role.values()[0]);
        assertThat(logIn(email, PASSWORD).headers().firstValue("Location").orElse(""))
                .doesNotContain("wrong");
    }

    private HttpResponse<String> logIn(String email, String password) {
        return browser.submit("/login", Map.of("username", email, "password", password));
    }

    private static String token(String page) {
        var token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static Map<String, String> answers(String token) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("_token", token);
        answers.put("poNumber", "PO-4711");
        answers.put("licences", "25");
        answers.put("terms", "true");
        answers.put("decision", "approve");
        answers.put("plan", "pro");
        return answers;
    }
}
