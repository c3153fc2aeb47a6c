package io.partnerflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.TestParties;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From an invitation to a password, and from a forgotten password to a new one. */
@PartnerflowTest
class PasswordPagesTest {

    private static final String PASSWORD = "seven otters play chess";

    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    JdbcClient database;

    StaffBrowser browser;
    TestLetters letters;
    String email;
    String link;

    @BeforeEach
    void invite() {
        browser = new StaffBrowser(port);
        letters = new TestLetters(database);
        email = TestIdentities.email("anna");
        var reseller = new TestParties(organisations, resellers).reseller();
        invitations.invite(
                new Invitations.Guest(email, "Anna Ek", Locale.ENGLISH), reseller.id(), Role.ADMIN, "RA-" + email);
        link = "/password/" + letters.secret(email, "user-invited", "/password/");
    }

    @Test
    void theLinkOfAnInvitationSetsAPasswordThatLogsIn() {
        assertThat(browser.get(link).body())
                .contains(email, "At least 12 characters")
                .doesNotContain("??");
        assertThat(location(set(link, PASSWORD, PASSWORD))).endsWith("/login?changed");
        assertThat(location(logIn(PASSWORD))).endsWith("/");
    }

    @Test
    void theLinkWorksOnce() {
        set(link, PASSWORD, PASSWORD);

        var second = browser.get(link);
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(second.body()).contains("This link does not work any more", "href=\"/password/forgotten\"");
        assertThat(post(link, "another password of mine")).isEqualTo(404);
        assertThat(location(logIn(PASSWORD))).endsWith("/");
    }

    @Test
    void lookingAtTheLinkDoesNotUseItUp() {
        browser.get(link);
        browser.get(link);
        assertThat(location(set(link, PASSWORD, PASSWORD))).endsWith("/login?changed");
    }

    @Test
    void anExpiredLinkIsNoneAnyMore() {
        database.sql("UPDATE one_time_link SET expires_at = ? WHERE used_at IS NULL AND subject = ?")
                .params(
                        OffsetDateTime.parse("2020-01-01T00:00:00Z"),
                        database.sql("SELECT id::text FROM user_account WHERE email = ?")
                                .param(email)
                                .query(String.class)
                                .single())
                .update();

        assertThat(browser.get(link).statusCode()).isEqualTo(404);
        assertThat(post(link, PASSWORD)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "short, short, 12 to 128 characters",
        "aaaaaaaaaaaaaa, aaaaaaaaaaaaaa, tried first",
        "password1234, password1234, tried first",
        "seven otters play chess, seven otters play cards, not the same",
    })
    void aBadPasswordIsRefusedAtItsFieldAndTheLinkStaysGood(String password, String repeated, String reason) {
        var refused = set(link, password, repeated);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(reason, "aria-invalid=\"true\"").doesNotContain(password + "\"");
        assertThat(location(set(link, PASSWORD, PASSWORD))).endsWith("/login?changed");
    }

    @Test
    void aForgottenPasswordIsReplacedByMailAndEveryOldSessionEnds() {
        set(link, PASSWORD, PASSWORD);
        logIn(PASSWORD);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);

        var other = new StaffBrowser(port);
        assertThat(location(other.submit("/password/forgotten", Map.of("email", email.toUpperCase(Locale.ROOT)))))
                .endsWith("/password/forgotten?sent");
        var reset = "/password/" + letters.secret(email, "password-forgotten", "/password/");
        other.submit(reset, Map.of("password", "nine badgers dig a tunnel", "repeated", "nine badgers dig a tunnel"));

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(location(logIn(PASSWORD))).endsWith("/login?wrong");
        assertThat(location(logIn("nine badgers dig a tunnel"))).endsWith("/");
    }

    @Test
    void whoAsksForAPasswordLearnsNothingAboutWhoHasALogIn() {
        var known = browser.submit("/password/forgotten", Map.of("email", email));
        var nobody = TestIdentities.email("nobody");
        var unknown = browser.submit("/password/forgotten", Map.of("email", nobody));

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(location(unknown)).isEqualTo(location(known));
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(letters.to(nobody)).isEmpty();
        assertThat(letters.to(email)).containsExactly("user-invited", "password-forgotten");
    }

    @Test
    void aNewerLinkEndsTheOlder() {
        browser.submit("/password/forgotten", Map.of("email", email));
        assertThat(browser.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void whoHasAPasswordAlreadyIsToldWhereItWorksNow() {
        set(link, PASSWORD, PASSWORD);
        var second = new TestParties(organisations, resellers).reseller();
        invitations.invite(
                new Invitations.Guest(email, "Anna Ek", Locale.ENGLISH), second.id(), Role.ORDER, "RA2-" + email);
        assertThat(letters.latest(email, "user-invited"))
                .contains(second.name())
                .doesNotContain("/password/");
    }

    @Test
    void whoGuessesIsAsked429ToWaitAndMayGoOnAMinuteLater() {
        set(link, PASSWORD, PASSWORD);
        for (var guess = 0; guess < 5; guess++) {
            assertThat(location(logIn("guess number " + guess))).endsWith("/login?wrong");
        }
        var sixth = logIn(PASSWORD);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(sixth.body()).contains("Wait a minute");

        database.sql("UPDATE login_failure SET failed_at = failed_at - interval '61 seconds' WHERE account = ?")
                .param(email)
                .update();
        assertThat(location(logIn(PASSWORD))).endsWith("/");
    }

    private HttpResponse<String> set(String page, String password, String repeated) {
        return browser.submit(page, Map.of("password", password, "repeated", repeated));
    }

    private int post(String page, String password) {
        return browser.submit("/login", page, Map.of("password", password, "repeated", password))
                .statusCode();
    }

    private HttpResponse<String> logIn(String password) {
        return browser.submit("/login", Map.of("username", email, "password", password));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
    }
}
