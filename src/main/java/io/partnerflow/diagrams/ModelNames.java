package io.partnerflow.diagrams;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the names in a model are called in the reader's language: the text {@code diagram.<slug of the name>}. A name
 * nobody has translated, such as one of a step that was added this morning, stays as the model has it.
 */
@Component
public class ModelNames {

    private final MessageSource messages;

    ModelNames(MessageSource messages) {
        this.messages = messages;
    }

    /** @param name as it stands in the model; empty stays empty */
    public String of(String name, Locale language) {
        return name.isBlank() ? name : String.valueOf(messages.getMessage(key(name), null, name, language));
    }

    /** Lower case; everything but letters and digits becomes one hyphen, none at the ends. */
    static String key(String name) {
        return "diagram."
                + name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
    }
}
