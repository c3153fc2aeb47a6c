package io.partnerflow.commission;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an objection can be looked into: a reason, and lines that are there. */
final class ObjectionCheck {

    /** A line that is there. */
    record Line(int position, @Nullable BigDecimal expected, String reason) {}

    record Checked(String reason, List<Line> lines) {}

    private ObjectionCheck() {}

    /** @throws Invalid naming every bad field */
    static Checked check(Objection objection, Statement statement) {
        var problems = new Invalid.Collector();
        var reason = Typed.optionalText("reason", objection.reason(), 2000, problems);
        if (reason == null && !problems.rejects("reason")) {
            problems.reject("reason", "objection-reason", null);
        }
        var lines = new ArrayList<Line>();
        var named = new HashSet<Integer>();
        for (var i = 0; i < objection.lines().size(); i++) {
            var line = line("lines[%d].".formatted(i), objection.lines().get(i), reason, statement, problems);
            if (line != null && !named.add(line.position())) {
                problems.reject("lines[%d].document".formatted(i), "line-disputed-twice", null);
            }
            lines.add(line);
        }
        problems.throwIfAny();
        return new Checked(reason, lines);
    }

    private static @Nullable Line line(
            String path,
            Objection.Line typed,
            @Nullable String reason,
            Statement statement,
            Invalid.Collector problems) {
        var line = statement.lines().stream()
                .filter(one -> one.item().equals(typed.document()))
                .findFirst();
        if (line.isEmpty()) {
            problems.reject(path + "document", "no-such-line", typed.document(), statement.number());
            return null;
        }
        var expected = expected(path + "expected", typed.expected(), statement, problems);
        var own = Typed.optionalLine(path + "reason", typed.reason(), 400, problems);
        var said = own == null ? cut(reason) : own;
        return new Line(line.get().position(), expected, said);
    }

    private static String cut(@Nullable String reason) {
        var text = reason == null ? "" : reason;
        return text.substring(0, Math.min(text.length(), 400));
    }

    private static @Nullable BigDecimal expected(
            String field, @Nullable String typed, Statement statement, Invalid.Collector problems) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var decimals = statement.carryIn().currency().getDefaultFractionDigits();
        var number = typed.strip().replace(',', '.').replace('−', '-');
        if (!number.matches("-?\\d{1,12}(\\.\\d{1,%d})?".formatted(Math.max(decimals, 1)))) {
            problems.reject(field, "amount", typed, decimals);
            return null;
        }
        return new BigDecimal(number);
    }
}
