package io.partnerflow.modelrules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** The ways through a process: everything is reached, everything leads on, every fork knows where to go. */
final class WayRules {

    private final String file;
    private final Xml model;
    private final Map<String, Element> nodes = new HashMap<>();
    private final Map<String, List<Element>> out = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    WayRules(String file, Xml model) {
        this.file = file;
        this.model = model;
    }

    List<Finding> check() {
        model.all().stream().filter(ProcessRules::isNode).forEach(node -> nodes.put(node.getAttribute("id"), node));
        model.named("sequenceFlow")
                .forEach(flow -> out.computeIfAbsent(flow.getAttribute("sourceRef"), id -> new ArrayList<>())
                        .add(flow));
        var reached = reached();
        nodes.forEach((id, node) -> {
            if (!reached.contains(id)) {
                findings.add(Finding.error(file, Xml.called(node), "unreachable"));
            }
            if (!out.containsKey(id) && !ends(node)) {
                findings.add(Finding.error(file, Xml.called(node), "dead-end"));
            }
            if (ProcessRules.is(node, "exclusiveGateway")) {
                fork(node);
            }
        });
        return findings;
    }

    private Set<String> reached() {
        var reached = new HashSet<String>();
        var next = new ArrayDeque<String>();
        nodes.forEach((id, node) -> {
            if (begins(node)) {
                next.add(id);
            }
        });
        while (!next.isEmpty()) {
            var id = next.remove();
            if (reached.add(id)) {
                out.getOrDefault(id, List.of()).forEach(flow -> next.add(flow.getAttribute("targetRef")));
            }
        }
        return reached;
    }

    private static boolean begins(Element node) {
        return ProcessRules.is(node, "startEvent")
                || ProcessRules.is(node, "boundaryEvent")
                || "true".equals(node.getAttribute("isForCompensation"))
                || "true".equals(node.getAttribute("triggeredByEvent"));
    }

    private static boolean ends(Element node) {
        return ProcessRules.is(node, "endEvent")
                || "true".equals(node.getAttribute("isForCompensation"))
                || "true".equals(node.getAttribute("triggeredByEvent"))
                || Xml.child(node, "compensateEventDefinition").isPresent();
    }

    private void fork(Element gateway) {
        var ways = out.getOrDefault(gateway.getAttribute("id"), List.of());
        var usual = gateway.getAttribute("default");
        if (ways.size() < 2) {
            return;
        }
        ways.stream()
                .filter(way -> !way.getAttribute("id").equals(usual)
                        && Xml.child(way, "conditionExpression").isEmpty())
                .forEach(way -> findings.add(Finding.error(file, Xml.called(gateway), "gateway", Xml.called(way))));
        if (usual.isEmpty()) {
            findings.add(Finding.remark(file, Xml.called(gateway), "no-default"));
        }
    }
}
