package io.partnerflow.shared;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The languages people can choose for pages, letters and documents: English, and every language whose texts are there.
 * A language is added by adding its {@code messages/*_xx.properties}.
 */
public final class Languages {

    /** The language of texts without a suffix, which stand in where another language has none. */
    public static final Locale FALLBACK = Locale.ENGLISH;

    private static final List<String> OFFERED = Stream.concat(
                    Stream.of(FALLBACK.getLanguage()),
                    Arrays.stream(Locale.getISOLanguages())
                            .filter(Languages::hasTexts)
                            .sorted())
            .toList();

    private Languages() {}

    /** Whether this language can be asked for (BCP 47, lower case, without a region). */
    public static boolean isOffered(String code) {
        return OFFERED.contains(code);
    }

    /** Every language, English first. */
    public static List<Locale> offered() {
        return OFFERED.stream().map(Locale::forLanguageTag).toList();
    }

    /** Every language's own name by its code. */
    public static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        OFFERED.forEach(code -> names.put(code, ownName(Locale.forLanguageTag(code))));
        return names;
    }

    /** The codes, for an error message. */
    public static String codes() {
        return String.join(", ", OFFERED);
    }

    private static boolean hasTexts(String code) {
        return Languages.class.getResource("/messages/shared_" + code + ".properties") != null;
    }

    private static String ownName(Locale language) {
        var name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
