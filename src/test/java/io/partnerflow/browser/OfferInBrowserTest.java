package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.offers.OfferStatus;
import io.partnerflow.processes.OfferTests;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A bundle is put together, sent and accepted with nothing but two browsers; each page is kept in {@code target/look}. */
@PartnerflowTest
class OfferInBrowserTest extends OfferTests {

    private static final String PASSWORD = "seven otters play chess";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

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

    @ParameterizedTest
    @CsvSource({"1280, true, wide", "390, false, plain"})
    void fromTheConfiguratorToTheAcceptedOffer(int width, boolean scripts, String look) {
        var page = loggedIn(width, scripts);
        page.navigate(address("/customers/" + customer.id()));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New offer"))
                .click();
        page.getByLabel("Laptop 14 inch").fill("10");
        page.getByLabel("Office suite").fill("10");
        page.locator("[id='service.0.name']").fill("Set-up on site");
        page.locator("[id='service.0.once']").fill("450");
        if (scripts) {
            page.locator("[id='service.0.name']").focus();
        } else {
            press(page, "Recalculate");
        }
        assertThat(page.locator("#monthly-rate")).containsText("452.30");
        assertThat(page.locator("#commission")).containsText("942.66");
        kept(page, look + "-1-configurator");
        press(page, "Save the draft");
        kept(page, look + "-2-draft");
        press(page, "Send to the customer");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("on its way");
        kept(page, look + "-3-sent");
        var number = page.url().replaceFirst(".*/", "");

        var customers = chromium.window(width, scripts);
        customers.navigate(address("/link/offer/" + secret("offer-sent")));
        kept(customers, look + "-4-link");
        customers.locator("#name").fill("Sigrid Sten");
        customers.locator("#email").fill("sigrid@example.org");
        customers.locator("#accountHolder").fill("Sten GmbH");
        customers.locator("#iban").fill("DE89 3704 0044 0532 0130 01");
        press(customers, "Accept the offer");
        assertThat(customers.getByRole(AriaRole.ALERT)).containsText("account number");
        assertThat(customers.locator("#iban")).hasValue("DE89 3704 0044 0532 0130 01");
        kept(customers, look + "-5-wrong");
        customers.locator("#iban").fill(IBAN);
        customers.locator("#terms").check();
        press(customers, "Accept the offer");
        assertThat(customers.getByText("Thank you, the offer is accepted.")).isVisible();
        kept(customers, look + "-6-accepted");

        assertThat(view(number).status()).isEqualTo(OfferStatus.ACCEPTED);
        page.reload();
        assertThat(page.getByText("Open the order")).isVisible();
        kept(page, look + "-7-reseller");
        assertThat(chromium.complaints())
                .filteredOn(complaint -> !complaint.contains("422"))
                .isEmpty();
    }

    private static void kept(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "look", "offer-" + name + ".png")));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out of " + name)
                .isTrue();
    }

    private Page loggedIn(int width, boolean scripts) {
        var email = "u" + UUID.randomUUID() + "@example.org";
        var user = users.invite(email, "Anna Ek", "en");
        users.setPassword(user.id(), PASSWORD);
        users.join(user.id(), reseller.id(), Role.ORDER);
        var page = chromium.window(width, scripts);
        page.navigate(address("/login"));
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("form button.primary").click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
