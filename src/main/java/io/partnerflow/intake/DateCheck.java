package io.partnerflow.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** Calendar days, as {@code 2026-12-24}. */
final class DateCheck {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private DateCheck() {}

    static Verdict of(Question question, String typed) {
        if (typed.isBlank()) {
            return Verdict.missing(question);
        }
        try {
            var day = LocalDate.parse(typed.strip(), DAY);
            return question.field().rules().todayOrLater() && day.isBefore(question.today())
                    ? Verdict.refused(
                            question,
                            "past-date",
                            typed.strip(),
                            question.today().toString())
                    : Verdict.accepted(day);
        } catch (DateTimeParseException noDay) {
            return Verdict.refused(
                    question, "date", typed.strip(), question.today().toString());
        }
    }
}
