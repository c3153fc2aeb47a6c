package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.TestPurchase;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.NewAccount;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A taken log-in address: the desk asks in the real Tasklist, the reseller answers on its page, the order goes on. */
@PartnerflowTest
class ProvisioningInBrowserTest {

    private static final String PASSWORD = "seven otters play chess";
    private static final String CREATE = "serviceTask_createCustomerAccount";
    private static final String CLARIFY = "userTask_clarifyProvisioning";

    @LocalServerPort
    int port;

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement management;

    @Autowired
    Accounts accounts;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    ProcessDriver process;

    final Screenshots screenshots = new Screenshots("provisioning");
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
    void theDeskAsksAndTheResellerNamesSomebodyElse() {
        var order = orderWhoseAddressIsTaken();

        deskAsks(order);
        var page = resellerAnswers(order);
        page.navigate(address("/pictures/" + order + "/provisioning"));
        process.run(order, "receiveTask_awaitResellerAnswer");
        process.run(order, CREATE);
        process.run(order, "serviceTask_markReseller");
        followsWithoutBeingLoadedAnew(page);

        page.navigate(address("/orders/" + order));
        assertThat(page.locator("#account")).containsText("already belongs to another customer");
        assertThat(page.getByText("Account ready").first()).isVisible();
        screenshots.portal(page, "ready");
        assertThat(accounts.find(order)).isPresent();
    }

    private void followsWithoutBeingLoadedAnew(Page page) {
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))"); // as when one comes back to the window
        var picture = page.locator("#picture");
        assertThat(picture.locator("[data-element=endEvent_accountProvisioned].done"))
                .isVisible();
        assertThat(picture.locator("g.waiting")).hasCount(0);
        assertThat(picture.locator("[aria-live]")).containsText("Something has changed");
        screenshots.portal(page, "picture-done");
    }

    /** The order's picture leads into the part that makes the account, and there it says who is waited for. */
    private void looksAtThePicture(Page page) {
        var picture = page.locator("#picture");
        assertThat(picture.locator("[data-element=callActivity_accountProvisioning]"))
                .isVisible();
        screenshots.portal(page, "picture-order");
        picture.locator("svg a[href$='/provisioning']").click();
        assertThat(picture.locator("g.receiveTask.waiting")).isVisible();
        assertThat(picture.locator("svg")).containsText("Waiting for you");
        assertThat(picture.locator("li[data-state=now]").first()).containsText("has a question about the account");
        assertThat(picture).not().containsText("order-desk");
        screenshots.portal(page, "picture-question");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        screenshots.portal(page, "picture-question-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void deskAsks(String order) {
        new Staff(identity).hire("olle", "order-desk");
        var page = chromium.window(1280, true);
        var staffDoor = "http://localhost:" + door.port();
        var tasklist = Tasklist.login(page, staffDoor, "olle", Staff.PASSWORD);
        tasklist.openLink(staffDoor, process.taskAt(order, CLARIFY).getId());
        assertThat(tasklist.fact("Step")).isEqualTo("Set up the account");
        assertThat(tasklist.fact("What the provisioning system says")).contains("belongs to one customer only");
        tasklist.choose("Ask the reseller");
        tasklist.fill("Question to the reseller", "Who shall log in first? The address is taken.");
        screenshots.staff(page, "task");
        tasklist.complete();
        page.navigate(staffDoor + "/staff/provisioning/" + order);
        assertThat(page.locator("table")).containsText("Set up the account");
        screenshots.staff(page, "tries");
        process.run(order, CLARIFY);
    }

    private Page resellerAnswers(String order) {
        var page = loggedIn();
        page.navigate(address("/orders/" + order));
        assertThat(page.locator("#account")).containsText("Who shall log in first? The address is taken.");
        screenshots.portal(page, "question");
        looksAtThePicture(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Answer the question"))
                .first()
                .click();
        page.getByLabel("Name").fill("Olof Ny");
        page.getByLabel("E-mail address").fill(TestIdentities.email("olof"));
        screenshots.portal(page, "answer");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the answer"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("We go on with order");
        return page;
    }

    private String orderWhoseAddressIsTaken() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("seats", "20");
        var customer = parties.customerOf(reseller);
        var stranger = parties.organisation();
        accounts.open(new NewAccount(
                "TEST-" + customer.id().toString().substring(0, 12),
                stranger.id(),
                stranger.name(),
                "Storgatan 2",
                List.of(new NamedEmail("", EmailAddress.of(customer.email()))),
                List.of()));
        var order = management.place(
                TestPurchase.ofSeats(reseller, customer, calendar.today())
                        .with("air-monitor-seat", 10)
                        .wanted(),
                OrderFields.API);
        process.runAll(order, "gateway_bothThere");
        process.run(order, CREATE);
        return order;
    }

    private Page loggedIn() {
        var email = TestIdentities.email("anna");
        var user = users.invite(email, "Anna Ek", "en");
        users.setPassword(user.id(), PASSWORD);
        users.join(user.id(), reseller.id(), Role.ADMIN);
        var page = chromium.window(1280, true);
        page.navigate(address("/login"));
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button").first().click();
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
