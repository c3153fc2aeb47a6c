package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestPurchase;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.orders.Estimates;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Party;
import io.partnerflow.pricing.Estimate;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Seats for devices that are installed already: bought for three years with a past start date, invoiced as estimated. */
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
        time.until(LocalDate.of(2026, 10, 15));

        assertThat(invoicesOf(subscription))
                .extracting(Invoice::issueDate)
                .containsExactly(ORDERED, LocalDate.of(2026, 7, 15), LocalDate.of(2026, 10, 15));
        assertThat(invoicesOf(subscription))
                .extracting(Invoice::net)
                .containsExactlyElementsOf(said.invoices().subList(0, 3).stream()
                        .map(Estimate.Invoice::net)
                        .toList());
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
