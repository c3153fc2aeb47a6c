package io.partnerflow.shared;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One shape an official number may have.
 *
 * @param shape   of the number in upper case without spaces, dots, dashes and slashes
 * @param checks  its check digit, asked only when the shape fits
 * @param normal  how the register itself writes it
 * @param example a number that is accepted, in normal form
 */
record IdentifierForm(Pattern shape, Predicate<String> checks, UnaryOperator<String> normal, String example) {

    private static final int LONGEST_INPUT = 100;

    static IdentifierForm of(String shape, Predicate<String> checks, String example) {
        return new IdentifierForm(Pattern.compile(shape), checks, UnaryOperator.identity(), example);
    }

    static IdentifierForm of(String shape, String example) {
        return of(shape, number -> true, example);
    }

    /** The same, written by the register in groups: the regular expression's groups put into {@code written}. */
    IdentifierForm writtenAs(String groups, String written) {
        return new IdentifierForm(
                shape, checks, number -> number.replaceFirst(groups, written).strip(), example);
    }

    /** What a person typed, without what only helps the eye. */
    static String compact(String text) {
        return text.length() > LONGEST_INPUT
                ? ""
                : text.replaceAll("[ \\u00a0\\t./\\u2013-]", "").toUpperCase(Locale.ROOT);
    }

    static Optional<String> normal(List<IdentifierForm> forms, String compact) {
        return forms.stream()
                .filter(form -> form.fits(compact))
                .map(form -> form.normal.apply(compact))
                .findFirst();
    }

    static String examples(List<IdentifierForm> forms) {
        return forms.stream().map(IdentifierForm::example).collect(Collectors.joining(", "));
    }

    private boolean fits(String compact) {
        return shape.matcher(compact).matches() && checks.test(compact);
    }
}
