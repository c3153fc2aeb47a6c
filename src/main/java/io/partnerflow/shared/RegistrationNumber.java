package io.partnerflow.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The number under which a country's business register knows an organisation; its check digit is right.
 *
 * <p><b>Source:</b> P-18, PA-8. That the organisation exists is a question for the register, not for this.
 *
 * @param country ISO 3166-1 alpha-2
 * @param value   as the register writes it, such as {@code 556012-5790} for Sweden; equal numbers are equal texts
 */
public record RegistrationNumber(String country, String value) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** @throws IllegalArgumentException if this is not a number of that country in its normal form */
    public RegistrationNumber {
        if (!normal(country, value).filter(value::equals).isPresent()) {
            throw new IllegalArgumentException("no registration number of %s: %s".formatted(country, value));
        }
    }

    /**
     * @param country ISO 3166-1 alpha-2, upper case
     * @param text    as typed; spaces, dots, dashes and slashes do not matter
     * @return empty if the country is none, or the shape or the check digit is wrong
     */
    public static Optional<RegistrationNumber> parse(String country, String text) {
        return normal(country, text).map(number -> new RegistrationNumber(country, number));
    }

    /** Numbers that are accepted, one for each kind the country has, for an error message. */
    public static String examples(String country) {
        return IdentifierForm.examples(RegistrationNumberForms.of(country));
    }

    /** @return empty if the field has been rejected as {@code registration-number-invalid} */
    public static Optional<RegistrationNumber> check(
            String field, String country, String text, Invalid.Collector problems) {
        var number = parse(country, text);
        if (number.isEmpty()) {
            problems.reject(field, "registration-number-invalid", text, country, examples(country));
        }
        return number;
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> normal(String country, String text) {
        return COUNTRIES.contains(country)
                ? IdentifierForm.normal(RegistrationNumberForms.of(country), IdentifierForm.compact(text))
                : Optional.empty();
    }
}
