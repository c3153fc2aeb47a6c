package io.partnerflow.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestInvoices;
import io.partnerflow.TestParties;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.OrderBlocks;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.pricing.RentalTerm.Extension;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How long a contract can become (C-15, W-31), and what holds of any that has become longer. */
@PartnerflowTest
class ExtendedContractTest {

    private static final int CASES = 8;

    @Autowired
    Rentals rentals;

    @Autowired
    Extensions extensions;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    PeriodsToInvoice periods;

    @Autowired
    ComingInvoices coming;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderBlocks blocks;

    @Autowired
    Outbox outbox;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    @Autowired
    NumberSeries numbers;

    @Autowired
    TransactionTemplate transaction;

    Party reseller;
    Party customer;

    @BeforeEach
    void appoint() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        customer = parties.customerOf(reseller);
    }

    /** Vectors H10 to H13 on contracts that run. */
    @ParameterizedTest
    @CsvSource({
        "12, 0, true, 15, 8",
        "12, 3, true, 18, 7",
        "12, 21, true, 36, 1",
        "12, 24, false, 36, 0",
        "24, 0, true, 27, 4",
        "24, 12, false, 36, 0",
        "36, 0, false, 36, 0",
    })
    void extendsByThreeMonthsAtATimeToThirtySixAtMost(
            int concluded, int extended, boolean allowed, int monthsAfter, int remaining) {
        var number = rentals.begin(reseller, customer, concluded);
        IntStream.range(0, extended / 3).forEach(step -> extend(number));

        var next = extensions.next(subscriptions.get(number));

        assertThat(next).isEqualTo(new Extension(allowed, monthsAfter, remaining));
        assertThat(next.commission(Currency.getInstance("EUR")).isZero()).isTrue();
        if (allowed) {
            extend(number);
            assertThat(subscriptions.get(number).termMonths()).isEqualTo(monthsAfter);
        } else {
            assertThatThrownBy(() -> extend(number))
                    .isInstanceOfSatisfying(
                            Conflict.class, no -> assertThat(no.code()).isEqualTo("longest-term-reached"));
        }
    }

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.range(0, CASES) : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsInvoicedIsTheRateTimesTheMonthsWhateverWasExtended(long seed) {
        var random = new Random(seed);
        var number = rentals.begin(
                reseller,
                customer,
                random.nextBoolean() ? 12 : 24,
                List.of(
                        new WantedOrder.Line("laptop-14", 1 + random.nextInt(40)),
                        new WantedOrder.Line("monitor-27", 1 + random.nextInt(90)),
                        new WantedOrder.Line("cloud-backup", 1 + random.nextInt(9))),
                calendar.today().plusDays(random.nextInt(300)));
        IntStream.range(0, random.nextInt(5)).forEach(step -> extend(number));
        var contract = subscriptions.get(number);
        var rate = coming.of(contract).get(0).net();

        var invoiced = IntStream.range(0, contract.termMonths())
                .mapToObj(month -> contract.startDate().plusMonths(month))
                .map(day -> periods.cost(DuePeriods.one(number, day)))
                .map(cost -> Money.sum(
                        rate.currency(),
                        cost.lines().stream().map(PeriodToInvoice.Line::net).toList()))
                .toList();

        assertThat(invoiced).allMatch(rate::equals);
        assertThat(Money.sum(rate.currency(), invoiced).amount())
                .isEqualByComparingTo(rate.amount().multiply(BigDecimal.valueOf(contract.termMonths())));
        assertThat(contract.endsOn()).isEqualTo(contract.startDate().plusMonths(contract.termMonths()));
        assertThatThrownBy(() -> periods.cost(DuePeriods.one(number, contract.endsOn())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoOwesTooMuchIsNotExtended() {
        var number = rentals.begin(reseller, customer, 12);
        var invoices = new TestInvoices(database, numbers, transaction);
        blocks.block(customer.id(), invoices.invoice(customer.id(), "302.10", "EUR", calendar.today()));

        assertThatThrownBy(() -> extend(number))
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo(OrderBlocks.CODE));
        assertThat(subscriptions.get(number).termMonths()).isEqualTo(12);
    }

    @Test
    void customerAndResellerGetTheConfirmation() {
        var number = rentals.begin(reseller, customer, 12);
        extend(number);

        assertThat(outbox.about(number).stream()
                        .filter(letter -> letter.template().startsWith("contract-extended")))
                .extracting(OutboxLetter::to)
                .containsExactlyInAnyOrder(reseller.email(), customer.email());
    }

    private void extend(String number) {
        extensions.extend(reseller.id(), number, null, new Requester("anna@example.org", "anna@example.org"));
    }
}
