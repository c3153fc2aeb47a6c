package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.partnerflow.ApiClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestInvoices;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.OrderBlocks;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PartnerflowTest
class ReceivedPaymentsTest {

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Receivables receivables;

    @Autowired
    OrderBlocks blocks;

    @Autowired
    NumberSeries numbers;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    VendorCalendar calendar;

    Party payer;
    String late;
    String current;

    @BeforeEach
    void prepare() {
        payer = new TestParties(organisations, resellers).reseller();
        var invoices = new TestInvoices(database, numbers, transaction);
        late = invoices.invoice(payer.id(), "100.00", "SEK", calendar.today().minusDays(1));
        current = invoices.invoice(payer.id(), "200.00", "SEK", calendar.today());
        receivables.settle(current, Money.of("150.00", "SEK"), "test/" + current);
    }

    @Test
    void whoPaysSeesWhatIsOpenAndWhatWasReceived() {
        var page = client(Role.BILLING).get("/payments");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(late, "Overdue", current, "Partly paid", "50.00", "Set off against what we owed you")
                .doesNotContain("??", "Nothing new can be ordered");
        assertThat(client(Role.VIEW).get("/payments").statusCode()).isEqualTo(403);
    }

    @Test
    void everyPageSaysWhatHasToBePaidBeforeAnythingNewIsOrdered() {
        blocks.block(payer.id(), late);
        assertThat(client(Role.ORDER).get("/customers").body()).contains("Nothing new can be ordered", late);
        blocks.lift(payer.id(), late);
        assertThat(client(Role.ORDER).get("/customers").body()).doesNotContain("Nothing new can be ordered");
    }

    @Test
    void theApiTellsWhatIsOverdue() {
        var client = client(Role.BILLING);
        assertThat(client.get("/api/v1/receivables?status=overdue").body())
                .contains(late, "OVERDUE")
                .doesNotContain(current);
        assertThat(client.get("/api/v1/receivables").body()).contains(late, current, "PARTLY_PAID");
        assertThat(client.get("/api/v1/receivables?status=lost").statusCode()).isEqualTo(422);
        var stranger = new TestParties(organisations, resellers).reseller();
        assertThat(ResellerClient.of(port, users, stranger, Role.BILLING)
                        .get("/api/v1/receivables")
                        .body())
                .doesNotContain(late);
    }

    @Test
    void theListOfInvoicesSaysHowEachStandsAndCanBeNarrowedToThat() {
        var invoices = new TestInvoices(database, numbers, transaction);
        var paid = invoices.invoice(payer.id(), "10.00", "SEK", calendar.today());
        receivables.settle(paid, Money.of("10.00", "SEK"), "test/" + paid);
        var credited =
                invoices.invoice(payer.id(), "20.00", "SEK", calendar.today().minusDays(9));
        var note = invoices.credit(credited, payer.id(), "20.00", "SEK", calendar.today());
        var api = ApiClient.of(port, users, payer, Role.BILLING);

        assertThat(standings(api, ""))
                .containsOnly(
                        entry(late, "OVERDUE 100.00"),
                        entry(current, "PARTLY_PAID 50.00"),
                        entry(paid, "PAID 0.00"),
                        entry(credited, "CREDITED 0.00"),
                        entry(note, "ISSUED "));
        assertThat(standings(api, "?status=open")).containsOnlyKeys(late, current);
        assertThat(standings(api, "?status=overdue")).containsOnlyKeys(late);
        assertThat(standings(api, "?status=paid")).containsOnlyKeys(paid);
        assertThat(standings(api, "?status=credited")).containsOnlyKeys(credited);
        assertThat(standings(api, "?status=open&search=" + late)).containsOnlyKeys(late);
        var second = api.get("/api/v1/invoices?status=open&size=1&page=1").body();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("total").asInt()).isEqualTo(2);
        assertThat(api.get("/api/v1/invoices?status=lost").status()).isEqualTo(422);
        assertThat(api.get("/api/v1/invoices?status=open&kind=CREDIT_NOTE").status())
                .isEqualTo(422);

        var all = client(Role.BILLING).get("/invoices").body();
        assertThat(all)
                .contains("Overdue", "Partly paid", "50.00\u00a0SEK open", "Paid", "Credited")
                .doesNotContain("??");
        var open = client(Role.BILLING).get("/invoices?status=open").body();
        assertThat(open).contains(late, current, "name=\"status\"").doesNotContain(paid, credited, note, "??");
        assertThat(client(Role.BILLING)
                        .get("/invoices?status=open&search=nowhere")
                        .body())
                .doesNotContain(late, "??");
        assertThat(client(Role.BILLING).get("/invoices?status=lost").statusCode())
                .isEqualTo(404);
    }

    private static Map<String, String> standings(ApiClient api, String query) {
        var standings = new HashMap<String, String>();
        api.get("/api/v1/invoices" + query)
                .body()
                .path("items")
                .forEach(one -> standings.put(
                        one.path("number").asText(),
                        one.path("status").asText() + " "
                                + one.at("/open/amount").asText()));
        return standings;
    }

    private ResellerClient client(Role role) {
        return ResellerClient.of(port, users, payer, role);
    }
}
