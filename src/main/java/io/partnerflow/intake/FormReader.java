package io.partnerflow.intake;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerflow.intake.FormComponent.Choices;
import io.partnerflow.intake.FormComponent.FieldRules;
import io.partnerflow.intake.FormComponent.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of Camunda Forms, schema version 16. */
final class FormReader {

    private static final int WHOLE_ROW = 16;

    private String row = "";

    static List<FormComponent> read(JsonNode form) {
        if (form.path("schemaVersion").asInt() > 16) {
            throw new IllegalArgumentException("schemaVersion must be 16 or less, or Tasklist cannot show the form");
        }
        return new FormReader().components(form, "");
    }

    private List<FormComponent> components(JsonNode parent, String path) {
        var found = new ArrayList<FormComponent>();
        for (var json : parent.path("components")) {
            ComponentType.named(json.path("type").asText()).ifPresent(type -> found.add(component(type, json, path)));
        }
        return List.copyOf(found);
    }

    private FormComponent component(ComponentType type, JsonNode json, String path) {
        var inner = json.hasNonNull("path") ? path + json.path("path").asText() + "." : path;
        var key = json.hasNonNull("key") ? path + json.path("key").asText() : text(json, "id");
        return new FormComponent(
                type,
                key,
                text(json, type == ComponentType.DATETIME ? "dateLabel" : "label"),
                text(json, "description"),
                text(json, type == ComponentType.HTML ? "content" : "text"),
                text(json.path("conditional"), "hide"),
                json.path("readonly").asBoolean() || json.path("disabled").asBoolean(),
                rules(type, json, json.path("validate")),
                choices(json),
                look(json),
                properties(json.path("properties")),
                components(json, inner));
    }

    private static FieldRules rules(ComponentType type, JsonNode json, JsonNode validate) {
        if (type == ComponentType.DATETIME
                && !"date".equals(json.path("subtype").asText("date"))) {
            throw new IllegalArgumentException(text(json, "key") + ": only the subtype date is understood");
        }
        return new FieldRules(
                validate.path("required").asBoolean(),
                orNull(validate, "min"),
                orNull(validate, "max"),
                numberOrNull(validate, "minLength"),
                numberOrNull(validate, "maxLength"),
                orNull(validate, "pattern"),
                text(validate, "validationType").replace("custom", ""),
                numberOrNull(json, "decimalDigits"),
                json.path("disallowPassedDates").asBoolean(),
                json.path("serializeToString").asBoolean());
    }

    private static Choices choices(JsonNode json) {
        var fixed = StreamSupport.stream(json.path("values").spliterator(), false)
                .map(option -> new Option(text(option, "value"), text(option, "label")))
                .toList();
        return new Choices(fixed, text(json, "valuesKey"), text(json, "valuesExpression") + text(json, "dataSource"));
    }

    private Look look(JsonNode json) {
        var layout = json.path("layout");
        var before = row;
        row = text(layout, "row");
        var columns = new LinkedHashMap<String, String>();
        json.path("columns").forEach(column -> columns.put(text(column, "key"), text(column, "label")));
        var appearance = json.path("appearance");
        return new Look(
                text(appearance, "prefixAdorner"),
                text(appearance, "suffixAdorner"),
                layout.path("columns").asInt(WHOLE_ROW),
                row.isEmpty() || !row.equals(before),
                columns);
    }

    private static Map<String, String> properties(JsonNode json) {
        return json.properties().stream()
                .map(property -> entry(property.getKey(), property.getValue().asText()))
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }

    private static @Nullable String orNull(JsonNode json, String name) {
        return json.hasNonNull(name) && !json.path(name).asText().isBlank()
                ? json.path(name).asText()
                : null;
    }

    private static @Nullable Integer numberOrNull(JsonNode json, String name) {
        return json.hasNonNull(name) ? Integer.valueOf(json.path(name).asInt()) : null;
    }
}
