package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestPurchase;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.orders.Estimates;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.Orders;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Party;
import io.partnerflow.pricing.Estimate;
import io.partnerflow.pricing.Instalment;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** AA-11: whatever is ordered, what the estimate said is what is invoiced, invoice by invoice and line by line. */
@OverTheYears
class InvoicedAsEstimatedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 31); // month ends, so that boundaries come back (C-05)
    private static final List<String> PRODUCTS = List.of("space-monitor-seat", "air-monitor-seat", "gateway-seat");
    private static final List<String> DISCOUNTS = List.of("0", "12.5", "20", "33.333333");
    private static final int ORDERS = 5;

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    Estimates estimates;

    @Autowired
    Orders orders;

    @Autowired
    Invoices invoices;

    @Test
    void overAWholeTermOfThreeYearsQuarterByQuarter() {
        time.begin(TODAY);
        var said = new LinkedHashMap<String, Estimate>();
        for (var seed = 0; seed < ORDERS; seed++) {
            var wanted = anyOrder(new Random(seed));
            var estimate = estimates.of(wanted, OrderFields.API).estimate();
            said.put(deals.purchase(wanted), estimate);
        }

        // what is invoiced after a renewal is no part of an estimate
        said.values().stream()
                .flatMap(estimate -> estimate.invoices().stream())
                .map(Estimate.Invoice::issueDate)
                .distinct()
                .sorted()
                .forEach(this::liveThroughTheNightBefore);

        said.forEach((order, estimate) -> {
            var issued = invoicesOf(order).stream()
                    .filter(invoice ->
                            invoice.issueDate().isBefore(estimate.term().renewalDate()))
                    .toList();
            assertThat(issued.stream().map(InvoicedAsEstimatedTest::of).toList())
                    .as(order)
                    .isEqualTo(estimate.invoices().stream()
                            .map(InvoicedAsEstimatedTest::of)
                            .toList());
            assertThat(total(issued)).as(order).isEqualTo(estimate.contractValue());
        });
    }

    /** Years pass quickly: on the nights between, nothing of this story is due. */
    private void liveThroughTheNightBefore(LocalDate day) {
        if (day.isAfter(time.today().plusDays(1))) {
            time.whileTheHouseStoodStill(day.minusDays(1));
        }
        if (day.isAfter(time.today())) {
            time.until(day);
        }
    }

    private record Billed(LocalDate day, Money net, List<Line> lines) {}

    private record Line(Period period, Money net) {}

    private static Billed of(Invoice invoice) {
        return new Billed(
                invoice.issueDate(),
                invoice.net(),
                invoice.lines().stream()
                        .map(line -> new Line(line.period(), line.net()))
                        .toList());
    }

    private static Billed of(Estimate.Invoice invoice) {
        return new Billed(
                invoice.issueDate(),
                invoice.net(),
                invoice.periods().stream()
                        .flatMap(InvoicedAsEstimatedTest::lines)
                        .toList());
    }

    private static Stream<Line> lines(Instalment instalment) {
        return instalment.lineNets().stream().map(net -> new Line(instalment.period(), net));
    }

    private WantedOrder anyOrder(Random random) {
        var reseller = deals.resellerOf("seats", DISCOUNTS.get(random.nextInt(DISCOUNTS.size())));
        Party customer = deals.customerOf(reseller);
        var start = TODAY.minusMonths(12).plusDays(1 + random.nextInt(15 * 30));
        var purchase = TestPurchase.ofSeats(reseller, customer, start).forMonths(36);
        var products = new ArrayList<>(PRODUCTS);
        Collections.shuffle(products, random);
        for (var product : products.subList(0, 1 + random.nextInt(3))) {
            purchase = purchase.with(product, 1 + random.nextInt(200));
        }
        return purchase.wanted();
    }

    private List<Invoice> invoicesOf(String order) {
        var reseller = orders.get(order).reseller();
        return invoices.ofSubscription(deals.subscriptionOf(order)).stream()
                .map(number -> invoices.get(reseller, number))
                .toList();
    }

    private static Money total(List<Invoice> issued) {
        return Money.sum(
                issued.get(0).net().currency(),
                issued.stream().map(Invoice::net).toList());
    }
}
