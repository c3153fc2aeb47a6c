package io.partnerflow;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form in {@code forms/} keeps to, so that Tasklist 7.24 and the portal both show it and nothing is unbounded. */
class FormModelTests {

    /** The component types that were seen to work; a single other one leaves Tasklist with no form at all. */
    static final Set<String> TYPES = Set.of(
            "text", "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "datetime", "group");

    static Stream<File> forms() {
        return Stream.of(new File("forms").listFiles((directory, name) -> name.endsWith(".form")));
    }

    static Stream<UserTask> userTasks() {
        return BpmnModelTests.models()
                .flatMap(file -> Bpmn.readModelFromFile(file).getModelElementsByType(UserTask.class).stream());
    }

    static Stream<String> startForms() {
        return BpmnModelTests.models()
                .flatMap(file -> Bpmn.readModelFromFile(file).getModelElementsByType(StartEvent.class).stream())
                .map(start -> start.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "formRef"))
                .filter(Objects::nonNull);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isNamedAfterItsFile(File file) throws IOException {
        var form = new ObjectMapper().readTree(file);
        assertThat(form.path("id").asText() + ".form").isEqualTo(file.getName());
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void usesComponentsThatTasklistShows(File file) throws IOException {
        assertThat(components(file))
                .extracting(component -> component.path("type").asText())
                .isSubsetOf(TYPES);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void namesEveryComponentOnce(File file) throws IOException {
        assertThat(components(file))
                .extracting(component -> component.path("id").asText())
                .doesNotHaveDuplicates();
        assertThat(fields(file))
                .extracting(FormModelTests::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z][A-Za-z0-9]*"));
        assertThat(fields(file))
                .allSatisfy(field -> assertThat(field.path("label").asText()
                                + field.path("dateLabel").asText())
                        .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void boundsEveryAnswer(File file) throws IOException {
        assertThat(fields(file))
                .filteredOn(field -> !field.path("readonly").asBoolean())
                .allSatisfy(field -> {
                    var rules = field.path("validate");
                    switch (field.path("type").asText()) {
                        case "textfield" ->
                            assertThat(rules.path("maxLength").asInt()).isBetween(1, 254);
                        case "textarea" ->
                            assertThat(rules.path("maxLength").asInt()).isBetween(1, 4000);
                        case "number" ->
                            assertThat(rules.has("min") && rules.has("max")).isTrue();
                        case "radio", "select", "checklist" ->
                            assertThat(hasOptions(field)).as(key(field)).isTrue();
                        default ->
                            assertThat(rules.path("required").asBoolean())
                                    .as(key(field))
                                    .isTrue();
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void showsNothingTypedByOthersAsMarkdown(File file) throws IOException {
        assertThat(components(file))
                .filteredOn(component -> "text".equals(component.path("type").asText()))
                .extracting(component -> component.path("text").asText())
                .allMatch(text ->
                        !text.contains("{{") || text.matches("\\[[A-Z][a-z ]+]\\(\\{\\{[a-z][A-Za-z]*Url}}\\)"));
    }

    @Test
    void everyFormOfATaskOrAStartIsAsked() {
        var asked = Stream.concat(userTasks().map(UserTask::getCamundaFormRef), startForms())
                .collect(toSet());
        assertThat(forms().map(file -> file.getName().replace(".form", "")).filter(name -> name.contains(".")))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    /** A field the task does not take in begins empty in every round and reaches the process; see the models. */
    @ParameterizedTest
    @MethodSource("userTasks")
    void aTaskHandsOverExactlyWhatItsFormAsks(UserTask task) throws IOException {
        var asked = fields(new File("forms", task.getCamundaFormRef() + ".form"))
                .filter(field -> !field.path("readonly").asBoolean())
                .map(FormModelTests::key)
                .toList();
        var mapping = task.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaInputOutput.class)
                .singleResult();
        assertThat(mapping.getCamundaInputParameters())
                .allMatch(parameter -> parameter.getTextContent().isBlank())
                .extracting(CamundaInputParameter::getCamundaName)
                .containsExactlyElementsOf(asked);
        assertThat(mapping.getCamundaOutputParameters())
                .extracting(CamundaOutputParameter::getCamundaName)
                .containsExactlyElementsOf(asked);
    }

    private static boolean hasOptions(JsonNode field) {
        return field.hasNonNull("valuesKey")
                || list(field.path("values")).stream()
                        .allMatch(option -> !option.path("label").asText().isBlank() && option.hasNonNull("value"));
    }

    private static Stream<JsonNode> fields(File file) throws IOException {
        return components(file).filter(component -> component.has("key"));
    }

    private static Stream<JsonNode> components(File file) throws IOException {
        return list(new ObjectMapper().readTree(file).path("components")).stream();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String key(JsonNode field) {
        return field.path("key").asText();
    }
}
