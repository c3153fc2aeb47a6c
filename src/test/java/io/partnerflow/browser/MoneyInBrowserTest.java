package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestSeats;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Subscriptions;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contracts and compensation as pictures, on a desk and on a phone. */
@PartnerflowTest
class MoneyInBrowserTest {

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
    Subscriptions subscriptions;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    @Autowired
    ProcessEngine engine;

    final Screenshots screenshots = new Screenshots("money");
    Chromium chromium;
    Party reseller;

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
    void aTermReadsAsALineOnADeskAndDownwardsOnAPhone() {
        var seats = new TestSeats(organisations, resellers, orders, engine);
        reseller = seats.reseller();
        var customer = seats.customerOf(reseller);
        var order = seats.ordered(reseller, customer, calendar.today().minusDays(20), Map.of("space-monitor-seat", 20));
        var number = subscriptions.ofOrder(order).orElseThrow().number();
        var page = loggedIn();

        page.navigate(address("/subscriptions"));
        assertThat(page.locator("tbody")).containsText(number);
        screenshots.portal(page, "subscriptions");
        page.navigate(address("/subscriptions/" + number));
        assertThat(page.locator(".term-lying")).isVisible();
        assertThat(page.locator(".term-standing")).isHidden();
        screenshots.portal(page, "subscription");
        page.setViewportSize(390, 844);
        assertThat(page.locator(".term-lying")).isHidden();
        assertThat(page.locator(".term-standing")).isVisible();
        page.setViewportSize(1280, 900);
        page.navigate(address("/orders?tab=all"));
        screenshots.portal(page, "orders");
        page.navigate(address("/invoices"));
        screenshots.portal(page, "invoices");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void theMonthsOfAYearStandBesideEachOther() {
        reseller = new TestSeats(organisations, resellers, orders, engine).reseller();
        var last = YearMonth.from(calendar.today()).minusMonths(1);
        for (var ago = 9; ago >= 0; ago--) {
            earned(last.minusMonths(ago), 1000 + 137 * (10 - ago) % 900, ago == 0 ? "SENT" : "ISSUED");
        }
        var page = loggedIn();

        page.navigate(address("/statements"));
        assertThat(page.locator(".chart-wide .billed")).hasCount(9);
        assertThat(page.locator(".chart-wide .open")).hasCount(1);
        assertThat(page.locator(".chart-narrow")).isHidden();
        screenshots.portal(page, "statements");
        page.locator("tbody a").first().click();
        assertThat(page.locator("ol.path li")).hasCount(5);
        screenshots.portal(page, "statement");
        assertThat(chromium.complaints()).isEmpty();
    }

    private void earned(YearMonth month, int amount, String status) {
        var sent = month.plusMonths(1).atDay(1);
        var earned = BigDecimal.valueOf(amount);
        database.sql("""
                        INSERT INTO compensation_statement (number, reseller_id, programme, policy_version, month, currency,
                            month_net, rate, carry_in, month_total, payable, carry_out, status, drawn_up_at, sent_on, dispute_until)
                        VALUES (?, ?, 'hosting', 1, ?, 'SEK', ?, 20, 0, ?, ?, 0, ?, now(), ?, ?)""")
                .params(
                        "ST-TEST-" + UUID.randomUUID().toString().substring(0, 8),
                        reseller.id(),
                        month.atDay(1),
                        earned.multiply(BigDecimal.valueOf(5)),
                        earned,
                        earned,
                        status,
                        sent,
                        sent.plusDays(7))
                .update();
    }

    private Page loggedIn() {
        var email = "u" + UUID.randomUUID() + "@example.org";
        var user = users.invite(email, "Anna Ek", "en");
        users.setPassword(user.id(), PASSWORD);
        users.join(user.id(), reseller.id(), Role.ADMIN);
        var page = chromium.window(1280, true);
        page.navigate(address("/login"));
        page.locator("[name=username]").fill(email);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("main button").first().click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
