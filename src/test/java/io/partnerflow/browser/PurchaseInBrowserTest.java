package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.TestSeats;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Subscriptions;
import java.nio.file.Path;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A reseller creates subscriptions with nothing but a browser; each page is kept in {@code target/look}. */
@PartnerflowTest
class PurchaseInBrowserTest {

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
    OrderManagement orders;

    @Autowired
    ProcessEngine engine;

    @Autowired
    VendorCalendar calendar;

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

    @ParameterizedTest
    @CsvSource({"1280, true, wide", "390, true, narrow", "1280, false, plain"})
    void fromTheCustomerToTheRunningSubscription(int width, boolean scripts, String look) {
        var jobs = new TestSeats(organisations, resellers, orders, engine);
        var page = loggedIn(width, scripts, "seats");
        page.navigate(address("/customers/" + customer.id()));
        kept(page, look + "-1-customer");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Create subscription"))
                .click();
        kept(page, look + "-2-empty");
        var start = calendar.today().minusMonths(4);
        page.getByLabel("Start date").fill(start.toString());
        page.getByLabel("PO reference").fill("House 7, lobby");
        page.getByLabel("Air monitor seat").fill("10");
        page.getByLabel("Gateway seat").fill("1");
        page.getByLabel("3 years").check();
        if (!scripts) {
            press(page, "Show the price");
        }
        assertThat(page.locator("#estimate .much")).isVisible();
        kept(page, look + "-3-form");

        press(page, "Review purchase");
        assertThat(page.getByText("Nothing has been ordered yet")).isVisible();
        assertThat(page.getByText("2 periods in 4 lines")).isVisible();
        kept(page, look + "-4-review");
        press(page, "Confirm purchase");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Accept the terms");
        kept(page, look + "-5-terms");
        page.getByLabel("I accept the").check();
        press(page, "Confirm purchase");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("is confirmed as order");
        var number = page.url().replaceFirst(".*/", "");
        kept(page, look + "-6-order");

        jobs.runJobsOf(number);
        var subscription = subscriptions.ofOrder(number).orElseThrow().number();
        jobs.runJobsOf(subscription);
        page.reload();
        assertThat(page.getByText("is your customer. The account is open")).isVisible();
        kept(page, look + "-7-completed");
        page.navigate(address("/subscriptions/" + subscription));
        kept(page, look + "-8-subscription");
        page.navigate(address("/customers/" + customer.id()));
        assertThat(page.getByText("Create another subscription")).isVisible();
        kept(page, look + "-9-customer");
        assertThat(chromium.complaints())
                .filteredOn(complaint -> !complaint.contains("422")) // the terms that were not accepted
                .isEmpty();
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndWhatWasTypedStays() {
        var page = loggedIn(390, true, "seats");
        page.navigate(address("/customers/" + customer.id() + "/subscriptions/new"));
        page.getByLabel("Start date").fill(calendar.today().minusMonths(13).toString());
        page.getByLabel("Air monitor seat").fill("100001");
        page.getByLabel("PO reference").fill("House 7");
        press(page, "Review purchase");

        assertThat(page.locator("#startDate-problem")).containsText("too early");
        assertThat(page.locator("[id='quantity.air-monitor-seat-problem']")).containsText("at most 100,000");
        assertThat(page.locator("#termMonths-problem")).containsText("This is needed");
        assertThat(page.getByLabel("PO reference")).hasValue("House 7");
        kept(page, "narrow-wrong");
    }

    @Test
    void backAndASecondTabConfirmNothingTwice() {
        var page = loggedIn(1280, true, "hosting");
        page.navigate(address("/customers/" + customer.id() + "/subscriptions/new"));
        page.getByLabel("Virtual server").fill("2");
        press(page, "Review purchase");
        kept(page, "wide-hosting-review");
        var review = page.url();
        var second = chromium.tab(page);
        second.navigate(review);
        page.getByLabel("I accept the").check();
        press(page, "Confirm purchase");
        var order = page.url();

        second.getByLabel("I accept the").check();
        press(second, "Confirm purchase");
        assertThat(second.getByRole(AriaRole.STATUS)).containsText("was confirmed before");
        assertThat(second.url()).isEqualTo(order);
        page.goBack();
        page.reload();
        assertThat(page.url()).isEqualTo(order);
    }

    /** Keeps a picture, and makes sure nothing sticks out to the right. */
    private static void kept(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "look", "purchase-" + name + ".png")));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out of " + name)
                .isTrue();
    }

    private Page loggedIn(int width, boolean scripts, String programme) {
        var parties = new TestParties(organisations, resellers);
        var reseller = parties.resellerOf(programme, "20");
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
