package io.partnerflow.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.Postman;
import io.partnerflow.shared.Money;
import io.partnerflow.web.StaffListener;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class OutboxPagesTest {

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    Postman postman;

    @Autowired
    Outbox outbox;

    @Autowired
    Documents documents;

    StaffBrowser browser;

    @BeforeEach
    void open() {
        new Staff(identity).hire("maja", "managers");
        browser = new StaffBrowser(door.port());
        browser.login("maja", Staff.PASSWORD);
    }

    @Test
    void isNotForEveryDesk() {
        new Staff(identity).hire("clerk-without-letters", "order-desk");
        var clerk = new StaffBrowser(door.port());
        clerk.login("clerk-without-letters", Staff.PASSWORD);
        assertThat(clerk.get("/outbox").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/staff").body()).doesNotContain("/outbox", "/camunda/app/cockpit/");
    }

    @Test
    void listsLettersAndFindsThem() {
        var number = write("Anna <b>Ek</b>");
        var list = browser.get("/outbox?search=" + number);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body())
                .contains(number, "Anna &lt;b&gt;Ek&lt;/b&gt;", "Kept here")
                .doesNotContain("No letters here", "??");
        assertThat(browser.get("/outbox?search=nothing-like-this").body()).contains("No letters here");
    }

    @Test
    void showsALetterThatCanDoNothingButBeRead() {
        var id = outbox.about(write("Anna Ek")).get(0).id();
        assertThat(browser.get("/outbox/" + id).body())
                .contains("src=\"/outbox/" + id + "/html\"", "Send again")
                .doesNotContain("??");
        var letter = browser.get("/outbox/" + id + "/html");
        assertThat(letter.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'")
                .doesNotContain("allow-scripts", "allow-same-origin");
        assertThat(letter.body()).contains("<base target=\"_blank\"/>", "Anna Ek");
    }

    @Test
    void saysWhyALetterCannotBeSentAgain() {
        var page = "/outbox/" + outbox.about(write("Anna Ek")).get(0).id();
        assertThat(browser.submit(page, page + "/resending", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(browser.get(page).body()).contains("No mail server is set up");
    }

    @Test
    void writesOnlyToOneAddress() {
        var page = "/outbox/" + outbox.about(write("Anna Ek")).get(0).id();
        browser.submit(page, page + "/resending", Map.of("to", "a@b.se\r\nBcc: v@example.org"));
        assertThat(browser.get(page).body()).contains("That is not an e-mail address");
    }

    @Test
    void namesEveryAttachmentAndEveryHeader() {
        var order = "OR-" + UUID.randomUUID();
        var paper = documents.file(NewDocument.pdf("agreement", order, new byte[] {1}, Set.of()));
        postman.send(new Letter(
                "outbox-pages-test/" + order,
                "anna@example.org",
                "",
                "test-letter",
                Locale.ENGLISH,
                Map.of(
                        "number",
                        order,
                        "price",
                        Money.of("1234.50", "SEK"),
                        "customer",
                        "<script>alert(1)</script>",
                        "url",
                        "https://partners.example/orders"),
                List.of(paper),
                order));
        var letter = outbox.about(order).get(0);
        assertThat(browser.get("/outbox/" + letter.id()).body())
                .contains("/staff/documents/" + paper, order + "-agreement.pdf")
                .contains("outbox-pages-test/" + order, letter.messageId().replaceAll("[<>]", ""))
                .contains("Open the order: https://partners.example/orders")
                .doesNotContain("<script>alert(1)", "??");
    }

    @Test
    void aWordThatIsNoStatusAndAPageThatIsNoneLeadSomewhere() {
        assertThat(browser.get("/outbox?status=nonsense&page=-3").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyReadsLettersWithoutLoggingIn() {
        var id = outbox.about(write("Anna Ek")).get(0).id();
        assertThat(new StaffBrowser(door.port()).get("/outbox/" + id + "/html").statusCode())
                .isIn(302, 401);
    }

    @Test
    void aLetterNobodyWroteIsNotThere() {
        assertThat(browser.get("/outbox/999999999").statusCode()).isEqualTo(404);
    }

    private String write(String name) {
        var number = "OR-" + UUID.randomUUID().toString().substring(0, 8);
        postman.send(new Letter(
                "outbox-pages-test/" + number,
                "anna@example.org",
                name,
                "password-forgotten",
                Locale.ENGLISH,
                Map.of("email", "anna@example.org", "link", "http://localhost/password/x"),
                number));
        return number;
    }
}
