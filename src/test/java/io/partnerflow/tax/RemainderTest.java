package io.partnerflow.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** C-18: however an invoice is taken back, it ends at exactly zero; a case that fails names the seed that makes it again. */
class RemainderTest {

    private static final int CASES = 500;

    /** Fixed seeds, or with {@code -Dseed=<n>} that one only. */
    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.range(0, CASES) : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anySplitIntoCreditNotesClosesTheInvoiceToZero(long seed) {
        var random = new Random(seed);
        var invoiced = anyLines(random);
        var totals = VatTotals.ofLines(invoiced);
        var left = Remainder.of(invoiced);
        var open = totals.gross();
        for (var notes = random.nextInt(6); notes > 0 && !left.isClosed(); notes--) {
            var nets = anyPart(random, left);
            var credited = left.credit(nets);
            left = left.minus(nets, credited.groups());
            open = open.minus(credited.gross());
            assertThat(credited.gross()).isEqualTo(credited.net().plus(credited.vat()));
        }
        if (!left.isClosed()) {
            var last = left.credit(left.nets());
            left = left.minus(left.nets(), last.groups());
            open = open.minus(last.gross());
        }
        assertThat(open).isEqualTo(money("0.00"));
        assertThat(left.groups())
                .allMatch(group -> group.net().isZero() && group.vat().isZero());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neitherNetNorTaxOfAGroupGoesBelowZero(long seed) {
        var random = new Random(seed);
        var left = Remainder.of(anyLines(random));
        for (var notes = 0; notes < 8 && !left.isClosed(); notes++) {
            var nets = anyPart(random, left);
            left = left.minus(nets, left.credit(nets).groups());
            assertThat(left.groups())
                    .noneMatch(group -> group.net().isNegative() || group.vat().isNegative());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void taxIsOnTheSumOfAGroupNotOnItsLines(long seed) {
        var random = new Random(seed);
        var lines = anyLines(random);
        var totals = VatTotals.ofLines(lines);
        for (var group : totals.groups()) {
            var net = lines.stream()
                    .filter(line ->
                            line.category() == group.category() && line.rate().equals(group.rate()))
                    .map(TaxedLine::net)
                    .reduce(money("0.00"), Money::plus);
            assertThat(group.net()).isEqualTo(net);
            assertThat(group.vat()).isEqualTo(group.rate().of(net));
        }
        assertThat(totals.gross()).isEqualTo(totals.net().plus(totals.vat()));
    }

    @Test
    void theLastCentOfTaxGoesWithTheLastNet() {
        // 3 × 0.03 at 25 %: 0.02 tax on 0.09; each third alone would bear 0.01
        var left = Remainder.of(List.of(line("25", "0.09")));
        var taxes = new ArrayList<Money>();
        for (var note = 0; note < 3; note++) {
            var nets = List.of(money("0.03"));
            var credited = left.credit(nets);
            taxes.add(credited.vat());
            left = left.minus(nets, credited.groups());
        }
        assertThat(taxes).containsExactly(money("0.01"), money("0.01"), money("0.00"));
        assertThat(left.isClosed()).isTrue();
    }

    @Test
    void moreThanIsLeftIsRefused() {
        var left = Remainder.of(List.of(line("25", "100.00"), line("25", "-20.00")));
        assertThat(left.covers(0, money("100.01"))).isFalse();
        assertThat(left.covers(0, money("-0.01"))).isFalse();
        assertThat(left.covers(1, money("-20.00"))).isTrue();
        assertThat(left.covers(1, money("0.01"))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> left.credit(List.of(money("100.01"), money("0.00"))))
                .withMessageContaining("line 1");
    }

    private static List<TaxedLine> anyLines(Random random) {
        var rates = List.of("25", "25.5", "6", "0", "19");
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(line -> line(
                        rates.get(random.nextInt(rates.size())),
                        BigDecimal.valueOf(1 + random.nextInt(random.nextBoolean() ? 30 : 5_000_000), 2)
                                .toPlainString()))
                .toList();
    }

    private static List<Money> anyPart(Random random, Remainder left) {
        return left.nets().stream().map(net -> net.share(random.nextInt(5), 4)).toList();
    }

    private static TaxedLine line(String rate, String net) {
        return new TaxedLine(VatCategory.S, Percentage.of(rate), money(net));
    }

    private static Money money(String amount) {
        return Money.of(amount, "SEK");
    }
}
