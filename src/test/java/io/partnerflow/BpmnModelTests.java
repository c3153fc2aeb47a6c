package io.partnerflow;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.modelrules.ProductModels;
import java.awt.geom.Rectangle2D;
import java.beans.Introspector;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model in {@code processes/} keeps to. Needs no engine, no database and no Node. */
class BpmnModelTests {

    static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("startEvent", "startEvent_"),
            Map.entry("endEvent", "endEvent_"),
            Map.entry("boundaryEvent", "event_"),
            Map.entry("intermediateCatchEvent", "event_"),
            Map.entry("intermediateThrowEvent", "event_"),
            Map.entry("serviceTask", "serviceTask_"),
            Map.entry("userTask", "userTask_"),
            Map.entry("receiveTask", "receiveTask_"),
            Map.entry("businessRuleTask", "businessRuleTask_"),
            Map.entry("callActivity", "callActivity_"),
            Map.entry("subProcess", "subProcess_"),
            Map.entry("exclusiveGateway", "gateway_"),
            Map.entry("parallelGateway", "gateway_"),
            Map.entry("eventBasedGateway", "gateway_"),
            Map.entry("sequenceFlow", "flow_"));

    static Stream<File> models() {
        return Stream.of(new File("processes").listFiles((directory, name) -> name.endsWith(".bpmn")));
    }

    /** The same as for whoever changes one on site. */
    @ParameterizedTest
    @MethodSource("models")
    void keepsToTheRulesForChangesToo(File file) {
        assertThat(ProductModels.errors(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void isDescribed(File file) {
        var process = all(file, Process.class).findFirst().orElseThrow();
        assertThat(file.getName()).matches("[a-z]+(-[a-z]+)*\\.bpmn");
        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void namesEveryElementByKindAndPurpose(File file) {
        assertThat(all(file, FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId())
                        .startsWith(PREFIXES.get(element.getElementType().getTypeName()))
                        .matches("[a-z][A-Za-z]+_[a-z][A-Za-z0-9]*"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void writesNamesAsASentence(File file) {
        assertThat(all(file, FlowElement.class))
                .extracting(FlowElement::getName)
                .allMatch(name -> name == null || name.matches("(VAT|[A-Z][a-z]*)( ([a-z]+|VAT))*\\??( [a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void saysWhatAUserTaskIsAbout(File file) {
        assertThat(all(file, UserTask.class))
                .allSatisfy(task -> assertThat(task.getDocumentations()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("models")
    void savesWhatPeopleDidAndWhereBranchesMeet(File file) {
        // what staff enter is checked while they wait, and they read there what stands in the way
        assertThat(all(file, UserTask.class))
                .filteredOn(task -> !task.getId().startsWith("userTask_enter"))
                .allMatch(UserTask::isCamundaAsyncAfter);
        assertThat(all(file, ParallelGateway.class))
                .filteredOn(gateway -> gateway.getIncoming().size() > 1)
                .allMatch(ParallelGateway::isCamundaAsyncBefore);
    }

    @ParameterizedTest
    @MethodSource("models")
    void namesMessagesAndErrorsAsThingsThatHappened(File file) {
        assertThat(all(file, Message.class))
                .extracting(Message::getName)
                .allMatch(name -> name.matches("[a-z-]+\\.[a-z-]+"));
        assertThat(all(file, Error.class))
                .extracting(Error::getErrorCode)
                .allMatch(code -> code.matches("[a-z][A-Za-z]+"));
    }

    /** Who is not of the house, and whom the house waits for, stands in the model; pictures for outsiders follow it. */
    @ParameterizedTest
    @MethodSource("models")
    void saysWhomItWaitsFor(File file) {
        var internal = all(file, Process.class).anyMatch(process -> has(process, "audience"));
        assertThat(all(file, ReceiveTask.class)).allMatch(task -> internal || has(task, "waits-for"));
    }

    private static boolean has(BaseElement element, String property) {
        return element.getExtensionElements() != null
                && element
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list()
                        .stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .anyMatch(one -> one.getCamundaName().equals(property));
    }

    @ParameterizedTest
    @MethodSource("models")
    void readsFromLeftToRightUnlessItGoesBackToAGateway(File file) {
        var model = Bpmn.readModelFromFile(file);
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .filteredOn(flow -> !(flow.getTarget() instanceof Gateway))
                .allSatisfy(flow -> assertThat(x(model, flow.getTarget())).isGreaterThan(x(model, flow.getSource())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void drawsStraightLinesOnly(File file) {
        assertThat(all(file, BpmnEdge.class)).allSatisfy(edge -> {
            var points = edge.getWaypoints().stream().toList();
            for (var i = 1; i < points.size(); i++) {
                var sameColumn = points.get(i).getX().equals(points.get(i - 1).getX());
                var sameRow = points.get(i).getY().equals(points.get(i - 1).getY());
                assertThat(sameColumn || sameRow).as(edge.getId()).isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void crossesNoLines(File file) {
        var edges = all(file, BpmnEdge.class).toList();
        for (var i = 0; i < edges.size(); i++) {
            for (var other : edges.subList(i + 1, edges.size())) {
                for (var one : stretches(edges.get(i))) {
                    assertThat(stretches(other))
                            .as(edges.get(i).getId() + " and " + other.getId())
                            .noneMatch(one::intersects);
                }
            }
        }
    }

    /** The straight parts of a line, one pixel wide. */
    private static List<Rectangle2D> stretches(BpmnEdge edge) {
        var points = edge.getWaypoints().stream().toList();
        return IntStream.range(1, points.size())
                .<Rectangle2D>mapToObj(i -> {
                    var stretch = new Rectangle2D.Double();
                    stretch.setFrameFromDiagonal(
                            points.get(i - 1).getX(),
                            points.get(i - 1).getY(),
                            points.get(i).getX(),
                            points.get(i).getY());
                    stretch.setFrame(stretch.x, stretch.y, Math.max(1, stretch.width), Math.max(1, stretch.height));
                    return stretch;
                })
                .toList();
    }

    @Test
    void everyDelegateIsUsed() {
        var named = models().flatMap(file -> all(file, ServiceTask.class))
                .map(task -> task.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                .collect(toSet());
        var written = new ClassFileImporter()
                .importPackages("io.partnerflow").that(assignableTo(ProcessDelegate.class)).stream()
                        .filter(type -> !type.getModifiers().contains(ABSTRACT))
                        .map(type -> Introspector.decapitalize(type.getSimpleName()))
                        .collect(toSet());
        assertThat(named).containsAll(written);
    }

    private static double x(BpmnModelInstance model, FlowNode node) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() == node)
                .mapToDouble(
                        shape -> shape.getBounds().getX() + shape.getBounds().getWidth() / 2)
                .findFirst()
                .orElseThrow(() -> new AssertionError(node.getId() + " is not drawn"));
    }

    private static <T extends ModelElementInstance> Stream<T> all(File file, Class<T> type) {
        return Bpmn.readModelFromFile(file).getModelElementsByType(type).stream();
    }
}
