package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.intake.CountingForm;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log-in ends in the middle of typing: with script and without, nothing is lost. */
@PartnerflowTest
class ResumeInBrowserTest {

    private static final String PASSWORD = "seven otters play chess";

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

    @Autowired
    JdbcClient database;

    Chromium chromium;
    Users.User anna;

    @BeforeEach
    void start() {
        anna = users.invite("u" + UUID.randomUUID() + "@example.org", "Anna Ek", "en");
        users.setPassword(anna.id(), PASSWORD);
        users.join(
                anna.id(), new TestParties(organisations, resellers).reseller().id(), Role.ADMIN);
        chromium = Chromium.start();
    }

    @AfterEach
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFormComesBackWithEverythingTyped(boolean scripts) {
        var page = chromium.window(1280, scripts);
        page.navigate("http://localhost:" + port + "/forms/everything");
        logIn(page);
        page.waitForURL("**/forms/everything*");
        page.getByLabel("Number of licences").fill("25");
        page.getByLabel("We accept the terms").check();
        page.getByLabel("Approve").check();
        page.getByLabel("Plan").selectOption("pro");
        page.getByLabel("Note").fill("Dörrkod 1234 – ring på");
        endTheSession();
        var before = handler.accepted.get();

        press(page, "Send");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Nothing is lost");
        logIn(page);
        page.waitForURL("**/resume");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("You were logged out before this was sent.");
        press(page, "Back to the form with what I typed");
        assertThat(page.getByLabel("Note")).hasValue("Dörrkod 1234 – ring på");
        assertThat(page.getByLabel("Number of licences")).hasValue("25");
        assertThat(page.getByLabel("Approve")).isChecked();
        assertThat(page.getByLabel("Plan")).hasValue("pro");
        assertThat(handler.accepted.get()).isEqualTo(before);

        press(page, "Send");
        page.waitForURL("**/customers");
        assertThat(handler.accepted.get()).isEqualTo(before + 1);
        assertThat(chromium.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageMadeByHandShowsWhatWasTypedIntoItAgain(boolean scripts) {
        var page = chromium.window(390, scripts);
        page.navigate("http://localhost:" + port + "/settings");
        logIn(page);
        page.waitForURL("**/settings*");
        page.getByLabel("Name").fill("Anna Ek-Blom");
        page.getByLabel("Time zone").selectOption("Europe/Paris");
        endTheSession();

        press(page, "Save");
        logIn(page);
        page.waitForURL("**/resume");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/resume-" + scripts + ".png")));
        press(page, "Back to the form with what I typed");
        page.waitForURL("**/settings*");
        assertThat(page.getByLabel("Name")).hasValue("Anna Ek-Blom");
        assertThat(page.getByLabel("Time zone")).hasValue("Europe/Paris");
        assertThat(page.getByText("What you typed before stands in the form again."))
                .isVisible();
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/resume-filled-" + scripts + ".png")));
        assertThat(users.get(anna.id()).orElseThrow().name()).isEqualTo("Anna Ek");

        press(page, "Save");
        assertThat(page.getByText("What you typed before")).hasCount(0);
        assertThat(users.get(anna.id()).orElseThrow().name()).isEqualTo("Anna Ek-Blom");
        assertThat(chromium.complaints()).isEmpty();
    }

    private void endTheSession() {
        assertThat(database.sql("DELETE FROM partnerflow.spring_session WHERE principal_name = ?")
                        .param(anna.id().toString())
                        .update())
                .isEqualTo(1);
    }

    private void logIn(Page page) {
        page.getByLabel("E-mail").fill(anna.email());
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Log in"))
                .click();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }
}
