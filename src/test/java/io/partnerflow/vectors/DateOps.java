package io.partnerflow.vectors;

import static io.partnerflow.vectors.VectorRow.answer;

import io.partnerflow.pricing.Deadlines;
import io.partnerflow.pricing.Instalment;
import io.partnerflow.pricing.Term;
import io.partnerflow.pricing.TrialDates;
import io.partnerflow.programmes.ProgrammePolicy.Rhythm;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Schedules, due dates and trials. */
final class DateOps {

    static final Map<String, Function<VectorRow, Map<String, @Nullable Object>>> ALL = Map.of(
            "schedule", DateOps::schedule,
            "instalments", DateOps::instalments,
            "dueDate", DateOps::dueDate,
            "trial", DateOps::trial);

    private DateOps() {}

    static int step(VectorRow row) {
        return Rhythm.valueOf(row.text("rhythm")).months(row.number("termMonths"));
    }

    private static Map<String, @Nullable Object> schedule(VectorRow row) {
        var term = Term.first(row.day("start"), row.number("termMonths"));
        var periods = term.periods(step(row));
        var shown = Integer.parseInt(row.expected().get("shown"));
        return answer(
                "count", periods.size(),
                "issueDates", periods.stream().limit(shown).map(Period::from).toList(),
                "shown", shown,
                "lastFrom", periods.get(periods.size() - 1).from(),
                "renewalDate", term.renewalDate(),
                "lastServiceDay", term.lastServiceDay());
    }

    private static Map<String, @Nullable Object> instalments(VectorRow row) {
        var parts = Instalment.split(row.money("total"), row.number("n"));
        return answer("parts", parts, "sum", Money.sum(Currency.getInstance(VectorRow.CURRENCY), parts));
    }

    private static Map<String, @Nullable Object> dueDate(VectorRow row) {
        return answer("dueDate", Deadlines.dueDate(row.day("issueDate"), row.number("paymentTermDays")));
    }

    private static Map<String, @Nullable Object> trial(VectorRow row) {
        var trial = new TrialDates(row.day("created"), row.number("trialDays"), row.number("purgeAfterMonths"));
        var outcome = trial.outcome(row.dayOrNone("ordered"));
        return answer(
                "lastActiveDay", trial.lastActiveDay(),
                "inactiveFrom", trial.inactiveFrom(),
                "purgeOn", trial.purgeOn(),
                "state", outcome,
                "purge", outcome == TrialDates.Outcome.CONVERTED ? "CANCELLED" : "SCHEDULED");
    }
}
