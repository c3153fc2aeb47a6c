package io.partnerflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.processes.ProcessDriver;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an applicant sees and does, without a log-in. */
@PartnerflowTest
class ApplicationPagesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");
    private static final String REVIEW = "userTask_reviewApplication";

    @LocalServerPort
    int port;

    @Autowired
    ProcessDriver process;

    @Autowired
    JdbcClient database;

    StaffBrowser browser;
    TestLetters letters;
    TestIdentities.Company company = TestIdentities.company();
    String email = TestIdentities.email("anna");

    @BeforeEach
    void open() {
        browser = new StaffBrowser(port);
        letters = new TestLetters(database);
    }

    @Test
    void theFormOffersProgrammesCountriesAndLanguages() {
        assertThat(browser.get("/apply").body())
                .contains("<option value=\"licence\"", "<option value=\"SE\" selected", "Svenska", "Norway")
                .doesNotContain("??");
    }

    @Test
    void anApplicationIsThankedForWithItsNumberAndALetterWithALink() {
        var number = applied();

        assertThat(browser.get("/apply/" + number).body()).contains(number, "We have sent you a letter");
        assertThat(letters.to(email)).containsExactly("application-received");
        assertThat(browser.get(link("application-received")).body())
                .contains(number, company.name(), company.number(), "In review", "Waiting for us")
                .doesNotContain("??");
    }

    @Test
    void sentTwiceItIsOneApplication() {
        var answers = answers();
        var first = browser.submit("/apply", answers);
        var second = browser.submit("/apply", answers);

        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(letters.to(email)).hasSize(1);
    }

    @Test
    void wrongNumbersAreSaidAtTheirFields() {
        var answers = answers();
        answers.put("registrationNumber", "556012-5791");
        answers.put("vatId", "SE556012579101");

        var refused = browser.submit("/apply", answers);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("This is not a registration number of SE", "This is not a VAT number of SE")
                .contains(company.name());
        assertThat(letters.to(email)).isEmpty();
    }

    @Test
    void aSecondOpenApplicationIsRefusedWithoutSayingWhose() {
        applied();
        var mine = email;
        email = TestIdentities.email("ben");

        var refused = browser.submit("/apply", answers());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("An application of this organisation for this programme is open already")
                .doesNotContain(mine, "RA-20");
        assertThat(letters.to(email)).isEmpty();
    }

    @Test
    void aQuestionIsAnsweredWithTheLinkInItsLetter() {
        var number = applied();
        process.complete(
                number, REVIEW, Map.of("applicationDecision", "ask", "question", "Which <customer number>, please?"));
        var link = link("application-question");
        var page = browser.get(link).body();
        assertThat(page)
                .contains("Waiting for your answer", "Which &lt;customer number&gt;, please?", "Send the answer")
                .doesNotContain("<customer number>", "??");

        var sent = browser.submit(
                link, Map.of("_token", token(page), "answer", "C-4711", "preconditionReference", "C-4711"));

        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith(link);
        assertThat(browser.get(link).body()).contains("In review", "C-4711", "You answered");
        process.run(number, "receiveTask_awaitAnswer");
        assertThat(process.factsOf(number, REVIEW))
                .hasEntrySatisfying(
                        "preconditionAnswer",
                        answer -> assertThat(answer.toString()).contains("C-4711"));
        assertThat(browser.get(link("application-received")).body())
                .as("the link of the first letter goes on working")
                .contains("You answered");
    }

    @Test
    void anAnswerWithAWrongNumberComesBack() {
        var number = applied();
        process.complete(number, REVIEW, Map.of("applicationDecision", "ask", "question", "Which number?"));
        var link = link("application-question");
        var token = token(browser.get(link).body());

        var refused =
                browser.submit(link, Map.of("_token", token, "answer", "This", "registrationNumber", "556012-5791"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This is not a registration number of SE", ">This</textarea>");
        assertThat(process.waitsAt(number)).contains("receiveTask_awaitAnswer");
    }

    @Test
    void anApplicationCanBeTakenBackOnItsPage() {
        var number = applied();
        var link = link("application-received");

        var answer = browser.submit(link, link + "/withdrawal", Map.of());

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(link);
        assertThat(browser.get(link).body()).contains("Your application is taken back.", "Taken back by you");
        process.hasEndedBy(number, "endEvent_applicationWithdrawn");
        assertThat(browser.submit("/login", link + "/withdrawal", Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aRejectedApplicantReadsTheReason() {
        var number = applied();
        process.complete(
                number,
                REVIEW,
                Map.of("applicationDecision", "reject", "rejectionReason", "Not <b>yet</b> a customer."));

        assertThat(browser.get(link("application-received")).body())
                .contains("Not &lt;b&gt;yet&lt;/b&gt; a customer.", "Not accepted");
    }

    @Test
    void aSecretThatIsNotOursShowsNothing() {
        var good = link("application-received", applied());
        var wrong = good.substring(0, good.length() - 1) + (good.endsWith("A") ? "B" : "A");

        assertThat(browser.get(wrong).statusCode()).isEqualTo(404);
        assertThat(browser.get(wrong).body()).doesNotContain(company.name());
        assertThat(browser.submit("/login", wrong + "/withdrawal", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void oneAddressCannotApplyAThousandTimesADay() {
        database.sql("""
                        INSERT INTO visit_count (action, visitor, day, visits)
                        SELECT 'reseller-application', '203.0.113.9', d, 500
                        FROM generate_series(current_date - 1, current_date + 1, interval '1 day') d
                        ON CONFLICT DO NOTHING""").update();

        var refused = browser.forwardedFor("203.0.113.9").submit("/apply", answers());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 90_000L);
        assertThat(refused.body()).contains("It works again tomorrow");
        assertThat(letters.to(email)).isEmpty();
    }

    private String applied() {
        var sent = browser.submit("/apply", answers());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return sent.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    private String link(String letter) {
        return "/link/application/" + letters.secret(email, letter, "/link/application/");
    }

    private String link(String letter, String number) {
        assertThat(number).startsWith("RA-");
        return link(letter);
    }

    private static String token(String page) {
        var token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("_token", token(browser.get("/apply").body()));
        answers.put("programme", "licence");
        answers.put("organisationName", company.name());
        answers.put("registrationNumber", company.number());
        answers.put("vatId", company.vatId());
        answers.put("country", "SE");
        answers.put("addressLine1", "Storgatan 1");
        answers.put("postalCode", "411 01");
        answers.put("city", "Göteborg");
        answers.put("organisationEmail", company.email());
        answers.put("language", "en");
        answers.put("contactName", "Anna Ek");
        answers.put("contactEmail", email);
        answers.put("contactPhone", "+46 31 12 34 56");
        answers.put("motivation", "Our customers ask for it.");
        return answers;
    }
}
