package io.partnerflow.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestInvoices;
import io.partnerflow.TestParties;
import io.partnerflow.bankfiles.TestBank;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PartnerflowTest
class PaymentPagesTest {

    private static final String PAGE = "/staff/payments";

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    ProcessDriver process;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    NumberSeries numbers;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    VendorCalendar calendar;

    StaffBrowser clerk;
    Party payer;
    TestInvoices invoices;

    @BeforeEach
    void open() {
        clerk = browser("birgit", "billing");
        payer = new TestParties(organisations, resellers).organisation();
        invoices = new TestInvoices(database, numbers, transaction);
    }

    @Test
    void aStatementIsShownFirstAndBookedWhenSomebodySaysSo() {
        var invoice = invoices.invoice(payer.id(), "100.00", "SEK", calendar.today());
        var statement = taken(TestBank.newer()
                .received(calendar.today(), "100.00", "SEK", payer.name(), invoice)
                .received(calendar.today(), "7.00", "SEK", "=cmd|' /C calc'!A0", "<script>alert(1)</script>")
                .file());
        var page = PAGE + "/" + statement;
        assertThat(clerk.get(page).body())
                .contains("If it is booked now", "Pays its invoice", "No invoice found", "=cmd|&#39; /C calc&#39;!A0")
                .doesNotContain("<script>alert(1)", "??");

        assertThat(clerk.submit(page, page + "/booking", Map.of()).statusCode()).isEqualTo(302);
        var booking = clerk.get(page);
        assertThat(booking.body()).contains("0 of 2 entries are booked");
        assertThat(booking.headers().firstValue("Refresh")).hasValue("2");
        process.run(statement, "serviceTask_bookNextEntries");
        process.run(statement, "serviceTask_bookNextEntries");
        assertThat(clerk.get(page).body()).contains("What became of it", "PM-").doesNotContain("??");
        assertThat(clerk.get(PAGE).body()).contains(statement, "Booked").doesNotContain("??");
        assertThat(clerk.submit(PAGE, page + "/booking", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void theSameFileAgainLeadsToWhatBecameOfIt() {
        var file = TestBank.older()
                .received(calendar.today(), "1.00", "SEK", "A", "x")
                .file();
        var statement = taken(file);
        assertThat(clerk.get(PAGE + "/" + statement).body()).doesNotContain("was taken in before");
        assertThat(taken(file)).isEqualTo(statement);
        assertThat(clerk.get(PAGE + "/" + statement).body()).contains("was taken in before");

        var page = PAGE + "/" + statement;
        clerk.submit(page, page + "/discarding", Map.of());
        assertThat(clerk.get(page).statusCode()).isEqualTo(404);
        assertThat(taken(file)).isNotEqualTo(statement);
    }

    @Test
    void badFilesAreRefusedByLineAndLeaveNothingBehind() {
        var before = statements();
        var good = TestBank.newer()
                .received(calendar.today(), "1.00", "SEK", "A", "x")
                .xml();
        refused(good.substring(0, 400), "no readable XML");
        refused(good.replaceFirst("\\?>", "?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"), "DOCTYPE");
        refused(
                new String(
                        TestBank.newer()
                                .about("SE1")
                                .received(calendar.today(), "1.00", "SEK", "A", "x")
                                .file(),
                        UTF_8),
                "account SE1");
        refused(
                "booked_on;amount;currency;text;reference\n2026-03-01;x;SEK;a;b\nyesterday;1;SEK;a;b\n",
                "Line 2:",
                "Line 3:");
        refused("", "Choose a file");
        refused("hello", "must name the columns");
        assertThat(statements()).isEqualTo(before);
    }

    @Test
    void thirtyMegabytesAreRefusedInWords() {
        var answer = clerk.upload(PAGE, "large.xml", new byte[30 * 1024 * 1024]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Up to 15 MB");
    }

    @Test
    void isForTheBillingDeskAloneAndManagersLookOnly() {
        assertThat(browser("clerk-without-money", "order-desk").get(PAGE).statusCode())
                .isEqualTo(403);
        var manager = browser("maud", "managers");
        assertThat(manager.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(manager.upload(PAGE, "a.xml", TestBank.newer().file()).statusCode())
                .isEqualTo(403);
        assertThat(new StaffBrowser(door.port()).get(PAGE).statusCode()).isIn(302, 401);
    }

    @Test
    void aDayThatIsNoneGrantsNothing() {
        var answer = clerk.submit(PAGE, PAGE + "/dunnings/DU-1999-000001/postponement", Map.of("until", "soon"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(clerk.get(PAGE).body()).contains("“soon” is no day");
    }

    private String taken(byte[] file) {
        var answer = clerk.upload(PAGE, "statement.xml", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*/", "")
                .replaceAll(";.*", "");
    }

    private void refused(String file, String... reasons) {
        HttpResponse<String> answer = clerk.upload(PAGE, "statement.xml", file.getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(reasons).doesNotContain("??");
    }

    private long statements() {
        return database.sql("SELECT count(*) FROM bank_statement")
                .query(Long.class)
                .single();
    }

    private StaffBrowser browser(String person, String group) {
        new Staff(identity).hire(person, group);
        var browser = new StaffBrowser(door.port());
        browser.login(person, Staff.PASSWORD);
        return browser;
    }
}
