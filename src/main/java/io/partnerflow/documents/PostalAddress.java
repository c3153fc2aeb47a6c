package io.partnerflow.documents;

import io.partnerflow.shared.Countries;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is, in the parts a machine asks for.
 *
 * @param street  with house number
 * @param line2   null if there is no second line
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(String street, @Nullable String line2, String postalCode, String city, String country) {

    /** In the order of the envelope, the country in words last. */
    public List<String> lines(Locale language) {
        return Stream.of(street, line2, "%s %s".formatted(postalCode, city).strip(), Countries.name(country, language))
                .filter(line -> line != null && !line.isBlank())
                .toList();
    }
}
