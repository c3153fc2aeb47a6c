package io.partnerflow.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.ApiClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.payments.Receivables;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatCase.Supply;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the API and the portal show of invoices and credit notes, and to whom. */
@PartnerflowTest
class InvoicesShownTest {

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Billing billing;

    @Autowired
    Receivables receivables;

    @Autowired
    CreditNotes creditNotes;

    @Autowired
    ProcessDriver process;

    @Autowired
    JdbcClient database;

    Party reseller;
    Party customer;
    String invoice;
    String note;

    @BeforeEach
    void issueAnInvoiceAndCreditHalfOfIt() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        customer = parties.customerOf(reseller);
        invoice = billing.issue(charge(reseller));
        var request = creditNotes.request(new CreditWish(
                invoice, new CreditWish.Share(Percentage.of("50")), "Half of it was never there", false));
        process.run(request, "serviceTask_issueCreditNote");
        process.run(request, "serviceTask_sendCreditNote");
        note = database.sql("SELECT number FROM invoice WHERE credits = ?")
                .param(invoice)
                .query(String.class)
                .single();
    }

    @Test
    void theApiTellsWhatIsCreditedByWhatAndWhyTheTaxIsWhatItIs() {
        var api = ApiClient.of(port, users, reseller, Role.BILLING);

        var whole = api.get("/api/v1/invoices/" + invoice).body();
        assertThat(whole.path("kind").asText()).isEqualTo("INVOICE");
        assertThat(whole.path("creditedBy")).hasSize(1);
        assertThat(whole.at("/creditedBy/0/number").asText()).isEqualTo(note);
        assertThat(whole.at("/creditedBy/0/gross/amount").asText()).isEqualTo("125.00");
        assertThat(whole.at("/taxes/0/reason").asText()).isEqualTo("VAT at the domestic rate");
        assertThat(whole.path("costGroup").asText()).isEqualTo("Project Eken");

        var half = api.get("/api/v1/invoices/" + note).body();
        assertThat(half.path("kind").asText()).isEqualTo("CREDIT_NOTE");
        assertThat(half.path("credits").asText()).isEqualTo(invoice);
        assertThat(half.path("creditReason").asText()).isEqualTo("Half of it was never there");
        assertThat(half.at("/lines/0/formula").asText()).contains("100.00", " of ", "200.00");
        assertThat(half.at("/gross/amount").asText()).isEqualTo("125.00");
    }

    @Test
    void theListHoldsBothAndCanBeNarrowed() {
        var api = ApiClient.of(port, users, reseller, Role.BILLING);

        assertThat(api.get("/api/v1/invoices").body().path("total").asInt()).isEqualTo(2);
        var notes = api.get("/api/v1/invoices?kind=CREDIT_NOTE").body();
        assertThat(notes.path("total").asInt()).isEqualTo(1);
        assertThat(notes.at("/items/0/credits").asText()).isEqualTo(invoice);
        assertThat(api.get("/api/v1/invoices?search=project%20eken")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        var wrong = api.get("/api/v1/invoices?kind=RECEIPT");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().at("/errors/0/message").asText()).contains("INVOICE, CREDIT_NOTE");
    }

    @Test
    void thePortalShowsBothAndLeadsFromOneToTheOther() {
        var anna = ApiClient.of(port, users, reseller, Role.BILLING);

        assertThat(anna.page("/invoices").body())
                .contains(invoice, note, "Credit note for " + invoice, "Project Eken")
                .doesNotContain("??");
        assertThat(anna.page("/invoices?credits=true").body()).contains(note).doesNotContain(">" + invoice + "</a>");
        assertThat(anna.page("/invoices/" + invoice).body())
                .contains("Credited by", "/invoices/" + note, "2 × 100.00")
                .doesNotContain("??");
        assertThat(anna.page("/invoices/" + note).body())
                .contains("Credit note " + note, "/invoices/" + invoice, "Half of it was never there")
                .doesNotContain("??", "To pay");
        assertThat(anna.page("/invoices/" + note + ".pdf").statusCode()).isEqualTo(200);
    }

    @Test
    void theListSaysWhatIsToBePaidAndCanBeTakenAway() {
        var anna = ApiClient.of(port, users, reseller, Role.BILLING);

        assertThat(anna.page("/invoices").body())
                .contains("To pay", "125.00\u00a0SEK", "Overdue", "Due next", "format=xlsx");
        assertThat(anna.page("/invoices?period=this-month").body()).contains(invoice, note);
        assertThat(anna.page("/invoices?period=last-year&status=open").body())
                .contains("Nothing matches", "Clear filters")
                .doesNotContain(">" + invoice + "</a>", "??");
        assertThat(anna.page("/invoices?period=nonsense").statusCode()).isEqualTo(404);
        assertThat(anna.page("/invoices?format=csv").body())
                .contains(invoice, note, "\"-100.00\"", "\"125.00\"", "Credit note")
                .doesNotContain("??");
        assertThat(anna.page("/invoices?status=open&format=csv").body())
                .contains(invoice)
                .doesNotContain(note);
    }

    @Test
    void anInvoiceShowsHowFarItIsSettled() {
        var anna = ApiClient.of(port, users, reseller, Role.BILLING);
        receivables.settle(invoice, Money.of("25.00", "SEK"), "test/" + invoice);

        assertThat(anna.page("/invoices/" + invoice).body())
                .contains("Owed and paid", "10 % paid, 50 % credited", "25.00\u00a0SEK", "100.00\u00a0SEK")
                .contains("Set off against what we owed you", "and states the reference", customer.name())
                .doesNotContain("??");
    }

    @Test
    void anInvoiceSaysWhatIsLeftToPay() {
        var anna = ApiClient.of(port, users, reseller, Role.BILLING);
        var before = anna.get("/api/v1/invoices/" + invoice).body();
        assertThat(before.path("status").asText()).isEqualTo("OPEN");
        assertThat(before.at("/open/amount").asText()).isEqualTo("125.00");
        assertThat(anna.page("/invoices/" + invoice).body()).contains("125.00\u00a0SEK open");

        receivables.settle(invoice, Money.of("125.00", "SEK"), "test/" + invoice);

        assertThat(anna.get("/api/v1/invoices/" + invoice).body().path("status").asText())
                .isEqualTo("PAID");
        assertThat(anna.page("/invoices/" + invoice).body())
                .contains(">Paid</span>")
                .doesNotContain("125.00\u00a0SEK open", "??");
        var half = anna.get("/api/v1/invoices/" + note).body();
        assertThat(half.path("status").asText()).isEqualTo("ISSUED");
        assertThat(half.has("open")).isFalse();
    }

    @Test
    void acrossABorderThePageSaysWhyThereIsNoTax() {
        database.sql("UPDATE organisation SET country = 'NO', vat_id = NULL WHERE id = ?")
                .param(reseller.id())
                .update();
        var abroad = billing.issue(charge(organisations.get(reseller.id())));
        var anna = ApiClient.of(port, users, reseller, Role.BILLING);

        assertThat(anna.page("/invoices/" + abroad).body()).contains("Not subject to VAT here", "VAT 0");
    }

    @Test
    void anOrganisationThatIsBilledItselfSeesItsOwnAndNobodyElses() {
        var own = billing.issue(charge(customer));
        var carl = ApiClient.of(port, users, customer, Role.BILLING);

        assertThat(carl.get("/api/v1/invoices").body().path("total").asInt()).isEqualTo(1);
        assertThat(carl.get("/api/v1/invoices/" + own).status()).isEqualTo(200);
        assertThat(carl.get("/api/v1/invoices/" + invoice).status()).isEqualTo(404);
        assertThat(carl.page("/invoices/" + own).statusCode()).isEqualTo(200);
        assertThat(carl.page("/invoices/" + note).statusCode()).isEqualTo(404);
    }

    private Charge charge(Party billTo) {
        return new Charge(
                UUID.randomUUID().toString(),
                billTo.id(),
                reseller.id(),
                customer.id(),
                "licence",
                null,
                null,
                null,
                "PO 1",
                "Project Eken",
                30,
                List.of(new Charge.Line(
                        null,
                        null,
                        Supply.SERVICE,
                        "A property",
                        "2 × 100.00",
                        new BigDecimal("2"),
                        new BigDecimal("100.00"),
                        Money.of("200.00", "SEK"))));
    }
}
