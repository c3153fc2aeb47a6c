package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestPurchase;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.orders.Estimates;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Party;
import io.partnerflow.payments.Receivables;
import io.partnerflow.pricing.Estimate;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.PoReferences;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.SeatAdditions;
import io.partnerflow.subscriptions.Seats;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Seats for devices that are installed already: bought for three years with a past start date, invoiced as estimated, more
 * of them in the middle of a quarter, and a reference that changes on the way.
 */
@OverTheYears
class S3SeatsSoldTest {

    private static final LocalDate ORDERED = LocalDate.of(2026, 6, 10);
    private static final LocalDate INSTALLED = LocalDate.of(2026, 1, 15);

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    Estimates estimates;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    SeatAdditions additions;

    @Autowired
    PoReferences references;

    @Autowired
    Receivables receivables;

    @Autowired
    Invoices invoices;

    Party reseller;
    Party customer;

    @BeforeEach
    void firstDay() {
        time.begin(ORDERED);
        reseller = deals.resellerOf("seats", "20");
        customer = deals.customerOf(reseller);
    }

    @Test
    void isBoughtWithAPastStartDateAndInvoicedAsEstimated() {
        var said = estimates.of(wanted(), OrderFields.API).estimate();
        assertThat(said.annualNet()).isEqualTo(sek("6868.80")); // 10 × 756.00 and 2 × 990.00, − 10 % − 20 %
        var subscription = buys();
        catchesUp(subscription);
        goesOnAsEstimated(subscription, said);
        addsSeatsInTheMiddleOfAQuarter(subscription);
        changesItsReference(subscription);
    }

    private WantedOrder wanted() {
        return TestPurchase.ofSeats(reseller, customer, INSTALLED)
                .with("air-monitor-seat", 10)
                .with("gateway-seat", 2)
                .wanted();
    }

    private String buys() {
        var subscription = deals.subscriptionOf(deals.purchase(wanted()));
        var contract = subscriptions.get(subscription);
        assertThat(contract.term().from()).isEqualTo(INSTALLED);
        assertThat(contract.deadlines().renewalDate()).isEqualTo(LocalDate.of(2029, 1, 15));
        return subscription;
    }

    /** The quarters of January and April are on one invoice, line by line. */
    private void catchesUp(String subscription) {
        assertThat(invoicesOf(subscription)).singleElement().satisfies(invoice -> {
            assertThat(invoice.issueDate()).isEqualTo(ORDERED);
            assertThat(invoice.net()).isEqualTo(sek("3434.40"));
            assertThat(invoice.poReference()).isEqualTo("House 7");
            assertThat(invoice.lines())
                    .extracting(line -> line.period().from())
                    .containsExactly(INSTALLED, INSTALLED, LocalDate.of(2026, 4, 15), LocalDate.of(2026, 4, 15));
        });
    }

    private void goesOnAsEstimated(String subscription, Estimate said) {
        goTo(LocalDate.of(2026, 7, 15));
        goTo(LocalDate.of(2026, 10, 15));

        assertThat(invoicesOf(subscription))
                .extracting(Invoice::issueDate)
                .containsExactly(ORDERED, LocalDate.of(2026, 7, 15), LocalDate.of(2026, 10, 15));
        assertThat(invoicesOf(subscription))
                .extracting(Invoice::net)
                .containsExactlyElementsOf(said.invoices().subList(0, 3).stream()
                        .map(Estimate.Invoice::net)
                        .toList());
    }

    /** 56 of the quarter's 92 days are left; the dates of the other invoices stay. */
    private void addsSeatsInTheMiddleOfAQuarter(String subscription) {
        goTo(LocalDate.of(2026, 11, 20));
        var seats = List.of(new Seats("air-monitor-seat", 5));
        var announced = additions.preview(reseller.id(), subscription, seats);
        var maria = new Requester("Maria", reseller.email());

        additions.add(reseller.id(), subscription, seats, announced.termsVersion(), maria);
        time.aMoment();

        assertThat(last(subscription).issueDate()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(last(subscription).net())
                .isEqualTo(sek("414.16")) // 5 × 756.00 − 10 % − 20 %, a quarter of it, 56 of 92 days
                .isEqualTo(announced.now());
        assertThat(subscriptions.get(subscription).nextInvoiceOn()).isEqualTo(LocalDate.of(2027, 1, 15));
    }

    /** What is issued keeps its reference; the next invoice has the new one, and all fifteen seats. */
    private void changesItsReference(String subscription) {
        goTo(LocalDate.of(2026, 12, 1));
        references.change(reseller.id(), subscription, "House 7 and 9", new Requester("Maria", reseller.email()));

        goTo(LocalDate.of(2027, 1, 15));

        assertThat(last(subscription).poReference()).isEqualTo("House 7 and 9");
        assertThat(last(subscription).net()).isEqualTo(sek("2397.60")); // 1,717.20 and 680.40
        assertThat(invoicesOf(subscription))
                .hasSize(5)
                .extracting(Invoice::poReference)
                .containsExactly("House 7", "House 7", "House 7", "House 7", "House 7 and 9");
    }

    /** The reseller has paid by then. The nights between, on which nothing of this story is due, are left out. */
    private void goTo(LocalDate day) {
        receivables.openOf(reseller.id()).forEach(one -> receivables.settle(one.invoice(), one.open(), "paid"));
        time.whileTheHouseStoodStill(day.minusDays(1));
        time.until(day);
    }

    private Invoice last(String subscription) {
        var issued = invoicesOf(subscription);
        return issued.get(issued.size() - 1);
    }

    private List<Invoice> invoicesOf(String subscription) {
        return invoices.ofSubscription(subscription).stream()
                .map(number -> invoices.get(reseller.id(), number))
                .toList();
    }

    private static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }
}
