package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

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

    private ResellerClient client(Role role) {
        return ResellerClient.of(port, users, payer, role);
    }
}
