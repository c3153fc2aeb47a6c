package io.partnerflow.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A serial number as we compare it: without spaces, in capitals, so that {@code 5cg 1234abc} and {@code 5CG1234ABC} are one.
 *
 * @param value 3 to 64 of the letters A to Z, digits and {@code - _ . / + : #}
 */
public record SerialNumber(String value) {

    private static final Pattern ACCEPTED = Pattern.compile("[A-Z0-9][A-Z0-9._/+:#-]{2,63}");

    /** @throws IllegalArgumentException if it is none */
    public SerialNumber {
        if (!ACCEPTED.matcher(value).matches()) {
            throw new IllegalArgumentException("not a serial number: " + value);
        }
    }

    /** @return empty if the text is no serial number */
    public static Optional<SerialNumber> parse(String typed) {
        var value = typed.replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
        return ACCEPTED.matcher(value).matches() ? Optional.of(new SerialNumber(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
