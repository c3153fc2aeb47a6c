package io.partnerflow.shared;

import java.text.Collator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The countries of ISO 3166-1, by their two letters. */
public final class Countries {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    /** Whether this is the code of a country, in upper case. */
    public static boolean exists(String code) {
        return CODES.contains(code);
    }

    /** What the country is called in a language; the code itself where it is none. */
    public static String name(String code, Locale language) {
        return exists(code) ? new Locale.Builder().setRegion(code).build().getDisplayCountry(language) : code;
    }

    /** Every country's name by its code, in the alphabet of the language. */
    public static Map<String, String> names(Locale language) {
        var alphabet = Collator.getInstance(language);
        var names = new LinkedHashMap<String, String>();
        Arrays.stream(Locale.getISOCountries())
                .sorted((one, other) -> alphabet.compare(name(one, language), name(other, language)))
                .forEach(code -> names.put(code, name(code, language)));
        return names;
    }
}
