package io.partnerflow.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.Postman;
import io.partnerflow.web.StaffListener;
import java.util.Locale;
import java.util.Map;
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

    StaffBrowser browser;

    @BeforeEach
    void open() {
        new Staff(identity).hire("olle", "order-desk");
        browser = new StaffBrowser(door.port());
        browser.login("olle", Staff.PASSWORD);
    }

    @Test
    void listsLettersAndFindsThem() {
        var number = write("Anna <b>Ek</b>");
        var list = browser.get("/outbox?search=" + number);
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body())
                .contains(number, "Anna &lt;b&gt;Ek&lt;/b&gt;", "Kept here")
                .doesNotContain("??");
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
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("allow-scripts", "allow-same-origin");
        assertThat(letter.body()).contains("<base target=\"_blank\"/>", "Anna Ek");
    }

    @Test
    void saysWhyALetterCannotBeSentAgain() {
        var id = outbox.about(write("Anna Ek")).get(0).id();
        var token = browser.get("/outbox/" + id).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        browser.send("POST", "/outbox/" + id + "/resending", "application/x-www-form-urlencoded", "_csrf=" + token);
        assertThat(browser.get("/outbox/" + id).body()).contains("No mail server is set up");
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
