package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestLetters;
import io.partnerflow.TestParties;
import io.partnerflow.TestWorkplace;
import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.agreements.AgreementStatus;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.VendorCalendar;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer signs the rental contract on its telephone; each page is kept in {@code target/look}. */
@PartnerflowTest
class SigningInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement orders;

    @Autowired
    AgreementManagement agreements;

    @Autowired
    Mandates mandates;

    @Autowired
    ProcessDriver process;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

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

    @ParameterizedTest
    @CsvSource({"390, true, narrow", "1280, false, plain"})
    void readsSignsAndIsDone(int width, boolean scripts, String look) {
        var parties = new TestParties(organisations, resellers);
        var reseller = parties.resellerOf("workplace", "0");
        var customer = parties.customerOf(reseller);
        var wanted = TestWorkplace.bundle(reseller, customer, calendar.today());
        var order = orders.place(wanted, OrderFields.API);
        mandates.prepare(order, customer.id(), customer.name(), "DE89370400440532013000", null);
        process.run(order, "serviceTask_sendAgreement");
        var secret = new TestLetters(database)
                .secret(wanted.signatoryEmail(), "agreement-to-sign", "/link/contract-signature/");
        var page = chromium.window(width, scripts);

        page.navigate("http://localhost:" + port + "/link/contract-signature/" + secret);
        assertThat(page.getByRole(AriaRole.HEADING).first()).containsText(order);
        page.locator("img.sheet").last().scrollIntoViewIfNeeded();
        page.waitForCondition(() -> (Boolean)
                page.locator("img.sheet").last().evaluate("image => image.complete && image.naturalWidth > 0"));
        kept(page, look + "-1-to-sign");
        page.getByLabel("Your name").fill("Sigrid Sten");
        page.getByLabel("I have read the agreement").check();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign now").setExact(true))
                .click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Sigrid Sten signed on");
        kept(page, look + "-2-signed");
        process.run(order, "receiveTask_awaitSignedAgreement");
        assertThat(agreements.of(reseller.id(), order).orElseThrow().status()).isEqualTo(AgreementStatus.CONCLUDED);
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void kept(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "look", "signing-" + name + ".png")));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out of " + name)
                .isTrue();
    }
}
