package io.partnerflow;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerflow.modelrules.ProductModels;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
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

    /** The same as for whoever changes one on site. */
    @ParameterizedTest
    @MethodSource("forms")
    void keepsToTheRulesForChangesToo(File file) {
        assertThat(ProductModels.errors(file)).isEmpty();
    }

    @Test
    void everyFormOfATaskOrAStartIsAsked() {
        var asked = Stream.concat(userTasks().map(UserTask::getCamundaFormRef), startForms())
                .collect(toSet());
        assertThat(forms().map(file -> file.getName().replace(".form", "")).filter(name -> name.contains(".")))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    /** In the form's order, so that whoever compares the two sees at once that they are the same. */
    @ParameterizedTest
    @MethodSource("userTasks")
    void aTaskHandsOverWhatItsFormAsksInItsOrder(UserTask task) throws IOException {
        var asked = fields(new File("forms", task.getCamundaFormRef() + ".form"))
                .filter(field -> !field.path("readonly").asBoolean())
                .map(FormModelTests::key)
                .toList();
        var mapping = task.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaInputOutput.class)
                .singleResult();
        assertThat(mapping.getCamundaInputParameters())
                .extracting(CamundaInputParameter::getCamundaName)
                .containsExactlyElementsOf(asked);
        assertThat(mapping.getCamundaOutputParameters())
                .extracting(CamundaOutputParameter::getCamundaName)
                .containsExactlyElementsOf(asked);
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
