package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestPurchase;
import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.SharedAccounts;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.customers.CustomerState;
import io.partnerflow.customers.Customers;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.orders.Estimates;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Party;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programmes whose terms are accepted with a click: nothing is signed, nobody checks, the invoice is there at once. */
@OverTheYears
class OrderedWithoutAgreementTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 17);

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    Estimates estimates;

    @Autowired
    Orders orders;

    @Autowired
    OrderManagement management;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Customers customers;

    @Autowired
    Invoices invoices;

    @Autowired
    Accounts accounts;

    @Autowired
    SharedAccounts shared;

    @Autowired
    Outbox outbox;

    @Autowired
    ProcessDriver process;

    @Autowired
    JdbcClient database;

    Party reseller;
    Party customer;

    @BeforeEach
    void begin() {
        time.begin(TODAY);
        reseller = deals.resellerOf("seats", "20");
        customer = deals.customerOf(reseller);
    }

    @Test
    void seatsAreOrderedProvisionedAndInvoicedToTheResellerWithoutAnybodyWaiting() {
        var order = deals.purchase(seats(TODAY).with("air-monitor-seat", 10).wanted());

        process.hasEndedBy(order, "endEvent_accountProvisioned", "endEvent_orderCompleted");
        process.hasNotPassed(order, "callActivity_signedAgreement", "userTask_checkOrder");
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(invoicesOf(order)).singleElement().satisfies(invoice -> {
            assertThat(invoice.billTo()).isEqualTo(reseller.id());
            assertThat(invoice.net()).isEqualTo(sek("1425.60")); // 10 × 792.00 − 10 % − 20 %, a quarter of it
            assertThat(invoice.poReference()).isEqualTo("House 7");
        });
        assertThat(accountUse()).containsExactly("air-monitor-seat 10");
        assertThat(outbox.about(order))
                .extracting(OutboxLetter::template)
                .contains("order-received", "account-login", "order-activated", "order-activated-customer");
        assertThat(outbox.about(order))
                .allSatisfy(letter -> assertThat(letter.plainText())
                        .doesNotContainIgnoringCase("signed")
                        .doesNotContainIgnoringCase("agreement"));
    }

    @Test
    void hostingIsInvoicedToTheCustomerMonthByMonth() {
        reseller = deals.resellerOf("hosting", "0");
        customer = deals.customerOf(reseller);
        var order = deals.purchase(TestPurchase.ofHosting(reseller, customer, TODAY)
                .with("virtual-server", 2)
                .wanted());
        time.until(TODAY.plusMonths(2));

        assertThat(invoicesOf(order)).hasSize(3).allSatisfy(invoice -> {
            assertThat(invoice.billTo()).isEqualTo(customer.id());
            assertThat(invoice.net()).isEqualTo(sek("980.00"));
        });
    }

    @Test
    void aSecondSubscriptionOfTheCustomerIsOneOfItsOwnInTheSameAccount() {
        var first = deals.purchase(seats(TODAY).with("air-monitor-seat", 10).wanted());
        var second = deals.purchase(
                seats(TODAY).with("air-monitor-seat", 5).with("gateway-seat", 1).wanted());

        assertThat(deals.subscriptionOf(first)).isNotEqualTo(deals.subscriptionOf(second));
        assertThat(invoicesOf(first)).hasSize(1);
        assertThat(invoicesOf(second)).hasSize(1);
        assertThat(shared.find(customer.id(), "seats")).contains(first);
        assertThat(accounts.find(second)).isEmpty();
        assertThat(accountUse()).containsExactly("air-monitor-seat 15", "gateway-seat 1");
        assertThat(outbox.about(second)).extracting(OutboxLetter::template).doesNotContain("account-login");
    }

    @Test
    void whatHasBegunIsOnOneInvoiceLineByLineAsTheEstimateSaid() {
        var wanted = seats(LocalDate.of(2026, 2, 1))
                .with("air-monitor-seat", 7)
                .with("gateway-seat", 3)
                .wanted();
        var said = estimates.of(wanted, OrderFields.API).estimate();
        var order = deals.purchase(wanted);

        assertThat(invoicesOf(order)).singleElement().satisfies(invoice -> {
            assertThat(invoice.issueDate()).isEqualTo(TODAY);
            assertThat(invoice.net()).isEqualTo(said.invoices().get(0).net());
            assertThat(invoice.lines()).hasSize(6); // three quarters of two products
            assertThat(invoice.lines().get(0).period().from()).isEqualTo(LocalDate.of(2026, 2, 1));
        });
        assertThat(said.invoices().get(0).periods()).hasSize(3);
        time.until(LocalDate.of(2026, 11, 1));
        assertThat(invoicesOf(order)).extracting(Invoice::issueDate).containsExactly(TODAY, LocalDate.of(2026, 11, 1));
    }

    @Test
    void whatStartsLaterIsScheduledAndInvoicedOnItsFirstDay() {
        var starts = TODAY.plusMonths(2);
        var order = deals.purchase(seats(starts).with("air-monitor-seat", 10).wanted());

        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(invoicesOf(order)).isEmpty();
        time.until(starts);
        assertThat(invoicesOf(order)).extracting(Invoice::issueDate).containsExactly(starts);
    }

    /** AA-9: for contracts that were invoiced elsewhere before they came to us. */
    @ParameterizedTest
    @CsvSource({"2026-05-01, 0, 2026-11-01", "2026-05-17, 1, 2026-11-17"})
    void whatHasBegunMayCountAsPaidElsewhere(LocalDate start, int invoicedAtOnce, LocalDate nextInvoice) {
        database.sql("""
                        INSERT INTO programme_version (code, version, policy, loaded_at)
                        SELECT code, 99, replace(policy, 'CATCH_UP', 'ASSUME_PAID'), loaded_at
                        FROM programme_version WHERE code = 'seats' AND version = 1 ON CONFLICT DO NOTHING""").update();
        var order = management.place(seats(start).with("air-monitor-seat", 10).wanted(), OrderFields.API);
        database.sql("UPDATE customer_order SET policy_version = 99 WHERE number = ?")
                .param(order)
                .update();

        time.aMoment();

        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(invoicesOf(order))
                .hasSize(invoicedAtOnce)
                .allSatisfy(invoice -> assertThat(invoice.lines())
                        .singleElement()
                        .satisfies(line -> assertThat(line.period().from()).isEqualTo(TODAY)));
        assertThat(subscriptions.get(deals.subscriptionOf(order)).nextInvoiceOn())
                .isEqualTo(nextInvoice);
    }

    @Test
    void aCustomerThatNeverTriedMovesFromPreparedToCustomers() {
        assertThat(customers.get(reseller.id(), customer.id()).state()).isEqualTo(CustomerState.PREPARED);

        deals.purchase(seats(TODAY).with("air-monitor-seat", 10).wanted());

        assertThat(customers.get(reseller.id(), customer.id()).state()).isEqualTo(CustomerState.CUSTOMER);
    }

    private TestPurchase seats(LocalDate start) {
        return TestPurchase.ofSeats(reseller, customer, start);
    }

    private List<String> accountUse() {
        return database.sql("""
                        SELECT e.product || ' ' || e.quantity FROM account_entitlement e
                        JOIN service_account a ON a.reference = e.reference
                        WHERE a.customer = ? ORDER BY 1""").param(customer.id()).query(String.class).list();
    }

    private List<Invoice> invoicesOf(String order) {
        var placed = orders.get(order);
        var billTo = placed.programme().equals("hosting") ? placed.customer() : placed.reseller();
        return invoices.ofSubscription(deals.subscriptionOf(order)).stream()
                .map(number -> invoices.get(billTo, number))
                .toList();
    }

    private static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }
}
