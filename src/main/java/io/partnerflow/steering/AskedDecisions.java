package io.partnerflow.steering;

import io.partnerflow.decisionlog.DecisionLog;
import io.partnerflow.shared.Invalid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What somebody wants to see of the decision log, as it stands in the address. */
record AskedDecisions(
        @Nullable String number,
        @Nullable String table,
        @Nullable String rule,
        @Nullable String from,
        @Nullable String to) {

    AskedDecisions {
        number = number == null ? "" : number.strip();
        table = table == null ? "" : table.strip();
        rule = rule == null ? "" : rule.strip();
        from = from == null ? "" : from.strip();
        to = to == null ? "" : to.strip();
    }

    /** @throws Invalid naming what cannot be read */
    DecisionLog.Wanted wanted() {
        var problems = new Invalid.Collector();
        var begins = day("from", from, problems);
        var ends = day("to", to, problems);
        var number = place(problems);
        problems.throwIfAny();
        return new DecisionLog.Wanted(this.number, table, null, number, begins, ends);
    }

    /** For links; ends with {@code &}. */
    public String query() {
        return "number=%s&table=%s&rule=%s&from=%s&to=%s&"
                .formatted(coded(number), coded(table), coded(rule), coded(from), coded(to));
    }

    private @Nullable Integer place(Invalid.Collector problems) {
        if (rule.isEmpty()) {
            return null;
        }
        if (!rule.matches("[1-9][0-9]{0,3}")) {
            problems.reject("rule", "decision-rule", rule, rule);
            return null;
        }
        return Integer.valueOf(rule);
    }

    private static @Nullable LocalDate day(String field, String text, Invalid.Collector problems) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            problems.reject(field, "decision-day", text, text);
            return null;
        }
    }

    private static String coded(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }
}
