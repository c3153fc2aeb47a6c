package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestSeats;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.devices.DeviceCounts;
import io.partnerflow.devices.ReportedCount;
import io.partnerflow.devices.SeatCoverages;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** seats and devices as a reseller sees them. */
@PartnerflowTest
class CoverageInBrowserTest {

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
    OrderManagement orders;

    @Autowired
    DeviceCounts counts;

    @Autowired
    SeatCoverages coverages;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    ProcessEngine engine;

    final Screenshots screenshots = new Screenshots();
    Chromium chromium;
    TestSeats seats;
    Party reseller;
    Party customer;

    @BeforeEach
    void start() {
        chromium = Chromium.start();
        seats = new TestSeats(organisations, resellers, orders, engine);
        reseller = seats.reseller();
        customer = seats.customerOf(reseller);
    }

    @AfterEach
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void theCustomersPageSaysWhatIsMissingAndWhatHappens() {
        seats.ordered(
                reseller,
                customer,
                calendar.today(),
                Map.of("air-monitor-seat", 10, "space-monitor-seat", 40, "gateway-seat", 2));
        count(12, 38);
        var page = page();

        page.navigate(address("/customers/" + customer.id()));

        var missing = page.locator("#missing-seats");
        assertThat(missing).containsText("2 seats are missing");
        assertThat(missing).containsText("Air monitor: 12 devices, 10 seats, so 2 seats are missing.");
        assertThat(missing).containsText("Add them before");
        assertThat(missing.getByRole(AriaRole.LINK).first()).containsText("Add seats");
        assertThat(page.locator("table.coverage tbody tr")).hasCount(3);
        screenshots.portal(page, "coverage-missing");

        limit();
        page.reload();
        assertThat(missing).containsText("The account is on the limited plan because seats are missing");
        assertThat(page.locator(".page-head")).containsText("Limited plan Seats are missing");
        screenshots.portal(page, "coverage-limited");

        page.navigate(address("/customers"));
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Seats missing").setExact(true))
                .click();
        assertThat(page.locator("tbody")).containsText(customer.name());
        assertThat(page.locator("tbody")).containsText("Limited plan Seats are missing");
        screenshots.portal(page, "coverage-list");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Devices without a seat"))
                .click();
        assertThat(page.getByText("Nobody here")).isVisible();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aCustomerWithoutASubscriptionShowsItsDevices() {
        count(3, 0);
        var page = page();

        page.navigate(address("/customers/" + customer.id()));

        assertThat(page.locator("#missing-seats")).containsText("3 devices, no seats, so 3 seats are missing");
        assertThat(page.locator("#missing-seats").getByRole(AriaRole.LINK)).containsText("Create subscription");
        screenshots.portal(page, "coverage-no-subscription");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void enoughSeatsNeedNoWords() {
        seats.ordered(reseller, customer, calendar.today(), Map.of("air-monitor-seat", 10));
        var page = page();

        page.navigate(address("/customers/" + customer.id()));

        assertThat(page.locator("#missing-seats")).hasCount(0);
        assertThat(page.getByText("No deployed devices have been counted yet")).isVisible();
    }

    private void count(int airMonitors, int spaceMonitors) {
        counts.report(
                reseller.id(),
                customer.id(),
                List.of(
                        new ReportedCount("air-monitor", airMonitors),
                        new ReportedCount("space-monitor", spaceMonitors)),
                calendar.now().minusSeconds(60),
                "the platform");
    }

    private void limit() {
        var shortage = coverages.of(customer.id()).shortage().number();
        var process = new ProcessDriver(engine);
        process.fire(shortage, "event_graceEnd");
        process.run(shortage, "serviceTask_limitAccount");
    }

    /** A window in which a user of the reseller is logged in. */
    private Page page() {
        var email = TestIdentities.email("anna");
        var user = users.invite(email, "Anna Ek", "en");
        users.setPassword(user.id(), PASSWORD);
        users.join(user.id(), reseller.id(), Role.ORDER);
        var page = chromium.window(1280, true);
        page.navigate(address("/login"));
        page.locator("[name=username]").fill(email);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit], main button").first().click();
        assertThat(page.url()).doesNotContain("error");
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
