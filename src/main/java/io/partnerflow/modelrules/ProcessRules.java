package io.partnerflow.modelrules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** A process as a whole: one a file, called as the file, with an end to its history, drawn and named. */
final class ProcessRules {

    static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "task",
            "serviceTask",
            "userTask",
            "receiveTask",
            "sendTask",
            "manualTask",
            "scriptTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "transaction",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "complexGateway",
            "eventBasedGateway");

    private final String file;
    private final Xml model;
    private final List<Finding> findings = new ArrayList<>();

    ProcessRules(String file, Xml model) {
        this.file = file;
        this.model = model;
    }

    List<Finding> check() {
        var processes = model.named("process");
        if (processes.size() != 1) {
            return List.of(Finding.error(file, "", "several", processes.size()));
        }
        whole(processes.get(0));
        drawn();
        model.all().stream()
                .filter(element ->
                        isNode(element) && (element.getLocalName().endsWith("Task") || is(element, "callActivity")))
                .filter(element -> element.getAttribute("name").isBlank())
                .forEach(task -> findings.add(Finding.error(file, Xml.called(task), "no-name")));
        return findings;
    }

    static boolean isNode(Element element) {
        return Xml.BPMN.equals(element.getNamespaceURI()) && NODES.contains(element.getLocalName());
    }

    static boolean is(Element element, String kind) {
        return kind.equals(element.getLocalName());
    }

    private void whole(Element process) {
        var id = process.getAttribute("id");
        if (!file.equals(id + ".bpmn")) {
            findings.add(Finding.error(file, "", "id-differs", id, file));
        }
        if (!"true".equals(process.getAttribute("isExecutable"))) {
            findings.add(Finding.error(file, "", "not-executable"));
        }
        if (Xml.camunda(process, "historyTimeToLive").isBlank()) {
            findings.add(Finding.error(file, "", "no-history-limit"));
        }
        if (model.named("endEvent").isEmpty()) {
            findings.add(Finding.error(file, "", "no-end"));
        }
    }

    private void drawn() {
        var drawn = model.all().stream()
                .filter(element -> is(element, "BPMNShape") || is(element, "BPMNEdge"))
                .map(shape -> shape.getAttribute("bpmnElement"))
                .collect(Collectors.toSet());
        model.all().stream()
                .filter(element -> isNode(element) || is(element, "sequenceFlow"))
                .filter(element -> !drawn.contains(element.getAttribute("id")))
                .forEach(element -> findings.add(Finding.error(file, Xml.called(element), "not-drawn")));
    }
}
