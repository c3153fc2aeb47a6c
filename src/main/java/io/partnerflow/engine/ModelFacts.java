package io.partnerflow.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.partnerflow.engine.ProcessDiagram.Party;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;

/** What one edition of a model says that matters for where its processes stand. */
final class ModelFacts {

    /** A flow of a model. */
    record Flow(String id, String source, String target) {}

    private final String name;
    private final List<Flow> flows;
    private final Map<String, Party> waitsFor = new HashMap<>();
    private final Map<String, String> desks = new HashMap<>();
    private final Map<String, Set<String>> deadlines;
    private final Map<String, String> failures = new HashMap<>();
    private final Set<String> joins = new HashSet<>();

    ModelFacts(BpmnModelInstance model) {
        name = model.getModelElementsByType(Process.class).iterator().next().getName();
        flows = model.getModelElementsByType(SequenceFlow.class).stream()
                .map(flow -> new Flow(
                        flow.getId(), flow.getSource().getId(), flow.getTarget().getId()))
                .toList();
        model.getModelElementsByType(FlowNode.class).forEach(this::remember);
        deadlines = model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.cancelActivity() && isAbout(event, TimerEventDefinition.class))
                .collect(groupingBy(event -> event.getAttachedTo().getId(), mapping(BoundaryEvent::getId, toSet())));
        model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> "failure".equals(property(event, "outcome")))
                .forEach(event ->
                        failures.put(event.getId(), event.getAttachedTo().getId()));
    }

    String name() {
        return name;
    }

    List<Flow> flows() {
        return flows;
    }

    /** Whether all ways into it are needed. */
    boolean joins(String element) {
        return joins.contains(element);
    }

    /** Who is waited for there, as the model says. */
    @Nullable
    Party waitsFor(String element) {
        return waitsFor.get(element);
    }

    /** Whose task it is; null where it is none, or the model does not name one desk. */
    @Nullable
    String desk(String element) {
        return desks.get(element);
    }

    /** The timers that end the waiting at an element. */
    Set<String> deadlines(String element) {
        return deadlines.getOrDefault(element, Set.of());
    }

    /** By each event that catches a failure rather than one more answer, the element that has failed then. */
    Map<String, String> failures() {
        return failures;
    }

    private void remember(FlowNode node) {
        if (node.getElementType().getTypeName().equals("parallelGateway")) {
            joins.add(node.getId());
        }
        if (node instanceof UserTask task && task.getCamundaCandidateGroups() != null) {
            desks.put(node.getId(), task.getCamundaCandidateGroups());
        }
        var party = property(node, "waits-for");
        if (party != null) {
            waitsFor.put(node.getId(), Party.valueOf(party.toUpperCase(Locale.ROOT)));
        }
    }

    static @Nullable String property(FlowNode node, String name) {
        return node.getExtensionElements() == null
                ? null
                : node.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> property.getCamundaName().equals(name))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isAbout(
            BoundaryEvent event, Class<? extends org.camunda.bpm.model.bpmn.instance.EventDefinition> what) {
        return event.getEventDefinitions().stream().anyMatch(what::isInstance);
    }
}
