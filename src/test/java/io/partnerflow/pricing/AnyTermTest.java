package io.partnerflow.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any start, term and amount; a case that fails names the seed that makes it again. */
class AnyTermTest {

    private static final int[] STEPS = {1, 3, 12};
    private static final int CASES = 400;

    /** Fixed seeds, or with {@code -Dseed=<n>} that one only. */
    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.range(0, CASES) : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void billingPeriodsTileTheTerm(long seed) {
        var random = new Random(seed);
        var term = anyTerm(random);
        var periods = term.periods(anyStep(random, term));
        assertThat(periods.get(0).from()).isEqualTo(term.from());
        assertThat(periods.get(periods.size() - 1).to()).isEqualTo(term.renewalDate());
        IntStream.range(1, periods.size())
                .forEach(at -> assertThat(periods.get(at).from())
                        .isEqualTo(periods.get(at - 1).to()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void renewalsFollowEachOtherOnTheFirstTermsDay(long seed) {
        var random = new Random(seed);
        var term = anyTerm(random);
        var next = term.next(1 + random.nextInt(60));
        assertThat(next.from()).isEqualTo(term.renewalDate());
        assertThat(next.renewalDate().getDayOfMonth())
                .isEqualTo(Math.min(
                        term.anchor().getDayOfMonth(), next.renewalDate().lengthOfMonth()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void instalmentsAddUpWhateverTheRhythm(long seed) {
        var random = new Random(seed);
        var term = anyTerm(random);
        var annualNets = List.of(anyMoney(random), anyMoney(random), anyMoney(random));
        var instalments = Instalment.of(term, anyStep(random, term), annualNets, term.from());
        var values = annualNets.stream().map(term::value).toList();
        assertThat(Instalment.total(instalments))
                .isEqualTo(Money.sum(values.get(0).currency(), values));
        assertThat(instalments)
                .allSatisfy(instalment -> assertThat(Money.sum(instalment.net().currency(), instalment.lineNets()))
                        .isEqualTo(instalment.net()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsOfAnAmountAddUpAndDifferByOneMinorUnitAtMost(long seed) {
        var random = new Random(seed);
        var total = anyMoney(random);
        var parts = Instalment.split(total, 1 + random.nextInt(60));
        assertThat(Money.sum(total.currency(), parts)).isEqualTo(total);
        var largest = parts.stream().max(Money::compareTo).orElseThrow();
        var smallest = parts.stream().min(Money::compareTo).orElseThrow();
        assertThat(largest.minus(smallest)).isLessThanOrEqualTo(Money.of("0.01", "SEK"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aWholePeriodCostsTheWholePriceAndFewerDaysNeverMore(long seed) {
        var random = new Random(seed);
        var term = anyTerm(random);
        var annual = anyMoney(random);
        var period = term.period();
        var change = period.from().plusDays(random.nextInt((int) period.days()));
        assertThat(charge(annual, term, period.from())).isEqualTo(term.value(annual));
        assertThat(charge(annual, term, change.plusDays(1))).isLessThanOrEqualTo(charge(annual, term, change));
        assertThat(charge(annual, term, period.to()).isZero()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aHigherDiscountNeverCostsMore(long seed) {
        var random = new Random(seed);
        var list = anyMoney(random);
        var quantity = random.nextInt(1000);
        var termDiscount = anyPercentage(random);
        var previous = list.times(quantity);
        for (var percent = 0; percent <= 100; percent++) {
            var discount = Percentage.of(BigDecimal.valueOf(percent));
            var net = Pricing.price(new PriceRequest(list, quantity, 12, termDiscount, discount))
                    .annualNet();
            assertThat(net).isLessThanOrEqualTo(previous);
            previous = net;
        }
        assertThat(previous.isZero()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anEstimateIsWhatWillBeInvoiced(long seed) {
        var random = new Random(seed);
        var request = new PriceRequest(
                anyMoney(random), 1 + random.nextInt(500), 36, anyPercentage(random), anyPercentage(random));
        var start = anyDay(random);
        var timing = new Estimate.Timing(start, start.minusDays(3), 3, 90, 3, Start.Backdated.CATCH_UP);
        var estimate = Estimate.of(List.of(Pricing.price(request)), timing);
        assertThat(estimate.instalments()).hasSize(12);
        assertThat(estimate.contractValue()).isEqualTo(estimate.annualNet().times(3));
        assertThat(Instalment.total(estimate.instalments().subList(0, 4))).isEqualTo(estimate.annualNet());
    }

    private static Money charge(Money annual, Term term, LocalDate change) {
        return Proration.ofAddition(annual, term.period(), term.months(), change)
                .charge();
    }

    private static Term anyTerm(Random random) {
        return Term.first(anyDay(random), 1 + random.nextInt(60));
    }

    private static LocalDate anyDay(Random random) {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000));
    }

    private static int anyStep(Random random, Term term) {
        var step = random.nextInt(STEPS.length + 1);
        return step == STEPS.length ? term.months() : STEPS[step];
    }

    private static Money anyMoney(Random random) {
        return Money.of(BigDecimal.valueOf(random.nextInt(10_000_000), 2), "SEK");
    }

    private static Percentage anyPercentage(Random random) {
        return Percentage.of(BigDecimal.valueOf(random.nextInt(10_001), 2));
    }
}
