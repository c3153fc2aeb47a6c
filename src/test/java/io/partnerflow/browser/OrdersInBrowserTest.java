package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.documents.BadFiles;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.subscriptions.Subscriptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A reseller orders for a customer with nothing but a browser; each page is kept in {@code target/look}. */
@PartnerflowTest
class OrdersInBrowserTest {

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
    Subscriptions subscriptions;

    @Autowired
    ProcessDriver process;

    Chromium chromium;
    Party customer;

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
    void thePriceFollowsWhatIsTyped() {
        var page = loggedIn(1280, true);
        page.navigate(address("/forms/order-start/" + customer.id()));

        page.getByLabel("Product").selectOption("planning-licence-plus");
        page.getByLabel("Quantity").fill("40");
        page.getByLabel("Quantity").press("Tab");

        assertThat(page.locator("#estimate")).containsText("249,600.00");
        assertThat(page.getByText("Show the price")).isHidden();
        assertThat(chromium.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, true, wide", "390, true, narrow", "1280, false, plain"})
    void fromTheStartToTheFirstInvoice(int width, boolean scripts, String look) throws IOException {
        var page = loggedIn(width, scripts);
        page.navigate(address("/orders"));
        kept(page, look + "-1-none");
        page.navigate(address("/forms/order-start/" + customer.id()));
        page.getByLabel("Product").selectOption("planning-licence");
        page.getByLabel("Quantity").fill("10");
        page.getByLabel("Who signs for the customer").fill("Sigrid Sten");
        page.getByLabel("E-mail of the signatory").fill(TestIdentities.email("sigrid"));
        if (!scripts) {
            press(page, "Show the price");
        }
        assertThat(page.locator("#estimate")).containsText("41,600.00");
        kept(page, look + "-2-start");
        press(page, "Start the order");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("has been started");
        var number = page.url().replaceFirst(".*/", "");
        kept(page, look + "-3-started");

        process.run(number, "serviceTask_sendAgreement");
        page.reload();
        assertThat(page.getByText("Out for signature")).isVisible();
        kept(page, look + "-4-agreement-out");
        page.getByLabel("The signed file").setInputFiles(file("scan.pdf", BadFiles.png()));
        press(page, "Upload the signed agreement");
        assertThat(page.locator("#file-problem")).isVisible();
        kept(page, look + "-5-refused-file");
        page.getByLabel("The signed file").setInputFiles(file("scan.pdf", BadFiles.plainPdf()));
        press(page, "Upload the signed agreement");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("has been received");
        process.run(number, "receiveTask_awaitSignedAgreement");

        page.navigate(address("/forms/order/" + number));
        page.getByLabel("Purchase-order reference").fill("BRF Eken 2027");
        page.getByLabel("I accept the terms").check();
        kept(page, look + "-6-form");
        press(page, "Send the order form");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("has been received");
        process.run(number, "gateway_bothThere");
        process.complete(number, "userTask_checkSignedAgreement", Map.of("agreementDecision", "accept"));
        process.run(number, "gateway_bothThere");
        page.reload();
        assertThat(page.getByText("The order desk checks the order")).isVisible();
        kept(page, look + "-7-checked");

        process.complete(number, "userTask_checkOrder", Map.of("orderDecision", "approve"));
        process.run(number, "serviceTask_createCustomerAccount");
        process.run(number, "serviceTask_markReseller");
        var subscription = subscriptions.ofOrder(number).orElseThrow().number();
        process.run(subscription, "serviceTask_issueInvoice");
        process.run(subscription, "serviceTask_sendInvoice");
        page.reload();
        assertThat(page.getByText("is your customer. The account is open")).isVisible();
        assertThat(page.locator(".process-picture").first()).isVisible();
        kept(page, look + "-8-completed");
        page.navigate(address("/orders"));
        kept(page, look + "-9-list");
        assertThat(chromium.complaints())
                .filteredOn(complaint -> !complaint.contains("415")) // the refused file
                .isEmpty();
    }

    /** Keeps a picture, and makes sure nothing sticks out to the right. */
    private static void kept(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "look", "orders-" + name + ".png")));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out of " + name)
                .isTrue();
    }

    private Page loggedIn(int width, boolean scripts) {
        var parties = new TestParties(organisations, resellers);
        var reseller = parties.reseller();
        customer = parties.organisation("BRF Eken");
        resellers.link(reseller.id(), customer.id());
        var email = "u" + UUID.randomUUID() + "@example.org";
        var user = users.invite(email, "Anna Ek", "en");
        users.setPassword(user.id(), PASSWORD);
        users.join(user.id(), reseller.id(), Role.ADMIN);
        var page = chromium.window(width, scripts);
        page.navigate(address("/login"));
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button").first().click();
        return page;
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/pdf", content);
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
