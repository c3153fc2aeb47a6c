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
import io.partnerflow.processes.ProcessDriver;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A reseller prepares a customer, gives it a trial and looks after it, with nothing but a browser. */
@PartnerflowTest
class CustomersInBrowserTest {

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
    ProcessEngine engine;

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
    void fromThePreparationToTheOrder() {
        var page = customers(1280, true);
        assertThat(page.getByText("No customers yet")).isVisible();
        var company = TestIdentities.company();
        prepare(page, company, company.number());
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("BRF Eken is prepared.");

        click(page, "New trial");
        page.getByLabel("Type of customer").selectOption("housing-association");
        var anna = TestIdentities.email("anna");
        page.getByLabel("Who gets login details").fill("Anna Ek <" + anna + ">");
        press(page, "Start the trial");
        assertThat(page.getByRole(AriaRole.HEADING, name("Trial of BRF Eken"))).isVisible();
        assertThat(page.getByText("Being set up")).isVisible();
        var number = page.url().replaceFirst(".*/", "");
        new ProcessDriver(engine).run(number, "serviceTask_createTrialAccount");

        page.reload();
        assertThat(page.getByText("In use", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.getByText(anna, new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        click(page, "Extend");
        page.getByLabel("Days more").fill("31");
        press(page, "Extend");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("1 to 30 days");
        page.getByLabel("Days more").fill("10");
        press(page, "Extend");
        assertThat(page.locator(".figures")).containsText("40 days");

        click(page, "Change");
        page.getByLabel("Users").fill("not an address");
        press(page, "Save");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Line 1: “not an address” is not an e-mail address.");
        var bo = TestIdentities.email("bo");
        page.getByLabel("Users").fill(bo);
        press(page, "Save");
        assertThat(page.getByText(bo)).isVisible();

        page.navigate(address("/customers"));
        assertThat(page.getByRole(AriaRole.LINK, name("Trial accounts 1"))).hasAttribute("aria-current", "page");
        page.getByLabel("Name or number").fill("eken");
        press(page, "Search");
        click(page, "Start order for BRF Eken");
        assertThat(page.locator("[name=customer]"))
                .hasValue(resellers.customersOf(reseller).get(0).toString());
        assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("422"));
    }

    @Test
    void aWrongRegistrationNumberIsToldAtItsField() {
        var page = customers(1280, true);
        prepare(page, TestIdentities.company(), "556000-0000");

        assertThat(page.getByLabel("Registration number")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("Name of the customer")).hasValue("BRF Eken");
        assertThat(resellers.customersOf(reseller)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void thePagesFitTheScreenWithoutScripts(int width) {
        var parties = new TestParties(organisations, resellers);
        var page = customers(width, false);
        var customer = parties.organisation("Fastighetsbolaget Norrtornet med ett mycket långt namn som fortsätter");
        resellers.link(reseller, customer.id());

        for (var path : new String[] {"/customers", "/customers/" + customer.id(), "/forms/trial/" + customer.id()}) {
            page.navigate(address(path));
            assertThat((Integer)
                            page.locator("main").evaluate("main => Math.round(main.scrollWidth - main.clientWidth)"))
                    .as("overflow of %s at %d", path, width)
                    .isLessThanOrEqualTo(0);
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    UUID reseller;

    private Page customers(int width, boolean scripts) {
        reseller = new TestParties(organisations, resellers).reseller().id();
        var email = "u" + UUID.randomUUID() + "@example.org";
        var user = users.invite(email, "Maria Berg", "en");
        users.setPassword(user.id(), PASSWORD);
        users.join(user.id(), reseller, Role.ORDER);
        var page = chromium.window(width, scripts);
        page.navigate(address("/login"));
        page.locator("[name=username]").fill(email);
        page.locator("[name=password]").fill(PASSWORD);
        press(page, "Log in");
        page.waitForURL("**/home**");
        page.navigate(address("/customers"));
        return page;
    }

    private static void prepare(Page page, TestIdentities.Company company, String number) {
        page.getByRole(AriaRole.LINK, name("New customer")).first().click();
        page.getByLabel("Name of the customer").fill("BRF Eken");
        page.getByLabel("Registration number").fill(number);
        page.getByLabel("VAT id").fill(company.vatId());
        page.getByLabel("Address", new Page.GetByLabelOptions().setExact(true)).fill("Storgatan 1");
        page.getByLabel("Postal code").fill("111 22");
        page.getByLabel("City").fill("Stockholm");
        page.getByLabel("E-mail").fill(company.email());
        press(page, "Prepare the customer");
    }

    private static void click(Page page, String link) {
        page.getByRole(AriaRole.LINK, name(link).setExact(true)).click();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, name(button)).click();
    }

    private static GetByRoleOptions name(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
