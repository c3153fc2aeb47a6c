package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestPurchase;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.PoReferences;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.SeatAdditions;
import io.partnerflow.subscriptions.Seats;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Seats with a past start date from their order to the second renewal, six years night by night, on the moved clock. */
@OverTheYears
class S10SixYearsTest {

    private static final Logger LOG = LoggerFactory.getLogger(S10SixYearsTest.class);
    private static final LocalDate INSTALLED = LocalDate.of(2026, 1, 15);
    private static final LocalDate ORDERED = LocalDate.of(2026, 6, 10);
    private static final LocalDate FIRST_RENEWAL = LocalDate.of(2029, 1, 15);
    private static final LocalDate SECOND_RENEWAL = LocalDate.of(2032, 1, 15);

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    SeatAdditions additions;

    @Autowired
    PoReferences references;

    @Autowired
    Invoices invoices;

    @Autowired
    Outbox outbox;

    Party reseller;
    String subscription;

    @Test
    void allMailsAndInvoicesOfSixYearsAreListedAndAddUp() {
        time.begin(ORDERED);
        var began = Instant.now();
        buys();
        addsSeatsInTheMiddleOfAQuarter();
        changesTheReference();
        time.until(SECOND_RENEWAL);
        var took = Duration.between(began, Instant.now());
        LOG.info("six years took {} s", took.toSeconds());

        var issued = issued();
        assertThat(issued.stream()
                        .map(invoice -> invoice.issueDate() + " " + invoice.net())
                        .toList())
                .containsExactlyElementsOf(expected());
        assertThat(Money.sum(
                        issued.get(0).net().currency(),
                        issued.stream().map(Invoice::net).toList()))
                .isEqualTo(sek("53346.48"));
        assertThat(issued)
                .allSatisfy(invoice -> assertThat(outbox.about(invoice.number()))
                        .extracting(OutboxLetter::template)
                        .containsExactly("invoice"));
        assertThat(lettersAboutTheContract())
                .containsExactly("renewal-reminder 6", "seats-added 1", "subscription-renewed 2");
        assertThat(issued.get(1).poReference()).isEqualTo("House 7");
        assertThat(issued.get(3).poReference()).isEqualTo("House 7, floor 2");
        assertThat(subscriptions.get(subscription).term().from()).isEqualTo(SECOND_RENEWAL);
    }

    private void buys() {
        reseller = deals.resellerOf("seats", "20");
        var customer = deals.customerOf(reseller);
        subscription = deals.subscriptionOf(deals.purchase(TestPurchase.ofSeats(reseller, customer, INSTALLED)
                .with("air-monitor-seat", 10)
                .with("gateway-seat", 2)
                .wanted()));
    }

    /** 45 of the 92 days of the quarter that is running. */
    private void addsSeatsInTheMiddleOfAQuarter() {
        time.until(LocalDate.of(2026, 8, 31));
        additions.add(reseller.id(), subscription, List.of(new Seats("air-monitor-seat", 3)), "2025-2", maria());
        time.aMoment();
    }

    private void changesTheReference() {
        references.change(reseller.id(), subscription, "House 7, floor 2", maria());
    }

    private static List<String> expected() {
        var lines = new ArrayList<>(List.of(
                "2026-06-10 3434.40 SEK", // two quarters of 10 × 756.00 and 2 × 990.00, − 10 % − 20 %
                "2026-07-15 1717.20 SEK",
                "2026-08-31 199.68 SEK"));
        for (var day = LocalDate.of(2026, 10, 15); day.isBefore(FIRST_RENEWAL); day = day.plusMonths(3)) {
            lines.add(day + " 2125.44 SEK"); // 13 and 2
        }
        for (var day = FIRST_RENEWAL; !day.isAfter(SECOND_RENEWAL); day = day.plusMonths(3)) {
            lines.add(day + " 2220.48 SEK"); // by the list since July 2026: 792.00 and 1,020.00
        }
        return lines;
    }

    private List<Invoice> issued() {
        return invoices.ofSubscription(subscription).stream()
                .map(number -> invoices.get(reseller.id(), number))
                .toList();
    }

    private List<String> lettersAboutTheContract() {
        return outbox.about(subscription).stream()
                .map(OutboxLetter::template)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(letters -> letters.getKey() + " " + letters.getValue())
                .sorted()
                .toList();
    }

    private static Requester maria() {
        return new Requester("maria@reseller.example", "maria@reseller.example");
    }

    private static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }
}
