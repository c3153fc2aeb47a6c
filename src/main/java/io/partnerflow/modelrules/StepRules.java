package io.partnerflow.modelrules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What the house does by itself: only its own steps, the tables and processes it has, and no code from elsewhere. */
final class StepRules {

    private static final Pattern DELEGATE = Pattern.compile("\\$\\{([a-z][A-Za-z]*Delegate)}");

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
        model.all().forEach(this::elsewhere);
        model.named("serviceTask").forEach(this::step);
        model.named("callActivity").forEach(this::call);
        model.named("businessRuleTask").forEach(this::table);
        return findings;
    }

    /** Code of the house stands at service tasks and nowhere else. */
    private void elsewhere(Element element) {
        if (element.hasAttributeNS(Xml.CAMUNDA, "delegateExpression") && !ProcessRules.is(element, "serviceTask")) {
            findings.add(Finding.error(file, Xml.called(element), "foreign-code", "delegateExpression"));
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
        if (!"singleEntry".equals(Xml.camunda(task, "mapDecisionResult"))
                || Xml.camunda(task, "resultVariable").isBlank()) {
            findings.add(Finding.error(file, Xml.called(task), "table-result"));
        }
    }
}
