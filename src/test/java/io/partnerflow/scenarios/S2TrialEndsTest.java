package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.TestIdentities;
import io.partnerflow.accounts.Accounts;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.customers.CustomerState;
import io.partnerflow.customers.Customers;
import io.partnerflow.parties.Party;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Paging;
import io.partnerflow.tax.VatDecision.Reason;
import io.partnerflow.trials.DataReturns;
import io.partnerflow.trials.TrialManagement;
import io.partnerflow.trials.TrialStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of trials nobody orders, told by the clock. */
@OverTheYears
class S2TrialEndsTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 7);
    private static final LocalDate INACTIVE_FROM = FIRST_DAY.plusDays(30);
    private static final LocalDate PURGED_ON = LocalDate.of(2025, 8, 6);

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    TrialManagement trials;

    @Autowired
    DataReturns returns;

    @Autowired
    Accounts accounts;

    @Autowired
    Invoices invoices;

    @Autowired
    Customers customers;

    @Autowired
    ProcessDriver process;

    @Autowired
    JdbcClient database;

    Letterbox letterbox;
    Party reseller;
    Party customer;
    String trial;

    @BeforeEach
    void tries() {
        time.begin(FIRST_DAY);
        reseller = deals.reseller();
        customer = deals.customerOf(reseller);
        letterbox = new Letterbox(database);
        letterbox.knows(reseller.email(), "the reseller");
        var person = TestIdentities.email("person");
        letterbox.knows(person, "the user");
        trial = deals.trial(reseller, customer, person);
    }

    @Test
    void remindedTwiceThenInactiveThenDataBackOnDay170WithItsInvoiceThenTheRestIsPurged() {
        assertThat(letterbox.news()).containsExactly("trial-login to the user");
        time.until(INACTIVE_FROM.minusDays(7));
        assertThat(letterbox.news())
                .containsExactlyInAnyOrder("trial-ends-soon to the reseller", "trial-ends-soon-people to the user");
        time.until(INACTIVE_FROM.minusDays(1));
        assertThat(letterbox.news())
                .containsExactlyInAnyOrder("trial-ends-soon to the reseller", "trial-ends-soon-people to the user");
        assertThat(status()).isEqualTo(TrialStatus.IN_USE);
        time.until(INACTIVE_FROM);
        assertThat(status()).isEqualTo(TrialStatus.INACTIVE);
        assertThat(letterbox.news()).containsExactly("trial-inactive to the reseller");

        time.until(INACTIVE_FROM.plusDays(170));
        assertThat(letterbox.news()).containsExactly("trial-purge-soon to the reseller");
        var property = returns.offer(reseller.id(), trial).properties().get(0);
        returns.request(reseller.id(), trial, List.of(property.id()), reseller.email());
        time.aMoment();

        assertThat(letterbox.news()).containsExactly("trial-data-returned to the reseller", "invoice to the reseller");
        assertThat(accounts.properties(trial)).isEmpty();
        assertThat(onlyInvoice()).satisfies(invoice -> {
            assertThat(invoice.issueDate()).isEqualTo(INACTIVE_FROM.plusDays(170));
            assertThat(invoice.net()).isEqualTo(Money.of("160.00", "SEK"));
            assertThat(invoice.gross()).isEqualTo(Money.of("200.00", "SEK"));
            assertThat(invoice.subscription()).isNull();
            assertThat(invoice.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.description()).contains(property.name()));
        });
        assertThat(returns.of(trial))
                .singleElement()
                .satisfies(returned ->
                        assertThat(returned.invoice()).isEqualTo(onlyInvoice().number()));
        process.hasPassed(trial, "serviceTask_invoiceReturnedData", "endEvent_dataReturned");
        assertThat(returns.offer(reseller.id(), trial).properties()).isEmpty();

        time.until(PURGED_ON);
        assertThat(letterbox.news())
                .containsExactly("trial-purge-soon to the reseller", "trial-purged to the reseller");
        assertThat(status()).isEqualTo(TrialStatus.PURGED);
    }

    @Test
    void theInvoiceForDataThatWentAbroadWaitsForTheVatIdAndTheTrialDoesNot() {
        database.sql(
                        "UPDATE organisation SET country = 'DE', vat_id = 'DE143454214', postal_code = '10115' WHERE id = ?")
                .param(reseller.id())
                .update();
        time.until(INACTIVE_FROM.plusDays(170));
        var property = returns.offer(reseller.id(), trial).properties().get(0);

        returns.request(reseller.id(), trial, List.of(property.id()), reseller.email());
        time.aMoment();

        process.hasPassed(trial, "serviceTask_invoiceReturnedData", "endEvent_dataReturned");
        assertThat(onlyInvoice()).satisfies(invoice -> {
            assertThat(invoice.gross()).isEqualTo(Money.of("160.00", "SEK"));
            assertThat(invoice.vatReason()).isEqualTo(Reason.REVERSE_CHARGE_ART196);
        });
        assertThat(returns.of(trial))
                .singleElement()
                .satisfies(returned ->
                        assertThat(returned.invoice()).isEqualTo(onlyInvoice().number()));
    }

    @Test
    void whatNobodyTakesBackIsWarnedOfTwiceAndPurgedSixMonthsAfterTheEnd() {
        time.until(INACTIVE_FROM);
        letterbox.news();

        time.until(PURGED_ON.minusDays(30));
        assertThat(letterbox.news()).containsExactly("trial-purge-soon to the reseller");
        time.until(PURGED_ON.minusDays(7));
        assertThat(letterbox.news()).containsExactly("trial-purge-soon to the reseller");
        time.until(PURGED_ON.minusDays(1));
        assertThat(letterbox.news()).isEmpty();
        assertThat(accounts.properties(trial)).isNotEmpty();

        time.until(PURGED_ON);

        assertThat(letterbox.news()).containsExactly("trial-purged to the reseller");
        assertThat(status()).isEqualTo(TrialStatus.PURGED);
        assertThat(customers.get(reseller.id(), customer.id()).state()).isEqualTo(CustomerState.ENDED);
        assertThat(accounts.properties(trial)).isEmpty();
        assertThat(invoices.list(reseller.id(), Paging.first()).total()).isZero();
        assertThatThrownBy(() -> returns.offer(reseller.id(), trial)).isInstanceOf(Conflict.class);
    }

    @Test
    void anInactiveTrialThatIsOrderedAfterAllLosesNothing() {
        time.until(INACTIVE_FROM.plusDays(100));
        var properties = accounts.properties(trial);

        var order = deals.completeOrder(reseller, customer, time.today());

        assertThat(status()).isEqualTo(TrialStatus.CONVERTED);
        assertThat(accounts.properties(trial)).isNotEmpty().isEqualTo(properties);
        assertThat(customers.get(reseller.id(), customer.id()).state()).isEqualTo(CustomerState.CUSTOMER);
        assertThat(invoices.ofSubscription(deals.subscriptionOf(order))).hasSize(1);
        letterbox.news();
        time.until(PURGED_ON.plusDays(1));
        assertThat(letterbox.news()).as("nobody warns of a purge any more").isEmpty();
        assertThat(accounts.properties(trial)).isEqualTo(properties);
    }

    @Test
    void anOrderInTheLastDaysHoldsUpThePurgeUntilItHasTakenTheAccountOver() {
        time.until(PURGED_ON.minusDays(3));
        var properties = accounts.properties(trial);
        var order = deals.order(reseller, customer);

        time.until(PURGED_ON.plusDays(1));
        assertThat(status()).isEqualTo(TrialStatus.INACTIVE);
        deals.sendsForm(order);
        deals.sendsScan(order);
        deals.isApproved(order);

        assertThat(status()).isEqualTo(TrialStatus.CONVERTED);
        assertThat(accounts.properties(trial)).isNotEmpty().isEqualTo(properties);
        process.run(trial, "serviceTask_purgeTrial"); // as a manager does who reads why it waited
        assertThat(status()).isEqualTo(TrialStatus.CONVERTED);
        assertThat(accounts.properties(trial)).isEqualTo(properties);
    }

    private TrialStatus status() {
        return trials.get(reseller.id(), trial).status();
    }

    private Invoice onlyInvoice() {
        var found = invoices.list(reseller.id(), Paging.first()).items();
        assertThat(found).hasSize(1);
        return invoices.get(reseller.id(), found.get(0).number());
    }
}
