package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.TestSeats;
import io.partnerflow.devices.SeatCoverages;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The order desk grants an exception in the real Tasklist (AA-12). */
@PartnerflowTest
class SeatExceptionInBrowserTest {

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
    SeatCoverages coverages;

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
    void theOrderDeskStartsItWithAForm() {
        new Staff(identity).hire("olle", "order-desk");
        var seats = new TestSeats(organisations, resellers, orders, engine);
        var customer = seats.customerOf(seats.reseller());
        var page = chromium.window(1280, true);
        Tasklist.login(page, "http://localhost:" + door.port(), "olle", Staff.PASSWORD)
                .startForm("Seat exception");

        fill(page, "Registration number of the customer", "556000-0000");
        fill(page, "Country", "SE");
        fill(page, "Reason", "The installer is late");
        var until = calendar.today().plusDays(30);
        var day = page.locator(".fjs-form .flatpickr-input, .fjs-form .fjs-form-field-datetime input")
                .first();
        day.fill(DateTimeFormatter.ofPattern("MM/dd/yyyy").format(until));
        day.press("Enter");
        screenshots.staff(page, "seat-exception");
        press(page, false);
        assertThat(page.getByText("There is no organisation with the registration number 556000-0000"))
                .isVisible();
        screenshots.staff(page, "seat-exception-refused");
        fill(page, "Registration number of the customer", customer.registrationNumber());
        press(page, true);

        assertThat(coverages.of(customer.id()).excusedUntil()).isEqualTo(until);
    }

    private static void fill(Page page, String label, String text) {
        var field = page.locator(".fjs-form").getByLabel(label, new Locator.GetByLabelOptions().setExact(false));
        field.first().fill(text);
    }

    private static void press(Page page, boolean accepted) {
        page.waitForResponse(
                answer -> answer.url().contains("submit-form") && (answer.status() < 400) == accepted,
                () -> page.locator(".modal-footer")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start"))
                        .click());
    }
}
