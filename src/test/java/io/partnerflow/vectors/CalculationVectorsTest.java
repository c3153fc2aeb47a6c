package io.partnerflow.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.partnerflow.shared.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every worked case of {@code vectors/calculations.csv} through the product's own functions; nothing is reckoned here.
 * {@code -Dvectors=<path>} runs another file of the same form.
 */
class CalculationVectorsTest {

    private static final Map<String, Function<VectorRow, Map<String, @Nullable Object>>> OPS = Stream.of(
                    PriceOps.ALL, DateOps.ALL, TermOps.ALL, EarningOps.ALL, TaxOps.ALL)
            .flatMap(ops -> ops.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    static Stream<Arguments> rows() {
        return VectorRow.readAll(Path.of(System.getProperty("vectors", "src/test/resources/vectors/calculations.csv")))
                .stream()
                .map(row -> arguments(Named.of(row.toString(), row)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theProductComesToTheWorkedResult(VectorRow row) {
        assertThat(answered(row)).isEqualTo(row.expected());
    }

    @Test
    void anUnknownOperationFails() {
        var row = VectorRow.read("X1,X,guess,a=1,b=2,,,");
        assertThatIllegalArgumentException().isThrownBy(() -> answered(row)).withMessageContaining("guess");
    }

    @Test
    void aResultTheProductDoesNotGiveFails() {
        var row = VectorRow.read("X2,X,dueDate,issueDate=2026-01-31;paymentTermDays=30,dueDate=2026-03-02;luck=1,,,");
        assertThat(answered(row)).isNotEqualTo(row.expected());
    }

    private static Map<String, String> answered(VectorRow row) {
        var op = OPS.get(row.op());
        if (op == null) {
            throw new IllegalArgumentException("%s: no function for the operation %s".formatted(row.id(), row.op()));
        }
        var answer = op.apply(row);
        var texts = new LinkedHashMap<String, String>();
        row.expected().keySet().stream()
                .filter(answer::containsKey)
                .forEach(key -> texts.put(key, text(answer.get(key))));
        return texts;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Money money) {
            return money.amount().toPlainString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Collection<?> values) {
            return values.isEmpty()
                    ? "NONE"
                    : values.stream().map(CalculationVectorsTest::text).collect(Collectors.joining("|"));
        }
        return value == null ? "NONE" : value.toString();
    }
}
