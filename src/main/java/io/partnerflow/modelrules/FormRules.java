package io.partnerflow.modelrules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A form: shown by Tasklist and the portal, every answer bounded, and asking what its task hands over. */
final class FormRules {

    /** The component types that were seen to work; a single other one leaves Tasklist with no form at all. */
    private static final Set<String> TYPES = Set.of(
            "text", "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "datetime", "group");

    /** HTML, a picture from elsewhere, or a link to anything but a page. */
    private static final Pattern RUNS =
            Pattern.compile("<[A-Za-z/!?]|!\\[|]\\s*\\((?!\\{\\{|https?://|/[^/])|^\\s*=|]:");

    /** What stands beside a field; shown as it is, unless it is an expression. */
    private static final List<String> WORDS = List.of("label", "dateLabel", "timeLabel", "description");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final byte[] content;
    private final byte @Nullable [] before;
    private final House house;
    private final List<Finding> findings = new ArrayList<>();

    FormRules(String file, byte[] content, byte @Nullable [] before, House house) {
        this.file = file;
        this.content = content;
        this.before = before;
        this.house = house;
    }

    /** Keys of the fields that a person fills in, in their order. */
    static List<String> asked(byte[] form) {
        try {
            return components(JSON.readTree(form))
                    .filter(field -> field.has("key") && !field.path("readonly").asBoolean())
                    .map(FormRules::key)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    List<Finding> check() {
        try {
            var form = JSON.readTree(content);
            whole(form);
            var keys = new HashSet<String>();
            components(form).forEach(component -> component(component, keys));
            var ids = new HashSet<String>();
            components(form)
                    .filter(component -> !ids.add(component.path("id").asText()))
                    .forEach(component -> error(
                            label(component), "form-id", component.path("id").asText()));
            used();
        } catch (IOException unreadable) {
            error(
                    "",
                    "not-readable",
                    String.valueOf(unreadable.getMessage()).lines().findFirst().orElse(""));
        }
        return findings;
    }

    private void whole(JsonNode form) {
        var id = form.path("id").asText();
        if (!file.equals(id + ".form")) {
            error("", "id-differs", id, file);
        }
        if (form.path("schemaVersion").asInt() != 16
                || !"Camunda Platform".equals(form.path("executionPlatform").asText())) {
            error("", "form-version");
        }
        if (!id.contains(".")) {
            error("", "portal-form");
        }
    }

    private void component(JsonNode one, Set<String> keys) {
        var type = one.path("type").asText();
        if (!TYPES.contains(type)) {
            error(label(one), "form-type", type, String.join(", ", new TreeSet<>(TYPES)));
        }
        if (one.path("text").asText().contains("{{")
                && !one.path("text").asText().matches("\\[[^\\]{}]+]\\(\\{\\{[a-z][A-Za-z]*Url}}\\)")) {
            error(one.path("text").asText(), "form-markdown");
        }
        if (RUNS.matcher(one.path("text").asText()).find()) {
            error(one.path("text").asText(), "form-text");
        }
        WORDS.stream()
                .map(word -> one.path(word).asText())
                .filter(said -> said.stripLeading().startsWith("=") || said.contains("{{"))
                .forEach(said -> error(said, "form-markdown"));
        if (one.has("key")) {
            field(one, type, keys);
        }
    }

    private void field(JsonNode one, String type, Set<String> keys) {
        if (!keys.add(key(one)) || !key(one).matches("[a-z][A-Za-z0-9]*")) {
            error(label(one), "form-key", key(one));
        }
        if (label(one).isBlank()) {
            error("", "form-label", key(one));
        }
        var missing = one.path("readonly").asBoolean() ? "" : unbounded(one, type);
        if (!missing.isEmpty()) {
            error(label(one), "form-bounds", missing);
        }
    }

    private static String unbounded(JsonNode one, String type) {
        var rules = one.path("validate");
        var longest = type.equals("textarea") ? 4000 : 254;
        return switch (type) {
            case "textfield", "textarea" ->
                rules.path("maxLength").asInt() >= 1 && rules.path("maxLength").asInt() <= longest
                        ? ""
                        : "maxLength (1–" + longest + ")";
            case "number" -> rules.has("min") && rules.has("max") ? "" : "min, max";
            case "radio", "select", "checklist" ->
                one.hasNonNull("valuesKey") || hasOptions(one) ? "" : "values (label, value)";
            case "checkbox", "datetime" -> rules.path("required").asBoolean() ? "" : "required";
            default -> "";
        };
    }

    private static boolean hasOptions(JsonNode one) {
        return one.path("values").size() > 0
                && list(one.path("values"))
                        .allMatch(option -> !option.path("label").asText().isBlank() && option.hasNonNull("value"));
    }

    /** The task of its process hands over what it asks; a start needs what it asked before. */
    private void used() throws IOException {
        var process = file.substring(0, file.indexOf('.')) + ".bpmn";
        var asked = asked(content);
        var model = house.files().apply(process).map(this::model).orElse(List.of());
        var shows = model.stream()
                .filter(element -> file.equals(Xml.camunda(element, "formRef") + ".form"))
                .toList();
        if (shows.isEmpty() && file.indexOf('.') != file.lastIndexOf('.')) {
            findings.add(Finding.remark(file, "", "form-unused"));
        }
        shows.stream()
                .filter(element -> ProcessRules.is(element, "userTask"))
                .map(task -> TaskRules.differs(task, asked))
                .filter(problem -> !problem.isEmpty())
                .forEach(problem -> error(process, "form-handed", problem));
        if (before != null && shows.stream().anyMatch(element -> ProcessRules.is(element, "startEvent"))) {
            asked(before).stream()
                    .filter(key -> !asked.contains(key))
                    .forEach(key -> error("", "form-field-gone", key));
        }
    }

    private List<org.w3c.dom.Element> model(byte[] bpmn) {
        try {
            return Xml.read(file, bpmn).all();
        } catch (Xml.Unreadable unreadable) {
            return List.of(); // said where the process is looked at
        }
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return list(parent.path("components"))
                .flatMap(component -> Stream.concat(Stream.of(component), components(component)));
    }

    private static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String key(JsonNode field) {
        return field.path("key").asText();
    }

    private static String label(JsonNode field) {
        return field.path("label").asText() + field.path("dateLabel").asText();
    }

    private void error(String element, String rule, Object... details) {
        findings.add(Finding.error(file, element, rule, details));
    }
}
