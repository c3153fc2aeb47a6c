package io.partnerflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.TestSeats;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager looks where the time goes, at one case and at who comes how far: on a desk and on a phone in dark colours. */
@PartnerflowTest
class SteeringInBrowserTest {

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement orders;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    ProcessEngine engine;

    final Screenshots screenshots = new Screenshots("steering");
    final List<String> violations = new ArrayList<>();
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
    void aManagerFollowsANumberFromThePictureToTheCase() {
        var seats = new TestSeats(organisations, resellers, orders, engine);
        var reseller = seats.reseller();
        var order =
                seats.ordered(reseller, seats.customerOf(reseller), calendar.today(), Map.of("space-monitor-seat", 20));
        var page = loggedIn();

        page.navigate(address("/staff/figures/processes/order?days=7"));
        var steps = page.locator(".process-picture a[href*=startEvent_orderStarted]");
        assertThat(steps.count()).isPositive();
        steps.first().press("Enter");
        page.locator("nav.tabs a").last().click(); // took longest
        page.waitForURL("**list=longest**");
        assertThat(page.locator("tbody tr").count()).isPositive();

        page.navigate(address("/staff/history?search=" + order));
        page.locator("tbody a").first().click();
        assertThat(page.locator("h1").textContent()).isEqualTo(order);
        assertThat(page.locator(".case-moments li").count()).isGreaterThan(5);

        var paths = List.of(
                "/staff/figures/processes?days=7",
                "/staff/figures/processes/order?days=7&against=1",
                "/staff/figures/processes/order/steps/userTask_checkOrder?list=longest",
                "/staff/history?search=" + order,
                "/staff/history/" + order,
                "/staff/figures/funnel?unit=customers",
                "/staff/figures/funnel/list?unit=customers");
        paths.forEach(path -> look(page, path));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        paths.forEach(path -> look(page, path));
        assertThat(violations).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
    }

    private void look(Page page, String path) {
        page.navigate(address(path));
        screenshots.portal(page, path.replaceAll("[^a-z]+", "-"));
        violations.addAll(Accessibility.violations(page));
    }

    private Page loggedIn() {
        new Staff(identity).hire("fiona", "managers");
        var page = chromium.window(1280, true);
        page.navigate(address("/staff/login"));
        page.locator("input[name=username]").fill("fiona");
        page.locator("input[name=password]").fill(Staff.PASSWORD);
        page.locator("main button").first().click();
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + door.port() + path;
    }
}
