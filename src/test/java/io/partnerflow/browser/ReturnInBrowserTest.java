package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.TestParties;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.returns.RentedDevices;
import io.partnerflow.returns.ReturnedDevice.End;
import io.partnerflow.returns.Returns;
import io.partnerflow.returns.WantedReturn;
import io.partnerflow.subscriptions.Rentals;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.web.StaffListener;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The logistics desk takes a device in, looks at it, wipes it and says what becomes of it, in a real browser. */
@PartnerflowTest
class ReturnInBrowserTest {

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Rentals rentals;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Inventory inventory;

    @Autowired
    Returns returns;

    @Autowired
    ProcessDriver process;

    final Screenshots screenshots = new Screenshots("return");
    Chromium chromium;
    String number;
    List<String> serials;

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
    void aDeviceIsReceivedInspectedWipedAndRefurbished() throws IOException {
        announced();
        new Staff(identity).hire("lena-r", "logistics");
        var page = chromium.window(1280, true);
        var tasks = Tasklist.login(page, "http://localhost:" + door.port(), "lena-r", Staff.PASSWORD);
        fromItsTask(page, tasks);

        page.getByLabel("Serial numbers").fill(serials.get(0).toLowerCase() + "\nNOT-OURS-9\n#?!");
        button(page, "Take in");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("One device has arrived: " + serials.get(0));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("NOT-OURS-9: we have no such device");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Line 3 is no serial number: #?!");
        screenshots.portal(page, "received");

        page.locator("#devices").getByText(serials.get(0)).click();
        inspect(page);
        page.locator("#devices").getByText(serials.get(0)).click();
        wipe(page, "nist-purge-crypto", "Failed");
        assertThat(page.getByText("0 of 1 media are done.")).isVisible();
        wipe(page, "nist-clear", "Passed");
        screenshots.portal(page, "wiped");
        button(page, "Refurbish");

        assertThat(page.locator("#devices")).containsText("refurbished");
        screenshots.portal(page, "ended");
        assertThat(returns.get(number).device(1).orElseThrow().endedAs()).isEqualTo(End.REFURBISHED);
        assertThat(chromium.complaints())
                .as("only the page that was refused on purpose")
                .allMatch(one -> one.contains("422"));
    }

    private void announced() {
        var parties = new TestParties(organisations, resellers);
        var reseller = parties.resellerOf("workplace", "0");
        var contract = rentals.begin(reseller, parties.customerOf(reseller), 36);
        serials = new RentedDevices(inventory).inUse(subscriptions.get(contract), "laptop-14", "smartphone");
        number = returns.request(
                reseller.id(),
                new WantedReturn(contract, serials, "The screen flickers.", null, "maria@reseller.example"));
        process.run(number, "serviceTask_announceReturn");
        process.run(number, "serviceTask_chargeFindings");
    }

    private void fromItsTask(Page page, Tasklist tasks) {
        page.navigate("http://localhost:" + door.port() + "/go/task/"
                + process.taskAt(number, "userTask_receiveDevices").getId());
        page.locator(".fjs-form").waitFor();
        assertThat(tasks.fact("Still missing")).contains(serials.get(0), serials.get(1));
        screenshots.staff(page, "task");
        page.locator("button.claim, .claim")
                .filter(new Locator.FilterOptions().setHasText("Claim"))
                .first()
                .click();
        page.getByText("Open the return").click(); // the form is shut until somebody has claimed the task
    }

    private void inspect(Page page) throws IOException {
        page.getByLabel("Small damage").check();
        page.getByLabel("Parts are missing").check();
        page.getByLabel("What is wrong").fill("A scratch on the lid.");
        page.locator("#inspection button").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Damage needs a photo");
        assertThat(page.getByLabel("What is wrong")).hasValue("A scratch on the lid.");
        assertThat(page.getByLabel("Parts are missing")).isChecked();
        screenshots.portal(page, "inspection-refused");
        page.getByLabel("Photo").setInputFiles(new FilePayload("lid.png", "image/png", png()));
        page.locator("#inspection button").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Done.");
        assertThat(page.locator("#devices")).containsText("parts missing");
    }

    private static void wipe(Page page, String method, String result) {
        var form = page.locator("#wipe");
        form.getByLabel("Serial number of the medium").fill("SSD-0815");
        form.getByLabel("Method").selectOption(method);
        form.getByLabel("Tool").fill("Blancco Drive Eraser");
        form.getByLabel("Version").fill("7.9");
        form.getByLabel(result).check();
        form.locator("button").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Done.");
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static byte[] png() throws IOException {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        }
    }
}
