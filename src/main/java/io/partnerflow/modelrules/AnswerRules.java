package io.partnerflow.modelrules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What a model asks while it runs: answers that something in it gives, and nothing else. */
final class AnswerRules {

    /** An answer, its negation, an answer compared with a code, a delegate; or the number the process is about. */
    private static final Pattern ALLOWED = Pattern.compile(
            "\\$\\{(!?[a-z][A-Za-z0-9]*|[a-z][A-Za-z0-9]* == '[A-Za-z_-]+')}|#\\{execution\\.processBusinessKey}");

    private static final Pattern ANY = Pattern.compile("[$#]\\{[^}]*}?");
    private static final Pattern NAME = Pattern.compile("[$#]\\{!?([a-z][A-Za-z0-9]*)");
    private static final Pattern SPAN = Pattern.compile("R?\\d*/?P[0-9DTHMSWY]+|[0-9*/?,A-Z# -]+");

    /** At most once an hour: at a minute of its own, or after hours, days, weeks, months or years. */
    private static final Pattern SELDOM =
            Pattern.compile("\\d{1,2} \\d{1,2} .+|R\\d*/P([1-9]\\d*[DWMY])+(T.*)?|R\\d*/PT[1-9]\\d*H.*");

    private static final Pattern TRIES = Pattern.compile("R[1-9]/PT[1-9]\\d*[SMH]");

    private final String file;
    private final Xml model;
    private final Set<String> known = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    AnswerRules(String file, Xml model, Optional<Xml> before, Optional<Xml> product) {
        this.file = file;
        this.model = model;
        before.ifPresent(this::learn);
        product.ifPresent(this::learn);
    }

    List<Finding> check() {
        model.named("outputParameter").forEach(output -> known.add(output.getAttribute("name")));
        model.named("out").forEach(output -> known.add(output.getAttribute("target")));
        model.all().forEach(element -> {
            if (element.hasAttributeNS(Xml.CAMUNDA, "resultVariable")) {
                known.add(Xml.camunda(element, "resultVariable"));
            }
        });
        model.all().forEach(this::expressions);
        model.named("conditionExpression").forEach(condition -> answered(condition, flowOf(condition)));
        model.named("userTask").forEach(this::desk);
        List.of("timeDate", "timeDuration", "timeCycle")
                .forEach(kind -> model.named(kind).forEach(this::timer));
        model.named("failedJobRetryTimeCycle").forEach(this::tries);
        return findings;
    }

    private void learn(Xml former) {
        former.all()
                .forEach(element -> texts(element)
                        .forEach(text -> NAME.matcher(text).results().forEach(name -> known.add(name.group(1)))));
    }

    private void expressions(Element element) {
        texts(element)
                .forEach(text -> ANY.matcher(text)
                        .results()
                        .filter(expression ->
                                !ALLOWED.matcher(expression.group()).matches())
                        .forEach(expression -> findings.add(
                                Finding.error(file, Xml.called(element), "expression", expression.group()))));
    }

    private void desk(Element task) {
        answered(Xml.camunda(task, "candidateGroups"), task);
    }

    private void answered(Element asking, Element named) {
        answered(asking.getTextContent(), named);
    }

    private void answered(String asking, Element named) {
        NAME.matcher(asking)
                .results()
                .map(name -> name.group(1))
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.add(Finding.error(file, Xml.called(named), "unknown-answer", name)));
    }

    private void timer(Element when) {
        var text = when.getTextContent().strip();
        var event = (Element) when.getParentNode().getParentNode();
        if (NAME.matcher(text).find()) {
            answered(when, event);
        } else if (!SPAN.matcher(text).matches()) {
            findings.add(Finding.error(file, Xml.called(event), "timer", text));
        } else if (ProcessRules.is(when, "timeCycle") && !SELDOM.matcher(text).matches()) {
            findings.add(Finding.error(file, Xml.called(event), "too-often", text));
        }
    }

    private void tries(Element cycle) {
        var text = Xml.text(cycle).strip();
        if (!TRIES.matcher(text).matches()) {
            var step = (Element) cycle.getParentNode().getParentNode();
            findings.add(Finding.error(file, Xml.called(step), "too-often", text));
        }
    }

    private Element flowOf(Element condition) {
        var flow = (Element) condition.getParentNode();
        return model.all().stream()
                .filter(node -> node.getAttribute("id").equals(flow.getAttribute("sourceRef")))
                .findFirst()
                .orElse(flow);
    }

    /** What stands in its attributes and directly in it; its documentation too, which the engine shows at a task. */
    private static List<String> texts(Element element) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < element.getAttributes().getLength(); i++) {
            texts.add(element.getAttributes().item(i).getNodeValue());
        }
        texts.add(Xml.text(element));
        return texts;
    }
}
