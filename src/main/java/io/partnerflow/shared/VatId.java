package io.partnerflow.shared;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A VAT identification number whose shape and check digit are right. Whether the tax office has given it out is for VIES
 * to say.
 *
 * <p><b>Source:</b> PA-8; the prefix is the country's except for Greece (EL), Switzerland (CHE), Northern Ireland (XI).
 *
 * @param country ISO 3166-1 alpha-2 of the organisation
 * @param value   with prefix, without spaces, such as {@code SE556012579001}
 */
public record VatId(String country, String value) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Monaco, the Isle of Man and Åland use the numbers of a neighbour. */
    private static final Map<String, String> PREFIXES =
            Map.of("GR", "EL", "CH", "CHE", "MC", "FR", "IM", "GB", "AX", "FI");

    /** @throws IllegalArgumentException if this is not a number of that country in its normal form */
    public VatId {
        if (!normal(country, value).filter(value::equals).isPresent()) {
            throw new IllegalArgumentException("no VAT id of %s: %s".formatted(country, value));
        }
    }

    /**
     * @param country ISO 3166-1 alpha-2, upper case
     * @param text    as typed, with or without prefix; spaces, dots, dashes and slashes do not matter
     * @return empty if the country is none, the number is another country's, or shape or check digit is wrong
     */
    public static Optional<VatId> parse(String country, String text) {
        return normal(country, text).map(number -> new VatId(country, number));
    }

    /** Numbers that are accepted, one for each kind the country has, for an error message. */
    public static String examples(String country) {
        return IdentifierForm.examples(VatIdForms.of(prefix(country)));
    }

    /** @return empty if the field has been rejected as {@code vat-number-invalid} */
    public static Optional<VatId> check(String field, String country, String text, Invalid.Collector problems) {
        var number = parse(country, text);
        if (number.isEmpty()) {
            problems.reject(field, "vat-number-invalid", text, country, examples(country));
        }
        return number;
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> normal(String country, String text) {
        var compact = IdentifierForm.compact(text);
        if (!COUNTRIES.contains(country)) {
            return Optional.empty();
        }
        var prefix = country.equals("GB") && compact.startsWith("XI") ? "XI" : prefix(country);
        var body = compact.startsWith(prefix) ? compact.substring(prefix.length()) : compact;
        return VatIdForms.knows(prefix)
                ? IdentifierForm.normal(VatIdForms.of(prefix), body).map(prefix::concat)
                : IdentifierForm.normal(VatIdForms.of(prefix), compact);
    }

    private static String prefix(String country) {
        return PREFIXES.getOrDefault(country, country);
    }
}
