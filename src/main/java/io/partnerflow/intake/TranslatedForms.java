package io.partnerflow.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Form files with the texts of another language in them, for who shows them without asking here: the engine. */
@Component
public class TranslatedForms {

    private static final List<String> LABELS = List.of("label", "dateLabel");
    private static final List<String> PROSE = List.of("text", "content");

    private final FormTexts texts;
    private final ObjectMapper json = new ObjectMapper();

    TranslatedForms(FormTexts texts) {
        this.texts = texts;
    }

    /**
     * The same form; what has no text in the language stays as it is.
     *
     * @param file as it stands in {@code forms/}
     * @throws IOException if it is no JSON
     */
    public byte[] translated(byte[] file, Locale language) throws IOException {
        var form = json.readTree(file);
        components(form, "form." + form.path("id").asText() + ".", "", language);
        return json.writeValueAsBytes(form);
    }

    private void components(JsonNode parent, String form, String path, Locale language) {
        for (var component : parent.path("components")) {
            if (component instanceof ObjectNode one) {
                var key = form
                        + (one.hasNonNull("key")
                                ? path + one.path("key").asText()
                                : one.path("id").asText());
                component(one, key, language);
                var inner = one.hasNonNull("path") ? path + one.path("path").asText() + "." : path;
                components(one, form, inner, language);
            }
        }
    }

    private void component(ObjectNode one, String key, Locale language) {
        LABELS.forEach(label -> say(one, label, key + ".label", language));
        PROSE.forEach(prose -> say(one, prose, key + ".text", language));
        say(one, "description", key + ".description", language);
        say(one.path("appearance"), "prefixAdorner", key + ".prefix", language);
        say(one.path("appearance"), "suffixAdorner", key + ".suffix", language);
        say(one.path("properties"), "pattern", key + ".pattern", language);
        one.path("values")
                .forEach(option -> say(
                        option, "label", key + ".option." + option.path("value").asText(), language));
        one.path("columns")
                .forEach(column -> say(
                        column, "label", key + ".column." + column.path("key").asText(), language));
    }

    private void say(JsonNode where, String name, String key, Locale language) {
        if (where instanceof ObjectNode said && said.hasNonNull(name)) {
            said.put(name, texts.text(key, said.path(name).asText(), language));
        }
    }
}
