package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.TestParties;
import io.partnerflow.TestWorkplace;
import io.partnerflow.mail.Outbox;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shipping.ShipmentStatus;
import io.partnerflow.shipping.Shipments;
import io.partnerflow.web.StaffListener;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the task in Tasklist over the shipping page to the customer's link, in a real browser. */
@PartnerflowTest
class DeliveryInBrowserTest {

    private static final Pattern LINK = Pattern.compile("/link/receipt/[A-Za-z0-9_-]+");

    @LocalServerPort
    int port;

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
    Shipments shipments;

    @Autowired
    Outbox outbox;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    ProcessEngine engine;

    final Screenshots screenshots = new Screenshots();
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
    void theDeskShipsAndTheCustomerConfirms() {
        var order = delivering();
        new Staff(identity).hire("lena-b", "logistics");
        var page = chromium.window(1280, true);
        var tasks = Tasklist.login(page, "http://localhost:" + door.port(), "lena-b", Staff.PASSWORD);
        page.navigate("http://localhost:" + door.port() + "/go/task/" + taskOf(order));
        page.locator(".fjs-form").waitFor();
        assertThat(tasks.fact("Still to be sent")).contains("2 × Laptop 14 inch");
        screenshots.staff(page, "ship-devices");
        page.locator("button.claim, .claim")
                .filter(new Locator.FilterOptions().setHasText("Claim"))
                .first()
                .click();
        page.getByText("Open the shipping page").click(); // the form is shut until somebody has claimed the task

        page.getByLabel("Laptop 14 inch: 2 to send").fill("BRW-" + order + "-1\nBRW-" + order + "-1");
        page.getByLabel("Monitor 27 inch: 1 to send").fill("BRW-" + order + "-3");
        page.getByLabel("Carrier").selectOption("dhl");
        page.getByLabel("Tracking number").fill("BR" + order);
        button(page, "Send these pieces");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("stands in line 1 already");
        screenshots.staff(page, "shipping-refused");
        page.getByLabel("Laptop 14 inch: 2 to send").fill("BRW-" + order + "-1\nBRW-" + order + "-2");
        button(page, "Send these pieces");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("is on its way");
        screenshots.staff(page, "shipping-sent");

        var phone = chromium.window(390, false); // the link works without JavaScript
        phone.navigate("http://localhost:" + port + linkIn(order));
        screenshots.staff(phone, "receipt-link");
        button(phone, "Confirm receipt");
        assertThat(phone.getByText("Thank you, that is noted.")).isVisible();
        assertThat(shipments.ofOrder(order)).allMatch(one -> one.status() == ShipmentStatus.RECEIVED);
        button(phone, "Report damage");
        assertThat(phone.getByRole(AriaRole.ALERT)).containsText("Say which device is broken.");
        assertThat(phone.getByLabel("What is broken")).hasAccessibleDescription("▲ Say what is broken.");
        screenshots.staff(phone, "receipt-damage-refused");
        phone.getByLabel("Which device").selectOption("BRW-" + order + "-2");
        phone.getByLabel("What is broken").fill("The lid is bent.");
        button(phone, "Report damage");
        assertThat(phone.getByText("Being decided")).isVisible();
        screenshots.staff(phone, "receipt-damage");
    }

    private String delivering() {
        var parties = new TestParties(organisations, resellers);
        var reseller = parties.resellerOf("workplace", "0");
        var customer = parties.customerOf(reseller);
        var order = orders.place(TestWorkplace.bundle(reseller, customer, calendar.today()), OrderFields.FORM);
        engine.getRuntimeService().startProcessInstanceByKey("delivery", order);
        return order;
    }

    private String taskOf(String order) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(order)
                .taskDefinitionKey("userTask_shipDevices")
                .singleResult()
                .getId();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private String linkIn(String order) {
        return outbox.about(order).stream()
                .filter(letter -> letter.template().equals("shipment-sent"))
                .map(letter -> LINK.matcher(letter.html()))
                .filter(found -> found.find())
                .map(found -> found.group())
                .findFirst()
                .orElseThrow();
    }
}
