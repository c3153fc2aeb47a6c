package io.partnerflow.shared;

import java.util.Locale;
import java.util.Map;

/**
 * How people call something that the vendor names itself.
 *
 * @param plain      where a language has none of its own
 * @param translated by the code of the language
 */
public record Names(String plain, Map<String, String> translated) {

    public Names {
        translated = Map.copyOf(translated);
    }

    public String in(Locale language) {
        return translated.getOrDefault(language.getLanguage(), plain);
    }

    /**
     * @param of what is named, for the message
     * @throws IllegalStateException if a name is in a language without texts, or is empty
     */
    public Names checked(String of) {
        translated.forEach((language, name) -> {
            if (!Languages.isOffered(language) || name.isBlank()) {
                throw new IllegalStateException("name of %s in %s: '%s'; languages with texts are %s"
                        .formatted(of, language, name, Languages.codes()));
            }
        });
        return this;
    }
}
