package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.partnerflow.Staff;
import io.partnerflow.TestIdentities;
import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.web.StaffListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A deal from the application to the invoice, by clicks: a reseller and the vendor's staff in one browser. */
@OverTheYears
class S1BrowserTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    private static final String PASSWORD = "seven otters play chess";
    private static final Pattern ORDER = Pattern.compile("OR-\\d{4}-\\d{6}");

    @LocalServerPort
    int port;

    @Autowired
    StaffListener staffDoor;

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    IdentityService identity;

    final TestIdentities.Company company = TestIdentities.company();
    final TestIdentities.Company association = TestIdentities.company();
    final String anna = TestIdentities.email("anna");
    final Screenshots screenshots = new Screenshots();
    Chromium chromium;
    Page portal;
    Page staff;

    @BeforeEach
    void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        chromium = Chromium.start();
        time.begin(FIRST_DAY);
        deals.hireStaff();
        new Staff(identity).hire("mats", "managers");
        portal = chromium.window(1280, true);
        staff = chromium.tab(portal);
    }

    @AfterEach
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aDealGoesThroughWithBothSidesAtTheirScreens() throws IOException {
        applies();
        isReviewed();
        setsPassword();
        preparesCustomer();
        givesTrial();
        var order = starts();
        fillsIn(order);
        signs(order);
        agreementIsChecked();
        orderIsChecked();
        isTold(order);
        readsInvoice(order);
        assertThat(chromium.complaints())
                .filteredOn(complaint -> !complaint.contains("422")) // the wrong registration number, refused
                .isEmpty();
    }

    private void applies() {
        portal.navigate(portal("/"));
        screenshots.portal(portal, "start");
        link(portal, "Become a reseller").click();
        field("programme").selectOption("licence");
        field("organisationName").fill(company.name());
        field("registrationNumber").fill(company.number());
        field("addressLine1").fill("Sveavägen 44");
        field("postalCode").fill("111 34");
        field("city").fill("Stockholm");
        field("organisationEmail").fill(company.email());
        field("contactName").fill("Anna Ek");
        field("contactEmail").fill(anna);
        field("preconditionReference").fill("4711");
        field("motivation").fill("Our housing associations ask for it.");
        screenshots.portal(portal, "apply");
        send();
        assertThat(portal.locator(".figure")).containsText("RA-2026-");
        screenshots.portal(portal, "thanks");
    }

    private void isReviewed() {
        var petra = Tasklist.login(staff, staff(""), Deals.PARTNER_MANAGER, Staff.PASSWORD);
        screenshots.staff(staff, "staff-home");
        petra.open("Review application");
        assertThat(petra.fact("Applicant")).isEqualTo(company.name());
        assertThat(petra.fact("Automatic checks")).contains("right in form and check digit");
        petra.choose("Approve");
        petra.select("Tier", "Silver");
        screenshots.staff(staff, "tasklist-review");
        petra.complete();
        time.aMoment();
    }

    private void setsPassword() {
        logOutStaff();
        Tasklist.login(staff, staff(""), "mats", Staff.PASSWORD);
        link(staff, "Outbox").first().click();
        screenshots.staff(staff, "outbox");
        link(staff, "Your log-in for " + company.name()).click();
        var address = staff.frameLocator("iframe")
                .locator("a[href*='/password/']")
                .first()
                .getAttribute("href");
        screenshots.staff(staff, "letter");
        portal.navigate(portal(URI.create(address).getPath()));
        screenshots.portal(portal, "password");
        field("password").fill(PASSWORD);
        field("repeated").fill(PASSWORD);
        button(portal, "Set the password").click();
        portal.getByLabel("E-mail").fill(anna);
        portal.getByLabel("Password").fill(PASSWORD);
        button(portal, "Log in").click();
        portal.waitForURL("**/home*");
        portal.navigate("http://localhost:" + port + "/customers");
        screenshots.portal(portal, "customers-none");
    }

    private void preparesCustomer() {
        link(portal, "New customer").first().click();
        field("customerName").fill("Brf Linden");
        field("registrationNumber").fill("556012-5791");
        field("addressLine1").fill("Lindvägen 2");
        field("postalCode").fill("118 20");
        field("city").fill("Stockholm");
        field("email").fill(association.email());
        send();
        assertThat(portal.getByRole(AriaRole.ALERT)).containsText("registration number");
        screenshots.portal(portal, "customer-refused");
        field("registrationNumber").fill(association.number());
        send();
        assertThat(portal.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Brf Linden")))
                .isVisible();
        screenshots.portal(portal, "customer");
    }

    private void givesTrial() {
        portal.navigate(portal("/customers"));
        screenshots.portal(portal, "customers-prepared");
        link(portal, "New trial for Brf Linden").click();
        field("customerType").selectOption("housing-association");
        field("users").fill("Chair <%s>\n%s".formatted(TestIdentities.email("chair"), TestIdentities.email("board")));
        screenshots.portal(portal, "trial-form");
        send();
        portal.waitForURL("**/trials/TR-*");
        time.aMoment();
        portal.reload();
        screenshots.portal(portal, "trial");
    }

    /** @return the order's number */
    private String starts() {
        portal.navigate(portal("/customers?tab=trials"));
        screenshots.portal(portal, "customers-trials");
        link(portal, "Start order for Brf Linden").click();
        field("product").selectOption("planning-licence");
        field("quantity").fill("10");
        field("termMonths").selectOption("12");
        field("signatoryName").fill("Sigrid Sten");
        field("signatoryEmail").fill(TestIdentities.email("sigrid"));
        screenshots.portal(portal, "order-start");
        send();
        portal.waitForURL("**/orders/OR-*");
        time.aMoment();
        portal.reload();
        screenshots.portal(portal, "order-begun");
        var order = ORDER.matcher(portal.url());
        assertThat(order.find()).isTrue();
        return order.group();
    }

    private void fillsIn(String order) {
        portal.navigate(portal("/forms/order/" + order));
        field("startDate").fill(FIRST_DAY.toString());
        field("poReference").fill("PO 4711");
        portal.getByLabel("I accept the terms").check();
        screenshots.portal(portal, "order-form");
        send();
        portal.waitForURL("**/orders/" + order);
        screenshots.portal(portal, "order-page");
    }

    private void signs(String order) throws IOException {
        var paper = download(portal.locator("a[href$='agreement.pdf']").first());
        portal.locator("#file")
                .setInputFiles(new FilePayload("signed.pdf", "application/pdf", Files.readAllBytes(paper.path())));
        portal.locator("form:has(#file) button").first().click();
        assertThat(portal.getByRole(AriaRole.STATUS)).isVisible();
        time.aMoment();
        portal.navigate(portal("/orders/" + order));
        screenshots.portal(portal, "order-signed");
    }

    private void agreementIsChecked() {
        logOutStaff();
        var carla = Tasklist.login(staff, staff(""), Deals.CONTRACT_CLERK, Staff.PASSWORD);
        carla.open("Check signed agreement");
        carla.choose("Accept");
        screenshots.staff(staff, "tasklist-agreement");
        carla.complete();
        time.aMoment();
    }

    private void orderIsChecked() {
        logOutStaff();
        var olle = Tasklist.login(staff, staff(""), Deals.ORDER_CLERK, Staff.PASSWORD);
        olle.open("Check order");
        assertThat(olle.fact("Purchase-order reference")).isEqualTo("PO 4711");
        olle.choose("Approve");
        screenshots.staff(staff, "tasklist-order");
        olle.complete();
        time.aMoment();
    }

    private void isTold(String order) {
        portal.navigate(portal("/orders/" + order));
        assertThat(portal.locator("main")).containsText("Completed");
        screenshots.portal(portal, "order-completed");
        portal.navigate(portal("/customers?tab=customers"));
        assertThat(portal.locator("main")).containsText("Brf Linden");
        assertThat(portal.locator(".figures")).containsText("49,500.00");
        screenshots.portal(portal, "customers");
        portal.navigate(portal("/orders/" + order));
        link(portal, "Open the contract").click();
        assertThat(portal.locator("main")).containsText("39,600.00");
        screenshots.portal(portal, "contract");
    }

    private void readsInvoice(String order) throws IOException {
        link(portal, "Invoices").first().click();
        screenshots.portal(portal, "invoices");
        link(portal, "IN-2026-").first().click();
        screenshots.portal(portal, "invoice");
        var invoice = download(portal.locator("a[href$='.pdf']").first());
        try (var pdf = Loader.loadPDF(Files.readAllBytes(invoice.path()))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(order, "PO 4711", company.name(), "39,600.00");
        }
    }

    private Download download(Locator link) {
        return portal.waitForDownload(link::click);
    }

    private void logOutStaff() {
        staff.navigate(staff("/staff"));
        button(staff, "Log out").first().click();
        staff.waitForURL("**/staff/login*");
    }

    private Locator field(String name) {
        return portal.locator("form.form [name=%s]".formatted(name));
    }

    private void send() {
        portal.locator("form.form button.primary[type=submit]").click();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private String portal(String path) {
        return "http://localhost:" + port + path;
    }

    private String staff(String path) {
        return "http://localhost:" + staffDoor.port() + path;
    }
}
