package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.subscriptions.Rentals;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A reseller looks at what ends, extends a contract and chooses how its offers look. On a desk and on a phone. */
@PartnerflowTest
class RentalInBrowserTest {

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
    Rentals rentals;

    @Autowired
    Subscriptions subscriptions;

    final Screenshots screenshots = new Screenshots("rental");
    Chromium chromium;
    Page page;
    String number;

    @BeforeEach
    void aRentalOfAYear() {
        chromium = Chromium.start();
        var parties = new TestParties(organisations, resellers);
        var reseller = parties.resellerOf("workplace", "0");
        number = rentals.begin(reseller, parties.customerOf(reseller), 12);
        var email = TestIdentities.email("anna");
        var user = users.invite(email, "Anna Ek", "en");
        users.setPassword(user.id(), PASSWORD);
        users.join(user.id(), reseller.id(), Role.ADMIN);
        page = chromium.window(1280, true);
        page.navigate(address("/login"));
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        press("Log in");
    }

    @AfterEach
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void whatEndsIsSeenExtendedAndSeenToEndLater() {
        click("Deadlines");
        screenshots.portal(page, "deadlines-empty");
        page.getByLabel("Within").selectOption("all");
        press("Show");
        assertThat(page.getByRole(AriaRole.LINK, name("Follow-up offer")).first())
                .isVisible();
        screenshots.portal(page, "deadlines");
        var ends = subscriptions.get(number).lastDay();
        page.navigate(address("/deadlines/calendar?month=" + YearMonth.from(ends)));
        assertThat(page.getByText("Last day").first()).isVisible();
        screenshots.portal(page, "calendar");

        page.navigate(address("/subscriptions/" + number));
        screenshots.portal(page, "contract");
        click("Extend");
        assertThat(page.getByText("15 in all")).isVisible();
        screenshots.portal(page, "extension");
        page.locator("main button.primary").click();
        assertThat(page.getByText("The contract is extended")).isVisible();
        screenshots.portal(page, "contract-extended");
        assertThat(subscriptions.get(number).endsOn())
                .isEqualTo(ends.plusDays(1).plusMonths(3));

        click("Branding");
        page.getByLabel("Colour").fill("#ffdd00");
        press("Preview");
        assertThat(page.getByText("This is only a preview")).isVisible();
        screenshots.portal(page, "branding");
        assertThat(chromium.complaints()).isEmpty();
    }

    private void click(String link) {
        page.getByRole(AriaRole.LINK, name(link)).first().click();
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, name(button)).first().click();
    }

    private static GetByRoleOptions name(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
