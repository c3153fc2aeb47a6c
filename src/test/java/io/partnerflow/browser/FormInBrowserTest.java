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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PartnerflowTest
class FormInBrowserTest {

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

    Chromium chromium;

    @BeforeEach
    void start() {
        chromium = Chromium.start();
    }

    @AfterEach
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aFieldAppearsWithTheAnswerThatCallsForItAndNothingTypedIsLost() {
        var page = form(true);
        page.getByLabel("Note").fill("keep me");
        page.getByLabel("Reject").check();
        assertThat(page.getByLabel("Reason")).isVisible();
        assertThat(page.getByLabel("Note")).hasValue("keep me");
        assertThat(page.getByLabel("Reject")).isFocused();
        page.getByLabel("Approve").check();
        assertThat(page.getByLabel("Reason")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void theSummaryOfWhatIsWrongLeadsToTheFields() {
        var page = form(true);
        page.getByLabel("Number of licences").fill("0");
        send(page).click();
        assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Number of licences must be"))
                .click();
        assertThat(page.getByLabel("Number of licences")).isFocused();
        assertThat(page.getByLabel("Number of licences")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void everythingWorksWithoutScripts() {
        var page = form(false);
        page.getByLabel("Number of licences").fill("25");
        page.getByLabel("We accept the terms").check();
        page.getByLabel("Reject").check();
        page.getByLabel("Plan").selectOption("pro");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the fields for my choice"))
                .click();
        page.getByLabel("Reason").fill("too late");
        var before = handler.accepted.get();
        send(page).click();
        page.waitForURL("**/customers");
        assertThat(handler.accepted.get()).isEqualTo(before + 1);
    }

    @Test
    void twoFastClicksCountOnce() {
        var page = form(true);
        page.getByLabel("Number of licences").fill("25");
        page.getByLabel("We accept the terms").check();
        page.getByLabel("Approve").check();
        page.getByLabel("Plan").selectOption("pro");
        var before = handler.accepted.get();
        send(page).dblclick(new Locator.DblclickOptions().setNoWaitAfter(true));
        page.waitForURL("**/customers");
        assertThat(handler.accepted.get()).isEqualTo(before + 1);
    }

    @Test
    void nothingIsCutOffOnASmallPhone() {
        var page = form(true);
        page.setViewportSize(360, 740);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }

    private Page form(boolean scripts) {
        var email = "u" + UUID.randomUUID() + "@example.org";
        var user = users.invite(email, "Anna Ek", "en");
        users.setPassword(user.id(), PASSWORD);
        users.join(
                user.id(), new TestParties(organisations, resellers).reseller().id(), Role.values()[0]);
        var page = chromium.window(1280, scripts);
        page.navigate("http://localhost:" + port + "/forms/everything");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.waitForURL("**/forms/everything*");
        return page;
    }

    private static Locator send(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"));
    }
}
