package io.partnerflow.modelrules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What the house does by itself: only its own steps, the tables and processes it has, and no code from elsewhere. */
final class StepRules {

    private static final Pattern DELEGATE = Pattern.compile("\\$\\{([a-z][A-Za-z]*Delegate)}");
    private static final Set<String> FOREIGN_ATTRIBUTES = Set.of(
            "class",
            "expression",
            "type",
            "topic",
            "formKey",
            "formHandlerClass",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "resource",
            "jobPriority",
            "taskPriority");
    private static final Set<String> FOREIGN_ELEMENTS = Set.of(
            "connector", "executionListener", "taskListener", "field", "formData", "signal", "signalEventDefinition");

    private final String file;
    private final Xml model;
    private final House house;
    private final List<Finding> findings = new ArrayList<>();

    StepRules(String file, Xml model, House house) {
        this.file = file;
        this.model = model;
        this.house = house;
    }

    List<Finding> check() {
        model.all().forEach(this::foreign);
        model.named("serviceTask").forEach(this::step);
        model.named("callActivity").forEach(this::call);
        model.named("businessRuleTask").forEach(this::table);
        return findings;
    }

    private void foreign(Element element) {
        if (Set.of("scriptTask", "script").contains(element.getLocalName())) {
            findings.add(Finding.error(file, named(element), "script"));
        } else if (FOREIGN_ELEMENTS.contains(element.getLocalName())) {
            findings.add(Finding.error(file, named(element), "foreign-code", element.getLocalName()));
        }
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var one = attributes.item(i);
            var name = one.getLocalName();
            var elsewhere = "delegateExpression".equals(name) && !ProcessRules.is(element, "serviceTask");
            if (Xml.CAMUNDA.equals(one.getNamespaceURI()) && (FOREIGN_ATTRIBUTES.contains(name) || elsewhere)) {
                findings.add(Finding.error(file, named(element), "foreign-code", name));
            }
        }
    }

    private void step(Element task) {
        var wanted = Xml.camunda(task, "delegateExpression");
        var delegate = DELEGATE.matcher(wanted);
        if (!delegate.matches()) {
            findings.add(Finding.error(file, Xml.called(task), "no-delegate", "${checkOrderDelegate}"));
        } else if (!house.steps().contains(delegate.group(1))) {
            findings.add(Finding.error(file, Xml.called(task), "unknown-step", delegate.group(1)));
        }
    }

    private void call(Element call) {
        var process = call.getAttribute("calledElement");
        if (!house.has(process + ".bpmn")) {
            findings.add(Finding.error(file, Xml.called(call), "unknown-process", process));
        }
        if (!"deployment".equals(Xml.camunda(call, "calledElementBinding"))) {
            findings.add(Finding.error(file, Xml.called(call), "binding"));
        }
    }

    private void table(Element task) {
        var table = Xml.camunda(task, "decisionRef");
        if (!house.has(table + ".dmn")) {
            findings.add(Finding.error(file, Xml.called(task), "unknown-table", table));
        }
        if (!"deployment".equals(Xml.camunda(task, "decisionRefBinding"))) {
            findings.add(Finding.error(file, Xml.called(task), "binding"));
        }
    }

    /** The element of the process it belongs to. */
    private static String named(Element element) {
        for (var node = element; node != null; node = node.getParentNode() instanceof Element parent ? parent : null) {
            if (ProcessRules.isNode(node)) {
                return Xml.called(node);
            }
        }
        return Xml.called(element);
    }
}
