package io.partnerflow.decisionlog;

import io.partnerflow.decisionlog.Replay.Effect;
import io.partnerflow.engine.DecisionTable;
import io.partnerflow.engine.DecisionTable.Column;
import io.partnerflow.engine.TrialTable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up what numbers in a table's answers come to: amounts by currency, shares of an amount as that amount. */
final class Effects {

    private static final String CURRENCY = "currency";
    private static final int PERCENT = 2;

    private final DecisionTable table;
    private final Map<Key, Effect> sums = new LinkedHashMap<>();

    Effects(DecisionTable table) {
        this.table = table;
    }

    private record Key(String output, @Nullable Object currency) {}

    void add(LoggedDecision decision, TrialTable.Answer answer) {
        for (var output : table.outputs()) {
            var before = amount(output, decision, decision.outputs());
            var after = amount(output, decision, answer.outputs());
            if (before.isPresent() && after.isPresent()) {
                add(output, decision.inputs().get(CURRENCY), before.get(), after.get());
            }
        }
    }

    List<Effect> list() {
        return List.copyOf(sums.values());
    }

    private void add(Column output, @Nullable Object currency, BigDecimal before, BigDecimal after) {
        var one = new Effect(
                output.expression(),
                currency == null ? null : currency.toString(),
                output.percentOf(),
                1,
                before,
                after);
        sums.merge(new Key(output.expression(), currency), one, Effects::plus);
    }

    private static Effect plus(Effect sum, Effect one) {
        return new Effect(
                sum.output(),
                sum.currency(),
                sum.percentOf(),
                sum.cases() + one.cases(),
                sum.from().add(one.from()),
                sum.to().add(one.to()));
    }

    private static Optional<BigDecimal> amount(Column output, LoggedDecision decision, Map<String, Object> outputs) {
        var value = number(outputs.get(output.expression()));
        return output.percentOf() == null
                ? value
                : value.flatMap(share -> number(decision.inputs().get(output.percentOf()))
                        .map(whole -> whole.multiply(share).movePointLeft(PERCENT)));
    }

    private static Optional<BigDecimal> number(@Nullable Object value) {
        try {
            return value == null ? Optional.empty() : Optional.of(new BigDecimal(Objects.toString(value)));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
