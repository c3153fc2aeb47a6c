package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.partnerflow.Staff;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.TestOffers;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.debits.Debits;
import io.partnerflow.offers.WantedOffer.Line;
import io.partnerflow.offers.WantedOffer.Service;
import io.partnerflow.parties.Party;
import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.scenarios.RentalDeals;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.web.StaffListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bundle for rent, by clicks: the reseller in the portal, its customer on links, five desks in Tasklist. */
@OverTheYears
class WorkplaceInBrowserTest {

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
    RentalDeals rentals;

    @Autowired
    Users users;

    @Autowired
    Debits debits;

    @Autowired
    JdbcClient database;

    Screenshots screenshots;
    Chromium chromium;
    Page portal;
    Page staff;
    Page links;
    Party reseller;
    Party customer;
    TestLetters letters;
    boolean somebodyIsAtTheDesk;

    @BeforeEach
    void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        chromium = Chromium.start();
        letters = new TestLetters(database);
        time.begin(FIRST_DAY);
        forgetEarlierDebits();
        deals.hireStaff();
        reseller = deals.resellerOf("workplace", "0");
        portal = chromium.window(1280, true);
        staff = chromium.window(1280, true);
        links = chromium.window(1280, true);
    }

    @AfterEach
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aRentalGoesThroughWithEverybodyAtTheirScreens() throws IOException {
        screenshots = new Screenshots("workplace");
        customer = rentals.customerNamed("Young", reseller);
        logIn();
        var order = accepts(rentals.offer(bundle()));
        uploads(order, true);
        pageMissingIsSeen(order);
        uploads(order, false);
        agreementIsAccepted();
        creditIsDecided(order);
        partsLeave(order);
        partsArrive(order);
        damageIsReported(order);
        damageIsDecided(order);
        debitIsCollected(order);
        originalIsMissing(order);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aNoIsTurnedByADeposit() {
        screenshots = new Screenshots("declined");
        customer = rentals.customerNamed("Weak", reseller);
        logIn();
        var order = rentals.accepted(rentals.offer(bundle()));
        deals.sendsScan(order);
        offersDeposit(order);
        depositIsRefused(order);
        endsForNewOffer(order);
        assertThat(chromium.complaints()).isEmpty();
    }

    private TestOffers bundle() {
        return TestOffers.of(reseller, customer)
                .of(List.of(new Line("laptop-14", 6), new Line("office-suite", 6)))
                .with(List.of(new Service("Set-up on site", 1, null, new BigDecimal("450.00"))));
    }

    private void logIn() {
        var email = TestIdentities.email("anna");
        var anna = users.invite(email, "Anna Ek", "en");
        users.setPassword(anna.id(), PASSWORD);
        users.join(anna.id(), reseller.id(), Role.ADMIN);
        portal.navigate(portal("/login"));
        portal.getByLabel("E-mail").fill(email);
        portal.getByLabel("Password").fill(PASSWORD);
        button(portal, "Log in").click();
        portal.waitForURL("**/home*");
        portal.navigate("http://localhost:" + port + "/customers");
    }

    /** @return number of the order */
    private String accepts(String offer) {
        links.navigate(portal("/link/offer/" + letters.secret(customer.email(), "offer-sent", "/link/offer/")));
        links.locator("#name").fill("Sigrid Sten");
        links.locator("#email").fill(TestIdentities.email("sigrid"));
        links.locator("#accountHolder").fill(customer.name());
        links.locator("#iban").fill("DE89 3704 0044 0532 0130 00");
        links.locator("#terms").check();
        screenshots.portal(links, "offer-link");
        button(links, "Accept the offer").click();
        assertThat(links.getByRole(AriaRole.STATUS).first()).containsText("accepted");
        screenshots.portal(links, "offer-accepted");
        var order = ORDER.matcher(links.locator("main").innerText());
        assertThat(order.find()).isTrue();
        time.aMoment();
        portal.navigate(portal("/offers/" + offer));
        screenshots.portal(portal, "reseller-offer");
        link(portal, "Open the order").first().click();
        portal.waitForURL("**/orders/" + order.group());
        seesOrder(order.group(), "order-to-sign");
        return order.group();
    }

    private void uploads(String order, boolean withoutLastPage) throws IOException {
        portal.navigate(portal("/orders/" + order));
        var paper = portal.waitForDownload(
                () -> portal.locator("a[href$='agreement.pdf']").first().click());
        var signed = Files.readAllBytes(paper.path());
        portal.locator("#file")
                .setInputFiles(
                        new FilePayload("signed.pdf", "application/pdf", withoutLastPage ? shortened(signed) : signed));
        portal.locator("form:has(#file) button").first().click();
        assertThat(portal.getByRole(AriaRole.STATUS)).isVisible();
        time.aMoment();
        seesOrder(order, withoutLastPage ? "order-uploaded" : "order-uploaded-again");
    }

    private static byte[] shortened(byte[] paper) throws IOException {
        try (var pdf = Loader.loadPDF(paper);
                var out = new ByteArrayOutputStream()) {
            pdf.removePage(pdf.getNumberOfPages() - 1);
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private void pageMissingIsSeen(String order) {
        var carla = atDesk(Deals.CONTRACT_CLERK);
        carla.open("Check signed agreement");
        assertThat(carla.fact("Compared with the agreement we sent")).containsIgnoringCase("missing");
        carla.choose("Return for a new signature");
        carla.write("What must be put right", "The last page is missing.");
        screenshots.staff(staff, "tasklist-agreement-differs");
        carla.complete();
        time.aMoment();
        seesOrder(order, "order-returned");
        assertThat(portal.locator("#agreement")).containsText("The last page is missing.");
    }

    private void agreementIsAccepted() {
        var carla = atDesk(Deals.CONTRACT_CLERK);
        carla.open("Check signed agreement");
        carla.choose("Accept");
        screenshots.staff(staff, "tasklist-agreement");
        carla.complete();
        time.aMoment();
    }

    private void creditIsDecided(String order) {
        seesOrder(order, "order-credit-with-person");
        assertThat(portal.locator("#credit")).containsText("With a person");
        var klara = atDesk(Deals.CREDIT_CLERK);
        klara.open("Decide credit");
        assertThat(klara.fact("Customer")).contains(customer.name());
        screenshots.staff(staff, "tasklist-credit");
        klara.choose("Approve");
        klara.write("Limit", "20000");
        klara.write("Reason", "Young, but its owner is known for years.");
        screenshots.staff(staff, "tasklist-credit-approved");
        klara.complete();
        time.aMoment();
        seesOrder(order, "order-to-deliver");
        assertThat(portal.locator("#credit")).containsText("Passed");
    }

    private void partsLeave(String order) {
        var lena = atDesk(Deals.LOGISTICS_CLERK);
        lena.look("Ship devices");
        assertThat(lena.fact("Still to be sent")).contains("6 × Laptop 14 inch");
        screenshots.staff(staff, "tasklist-ship");
        staff.getByText("Open the shipping page").click();
        ships(order, 1, 4);
        screenshots.staff(staff, "shipping-part");
        time.aMoment();
        seesOrder(order, "order-part-on-its-way");
        staff.reload();
        ships(order, 5, 6);
        screenshots.staff(staff, "shipping-all");
        time.aMoment();
        seesOrder(order, "order-on-its-way");
    }

    private void ships(String order, int first, int last) {
        var serials = new StringBuilder();
        for (var number = first; number <= last; number++) {
            serials.append(serial(order, number)).append('\n');
        }
        staff.getByLabel("Laptop 14 inch:").fill(serials.toString());
        staff.getByLabel("Carrier").selectOption("dhl");
        staff.getByLabel("Tracking number").fill("JD" + order.replace("-", "") + first);
        button(staff, "Send these pieces").click();
        assertThat(staff.getByRole(AriaRole.STATUS)).containsText("is on its way");
    }

    private static String serial(String order, int number) {
        return "WP-%s-%d".formatted(order, number);
    }

    private void partsArrive(String order) {
        var names = portal.locator("#delivery a[href^='/shipments/']").allInnerTexts();
        assertThat(names).hasSize(2);
        for (var name : names) {
            portal.navigate(portal("/shipments/" + name));
            screenshots.portal(portal, "shipment");
            button(portal, "Confirm receipt").click();
            assertThat(portal.getByRole(AriaRole.STATUS)).isVisible();
        }
        screenshots.portal(portal, "shipment-confirmed");
        time.aMoment();
        seesOrder(order, "order-completed");
        assertThat(portal.locator("main")).containsText("Completed");
        link(portal, "Open the contract").click();
        screenshots.portal(portal, "contract");
        portal.navigate(portal("/devices"));
        screenshots.portal(portal, "devices");
    }

    private void damageIsReported(String order) {
        var secret = letters.secret(customer.email(), "shipment-sent", "/link/receipt/");
        links.navigate(portal("/link/receipt/" + secret));
        links.getByLabel("Which device").selectOption(serial(order, 5));
        links.getByLabel("What is broken").fill("The lid is bent and the screen stays black.");
        screenshots.portal(links, "receipt-link");
        button(links, "Report damage").click();
        assertThat(links.getByText("Being decided")).isVisible();
        screenshots.portal(links, "receipt-damage");
        time.aMoment();
    }

    private void damageIsDecided(String order) {
        var lena = atDesk(Deals.LOGISTICS_CLERK);
        lena.open("Decide damage");
        assertThat(lena.fact("Serial number")).isEqualTo(serial(order, 5));
        lena.choose("Replace: a new piece is sent, this one comes back");
        screenshots.staff(staff, "tasklist-damage");
        lena.complete();
        time.aMoment();
        staff.navigate(staff("/staff"));
        lena.look("Ship replacement");
        screenshots.staff(staff, "tasklist-replacement");
        staff.getByText("Open the shipping page").click();
        ships(order, 7, 7);
        screenshots.staff(staff, "shipping-replacement");
        time.aMoment();
        links.reload();
        screenshots.portal(links, "receipt-replaced");
    }

    private void debitIsCollected(String order) {
        time.until(debits.ofOrder(order).orElseThrow().debits().get(0).collectionDay());
        var bengt = atDesk(Deals.BILLING_CLERK);
        bengt.open("Release debit file");
        assertThat(bengt.fact("Debits")).isNotBlank();
        bengt.choose("Release: write the file for the bank");
        screenshots.staff(staff, "tasklist-release-debits");
        bengt.complete();
        time.aMoment();
        staff.navigate(staff("/staff"));
        bengt.open("Confirm collection");
        var file = staff.waitForDownload(
                () -> staff.getByText("File for the bank").first().click());
        assertThat(file.suggestedFilename()).endsWith(".xml");
        bengt.choose("Credited: the money is there");
        screenshots.staff(staff, "tasklist-confirm-collection");
        bengt.complete();
        time.aMoment();
        staff.navigate(staff("/staff/debits"));
        screenshots.staff(staff, "debits");
        link(staff, "DD-").first().click();
        assertThat(staff.locator("main")).containsText(customer.name());
        screenshots.staff(staff, "debit-file");
        portal.navigate(portal("/orders/" + order));
        link(portal, "Open the contract").click();
        screenshots.portal(portal, "contract-collected");
    }

    private void originalIsMissing(String order) {
        time.until(FIRST_DAY.plusDays(23));
        seesOrder(order, "order-original-missing");
        var carla = atDesk(Deals.CONTRACT_CLERK);
        carla.open("See to missing original");
        assertThat(carla.fact("Who signed")).isNotBlank();
        carla.choose("Do without it");
        carla.write("Why it is not needed", "The board has confirmed by letter.");
        screenshots.staff(staff, "tasklist-original");
        carla.complete();
        time.aMoment();
        seesOrder(order, "order-original-waived");
    }

    private void offersDeposit(String order) {
        seesOrder(order, "order-alternatives");
        assertThat(portal.locator("#credit")).containsText("Not possible like this");
        link(portal, "Choose another way").first().click();
        portal.locator("#amount").fill("3000");
        screenshots.portal(portal, "alternatives");
        button(portal, "Offer the deposit").click();
        assertThat(portal.getByRole(AriaRole.STATUS)).containsText("looks at the deposit");
        time.aMoment();
        seesOrder(order, "order-deposit-with-person");
    }

    private void depositIsRefused(String order) {
        var klara = atDesk(Deals.CREDIT_CLERK);
        klara.open("Decide credit");
        assertThat(klara.fact("Security offered")).contains("3,000.00");
        klara.choose("Decline");
        klara.write("Reason", "Three thousand do not cover it.");
        screenshots.staff(staff, "tasklist-deposit");
        klara.complete();
        time.aMoment();
        seesOrder(order, "order-alternatives-again");
    }

    private void endsForNewOffer(String order) {
        link(portal, "Choose another way").first().click();
        button(portal, "End this order for a new offer").click();
        assertThat(portal.getByRole(AriaRole.STATUS)).containsText("ends");
        time.aMoment();
        seesOrder(order, "order-declined");
        button(portal, "Offer something else").click();
        portal.waitForURL("**/offers/**");
        screenshots.portal(portal, "new-offer");
    }

    /** What the reseller reads of its order: words for people, and nothing of what the decision rests on (WA-3). */
    private void seesOrder(String order, String look) {
        portal.navigate(portal("/orders/" + order));

        screenshots.portal(portal, look);
        assertThat(portal.locator("main").innerText())
                .doesNotContain("??", "Task_", "Event_", "score", "class B", "class D", "50,000", "10,000");
    }

    private void forgetEarlierDebits() {
        database.sql("""
                        UPDATE debit SET status = 'CANCELLED', reason = 'contract-ended', ended_on = announced_on
                        WHERE status IN ('ANNOUNCED', 'RETRYING')""").update();
    }

    private Tasklist atDesk(String person) {
        if (somebodyIsAtTheDesk) {
            staff.navigate(staff("/staff"));
            button(staff, "Log out").first().click();
            staff.waitForURL("**/staff/login*");
        }
        somebodyIsAtTheDesk = true;
        return Tasklist.login(staff, staff(""), person, Staff.PASSWORD);
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
