package io.partnerflow.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.ResellerClient;
import io.partnerflow.Staff;
import io.partnerflow.TestPurchase;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.billing.CreditNotes;
import io.partnerflow.billing.CreditWish;
import io.partnerflow.billing.Invoices;
import io.partnerflow.commission.Statement;
import io.partnerflow.commission.Statements;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.payouts.BankAccounts;
import io.partnerflow.payouts.PaymentFiles;
import io.partnerflow.payouts.PayoutRun;
import io.partnerflow.payouts.PayoutRuns;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Paging;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * S5: one log-in for three organisations; two resellers take care of a customer and the primary one alone earns; credit
 * notes, an amount carried on, documents in the reseller's name, and the bank's file.
 */
@OverTheYears
class S5CommissionTest {

    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 2);
    private static final String BILLING_CLERK = "bengt-in-s5";

    @LocalServerPort
    int port;

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    Resellers resellers;

    @Autowired
    Users users;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Invoices invoices;

    @Autowired
    CreditNotes credits;

    @Autowired
    Statements statements;

    @Autowired
    BankAccounts accounts;

    @Autowired
    PayoutRuns payouts;

    @Autowired
    IdentityService identity;

    Party primary;
    Party second;
    Party shop;
    Party school;

    @BeforeEach
    void twoResellersTakeCareOfTheShop() {
        time.begin(FEBRUARY);
        new Staff(identity).hire(BILLING_CLERK, "billing");
        primary = deals.resellerOf("hosting", "0");
        second = deals.resellerOf("hosting", "0");
        shop = deals.customerOf(primary);
        school = deals.customerOf(primary);
        resellers.link(second.id(), shop.id());
    }

    @Test
    void commissionGoesToThePrimaryResellerMonthByMonth() {
        oneLogInReachesAllThree();

        var servers = order(primary, shop, "virtual-server", 20); // 9,800.00 a month
        order(primary, school, "virtual-server", 2); // 980.00
        var byTheSecond =
                placed(second, shop, "virtual-server", 1); // 490.00: sold by the second, earned by the primary
        deals.isApproved(byTheSecond); // the desk has looked, since the shop has another primary reseller
        accounts.change(primary.id(), primary.name(), "SE4550000000058398257466", "boss@example.org");

        time.until(LocalDate.of(2026, 3, 1));
        var february = latest();
        assertThat(february.monthNet()).isEqualTo(sek("11270.00"));
        assertThat(february.rate().toString()).isEqualTo("50");
        assertThat(february.payable()).isEqualTo(sek("5635.00"));
        assertThat(february.lines()).extracting(Statement.Line::customerName).contains(shop.name(), school.name());
        assertThat(statements.list(second.id(), Paging.first()).items()).isEmpty();

        time.until(LocalDate.of(2026, 3, 10)); // seven days are over
        var bill = billed(february);
        assertThat(bill.document().net()).isEqualTo(sek("5635.00"));
        assertThat(bill.document().gross()).isEqualTo(sek("7043.75"));
        isPaidOut(bill.document().number());

        time.until(LocalDate.of(2026, 4, 5));
        var ofShop = invoices.ofSubscription(servers);
        creditInFull(ofShop.get(0));
        creditInFull(ofShop.get(1));

        time.until(LocalDate.of(2026, 5, 9));
        var april = statement(LocalDate.of(2026, 4, 1));
        assertThat(april.monthNet()).isEqualTo(sek("-8330.00")); // 11,270.00 less twice 9,800.00
        assertThat(april.monthTotal()).isEqualTo(sek("-9800.00")); // half of both, as they had earned
        assertThat(april.status()).isEqualTo(Statement.Status.CARRIED);
        assertThat(statements.billed(april)).isEmpty();

        time.until(LocalDate.of(2026, 6, 9));
        var may = statement(LocalDate.of(2026, 5, 1));
        assertThat(may.carryIn()).isEqualTo(sek("-9800.00"));
        assertThat(may.carryOut()).isEqualTo(sek("-4165.00")); // 5,635.00 less what was carried

        time.until(LocalDate.of(2026, 7, 9));
        var june = statement(LocalDate.of(2026, 6, 1));
        assertThat(june.payable()).isEqualTo(sek("1470.00"));
        assertThat(billed(june).document().net()).isEqualTo(sek("1470.00"));
    }

    private void oneLogInReachesAllThree() {
        var hanna = ResellerClient.of(port, users, primary, Role.ADMIN);
        var user = users.byEmail(hanna.email()).orElseThrow();
        List.of(shop, school).forEach(one -> users.join(user.id(), one.id(), Role.ADMIN));
        assertThat(ResellerClient.json(hanna.get("/api/v1/me")).path("organisations"))
                .extracting(place -> place.path("organisationId").asText())
                .contains(
                        primary.id().toString(),
                        shop.id().toString(),
                        school.id().toString());
    }

    /** @return number of the subscription */
    private String order(Party reseller, Party customer, String product, int quantity) {
        return subscriptions
                .ofOrder(placed(reseller, customer, product, quantity))
                .orElseThrow()
                .number();
    }

    private String placed(Party reseller, Party customer, String product, int quantity) {
        return deals.purchase(TestPurchase.ofHosting(reseller, customer, time.today())
                .with(product, quantity)
                .wanted());
    }

    private void creditInFull(String invoice) {
        credits.request(new CreditWish(invoice, new CreditWish.All(), "not as agreed", false));
        time.aMoment();
    }

    private void isPaidOut(String document) {
        var run = payouts.prepare("SEK", BILLING_CLERK);
        deals.does(Deals.OTHER_BILLING_CLERK, "userTask_releasePayoutRun", run, Map.of("payoutDecision", "release"));
        PaymentFiles.assertValid(payouts.file(run));
        assertThat(new String(payouts.file(run), UTF_8)).contains("7043.75", document, "SE4550000000058398257466");
        deals.does(BILLING_CLERK, "userTask_confirmExecution", run, Map.of("executionResult", "executed"));
        assertThat(payouts.get(run).status()).isEqualTo(PayoutRun.Status.EXECUTED);
    }

    private Statement latest() {
        return statements.get(
                primary.id(),
                statements.list(primary.id(), Paging.first()).items().get(0).number());
    }

    private Statement statement(LocalDate month) {
        return statements.list(primary.id(), Paging.first()).items().stream()
                .filter(row -> row.month().atDay(1).equals(month))
                .map(row -> statements.get(primary.id(), row.number()))
                .findFirst()
                .orElseThrow();
    }

    private Statements.Billed billed(Statement statement) {
        return statements.billed(statement).get(0);
    }

    private static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }
}
