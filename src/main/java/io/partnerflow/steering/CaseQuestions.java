package io.partnerflow.steering;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was asked when a step of a case had failed, and what was answered. */
@Component
@Order(3)
class CaseQuestions implements CasePart {

    private final FailureQuestions questions;

    CaseQuestions(FailureQuestions questions) {
        this.questions = questions;
    }

    @Override
    public String fragment() {
        return "staff/case-parts :: questions";
    }

    @Override
    public @Nullable Object of(String number, Locale language) {
        var found = questions.ofCase(number);
        return found.isEmpty() ? null : found;
    }
}
