package io.partnerflow.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The languages people can choose for letters to them. Where texts of one are missing, English stands in. */
public final class Languages {

    private static final List<String> OFFERED = List.of("en", "sv", "de", "fr");

    private Languages() {}

    /** Whether letters can be asked for in this language (BCP 47, lower case). */
    public static boolean isOffered(String code) {
        return OFFERED.contains(code);
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

    private static String ownName(Locale language) {
        var name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
