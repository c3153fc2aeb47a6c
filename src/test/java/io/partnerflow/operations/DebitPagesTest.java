package io.partnerflow.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.ApiClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestParties;
import io.partnerflow.TestRentals;
import io.partnerflow.TestRentals.Rental;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.billing.Invoices;
import io.partnerflow.debits.DebitCollections;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.NightlyRun;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff, reseller and customer see of direct debits. */
@PartnerflowTest
class DebitPagesTest {

    private static final String PAGE = "/staff/debits";

    @LocalServerPort
    int port;

    @Autowired
    StaffListener door;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProcessDriver process;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Users users;

    @Autowired
    Mandates mandates;

    @Autowired
    Invoices invoices;

    @Autowired
    DebitCollections collections;

    @Autowired
    NumberSeries numbers;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    VendorCalendar calendar;

    Party reseller;
    Party customer;
    Rental rental;

    @BeforeEach
    void rent() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        customer = parties.customerOf(reseller);
        rental = new TestRentals(database, numbers, mandates, transaction)
                .debited(reseller, customer, calendar.today(), 12, "DE89370400440532013000");
        new NightlyRun(engine).of("billing-run");
        process.run(rental.subscription(), "serviceTask_issueInvoice");
        process.run(rental.subscription(), "serviceTask_sendInvoice");
    }

    @Test
    void theDeskSeesTheFileAndSaysWhatCameBack() {
        var collection = inAFile();
        var clerk = browser("birgit", "billing");
        assertThat(clerk.get(PAGE).body())
                .contains(collection, "Waits for release")
                .doesNotContain("??");
        var page = PAGE + "/" + collection;
        assertThat(clerk.get(page).body())
                .contains(customer.name(), "First debit", "DE89")
                .doesNotContain("??", "It came back", "0532013000");
        assertThat(clerk.get(page + ".xml").statusCode()).isEqualTo(404);

        process.complete(collection, "userTask_releaseDebitFile", Map.of("releaseDecision", "release"));
        process.run(collection, "serviceTask_writeDebitFile");
        var file = clerk.get(page + ".xml");
        assertThat(file.body()).contains("<MsgId>" + collection + "</MsgId>");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment");

        var name = collections.debits(collection).stream()
                .filter(one -> one.order().equals(rental.order()))
                .findFirst()
                .orElseThrow()
                .endToEnd();
        var today = calendar.today();
        clerk.submit(page, page + "/returns", Map.of("endToEnd", name, "reason", "AM04", "on", "soon"));
        assertThat(clerk.get(page).body()).contains("“soon” is no day");
        clerk.submit(
                page,
                page + "/returns",
                Map.of(
                        "endToEnd",
                        name,
                        "reason",
                        "AM04",
                        "on",
                        today.plusDays(1).toString()));
        assertThat(clerk.get(page).body()).contains("lies in the future");
        clerk.submit(page, page + "/returns", Map.of("endToEnd", name, "reason", "AM04", "on", today.toString()));
        assertThat(clerk.get(page).body())
                .contains("Debit " + name + " came back", "not enough money in the account")
                .doesNotContain("??");
    }

    @Test
    void onlyTheBillingDeskCollects() {
        var collection = inAFile();
        var page = PAGE + "/" + collection;

        assertThat(browser("lena", "logistics").get(page).statusCode()).isEqualTo(403);
        assertThat(browser("lena", "logistics").get(page + ".xml").statusCode()).isEqualTo(403);
        var manager = browser("mona", "managers");
        assertThat(manager.get(page).statusCode()).isEqualTo(200);
        assertThat(manager.submit(
                                page,
                                page + "/returns",
                                Map.of("endToEnd", "DD-1", "reason", "AM04", "on", "2026-01-01"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ResellerClient.of(port, users, reseller, Role.ADMIN)
                        .get(page)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void resellerAndCustomerSeeEveryDebitAndTheMaskedAccount() {
        var seller = ResellerClient.of(port, users, reseller, Role.BILLING);
        assertThat(seller.get("/subscriptions/" + rental.subscription()).body())
                .contains("Direct debit", "MD-", "DE89\u00a0••••\u00a03000", "12 debits", "Announced", "124.99")
                .doesNotContain("??", "0532013000");
        var payer = ResellerClient.of(port, users, customer, Role.ADMIN);
        assertThat(payer.get("/contracts/" + rental.subscription()).body())
                .contains("Direct debit", "DE89\u00a0••••\u00a03000", "12 debits")
                .doesNotContain("??", "0532013000");
        assertThat(ResellerClient.of(port, users, reseller, Role.VIEW)
                        .get("/subscriptions/" + rental.subscription())
                        .body())
                .doesNotContain("DE89");
    }

    @Test
    void theApiTellsTheSame() {
        var call = "/api/v1/subscriptions/%s/debits".formatted(rental.subscription());

        var told = ApiClient.of(port, users, reseller, Role.BILLING).get(call);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().at("/mandate/account").asText()).isEqualTo("DE89\u00a0••••\u00a03000");
        assertThat(told.body().at("/mandate/status").asText()).isEqualTo("ACTIVE");
        assertThat(told.body().at("/debits").size()).isEqualTo(12);
        assertThat(told.body().at("/debits/0/status").asText()).isEqualTo("ANNOUNCED");
        assertThat(told.body().toString()).doesNotContain("0532013000");
        assertThat(ApiClient.of(port, users, customer, Role.BILLING).get(call).status())
                .isEqualTo(200);
        var stranger = new TestParties(organisations, resellers).reseller();
        assertThat(ApiClient.of(port, users, stranger, Role.ADMIN).get(call).status())
                .isEqualTo(404);
    }

    @Test
    void theInvoiceSaysToPeopleAndMachinesThatItIsCollected() {
        var number = invoices.ofSubscription(rental.subscription()).get(0);
        var mandate = mandates.of(rental.order()).orElseThrow().reference();

        assertThat(new String(invoices.xml(customer.id(), number), UTF_8))
                .contains("<ram:TypeCode>59</ram:TypeCode>", mandate, "DE89370400440532013000", "SE86ZZZ5599999991");
        assertThat(new String(invoices.ubl(customer.id(), number), UTF_8))
                .contains(">59<", mandate, "DE89370400440532013000", "schemeID=\"SEPA\"");
    }

    /** As if two weeks had passed. @return number of the file */
    private String inAFile() {
        database.sql("UPDATE debit SET collection_day = ? WHERE order_number = ? AND invoice IS NOT NULL")
                .params(calendar.today(), rental.order())
                .update();
        new NightlyRun(engine).of("debit-run");
        return database.sql("""
                        SELECT p.collection FROM debit_presentation p JOIN debit d ON d.id = p.debit WHERE d.order_number = ?""").param(rental.order()).query(String.class).single();
    }

    private StaffBrowser browser(String person, String group) {
        new Staff(engine.getIdentityService()).hire(person, group);
        var browser = new StaffBrowser(door.port());
        browser.login(person, Staff.PASSWORD);
        return browser;
    }
}
