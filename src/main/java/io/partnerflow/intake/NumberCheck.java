package io.partnerflow.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Whole numbers and decimals, in bounds. */
final class NumberCheck {

    private NumberCheck() {}

    static Verdict of(Question question, String typed) {
        if (typed.isBlank()) {
            return Verdict.missing(question);
        }
        var number = Numbers.read(typed);
        if (number.isEmpty()) {
            return Verdict.refused(question, "number", typed.strip());
        }
        var decimals = question.field().rules().decimals();
        if (decimals != null && number.get().stripTrailingZeros().scale() > decimals) {
            return decimals == 0
                    ? Verdict.refused(question, "whole-number", typed.strip())
                    : Verdict.refused(question, "decimals", typed.strip(), decimals);
        }
        return inBounds(question, number.get());
    }

    private static Verdict inBounds(Question question, BigDecimal number) {
        var min = question.min();
        var max = question.max();
        var below = min != null && number.compareTo(min) < 0;
        var above = max != null && number.compareTo(max) > 0;
        if ((below || above) && min != null && max != null) {
            return Verdict.refused(question, "range", Numbers.shown(number), Numbers.shown(min), Numbers.shown(max));
        }
        if (below) {
            return Verdict.refused(question, "too-small", Numbers.shown(number), Numbers.shown(min));
        }
        if (above) {
            return Verdict.refused(question, "too-large", Numbers.shown(number), Numbers.shown(max));
        }
        return Verdict.accepted(value(question, number));
    }

    private static Object value(Question question, BigDecimal number) {
        var decimals = question.field().rules().decimals();
        var exact = decimals == null ? number : number.setScale(decimals, RoundingMode.UNNECESSARY);
        if (question.field().rules().asText()) {
            return exact.toPlainString();
        }
        if (decimals == null || decimals > 0) {
            return exact;
        }
        return exact.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                ? (Object) exact.longValueExact()
                : exact.intValueExact();
    }
}
