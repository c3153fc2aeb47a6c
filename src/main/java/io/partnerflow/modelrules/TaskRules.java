package io.partnerflow.modelrules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What people do: a desk, a form that is there and handed over whole, and a day until when. */
final class TaskRules {

    private final String file;
    private final Xml model;
    private final House house;
    private final List<Finding> findings = new ArrayList<>();

    TaskRules(String file, Xml model, House house) {
        this.file = file;
        this.model = model;
        this.house = house;
    }

    List<Finding> check() {
        model.named("userTask").forEach(this::task);
        return findings;
    }

    private void task(Element task) {
        var groups = Arrays.stream(Xml.camunda(task, "candidateGroups").split(","))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList();
        if (groups.isEmpty() || !groups.stream().allMatch(this::isDesk)) {
            add(task, "task-group", String.join(", ", new TreeSet<>(house.desks())));
        }
        if (!Xml.camunda(task, "dueDate").matches("P\\d+D")) {
            add(task, "task-due");
        }
        var form = Xml.camunda(task, "formRef");
        if (form.isEmpty() || !"deployment".equals(Xml.camunda(task, "formRefBinding"))) {
            add(task, "task-form");
        } else if (!form.startsWith(file.replace(".bpmn", "."))) {
            add(task, "form-elsewhere", form, file.replace(".bpmn", "."));
        } else {
            house.files()
                    .apply(form + ".form")
                    .ifPresentOrElse(content -> handed(task, content), () -> add(task, "form-missing", form));
        }
    }

    /** A desk, or an answer that names one: {@code ${…Desk}}. */
    private boolean isDesk(String group) {
        return house.desks().contains(group) || group.matches("\\$\\{[a-z][A-Za-z]*Desk}");
    }

    private void handed(Element task, byte[] form) {
        var problem = differs(task, FormRules.asked(form));
        if (!problem.isEmpty()) {
            add(task, "form-handed", problem);
        }
    }

    /** The fields that a form asks and a task does not hand over, or the other way round; empty if all is well. */
    static String differs(Element task, List<String> asked) {
        var in = names(task, "inputParameter");
        var out = names(task, "outputParameter");
        var wrong = new TreeSet<String>();
        asked.stream().filter(key -> !in.contains(key) || !out.contains(key)).forEach(wrong::add);
        in.stream().filter(key -> !asked.contains(key)).forEach(wrong::add);
        Xml.below(task, "inputParameter") // what is handed in would be taken for an answer
                .filter(one -> !one.getTextContent().isBlank())
                .map(one -> one.getAttribute("name"))
                .forEach(wrong::add);
        out.stream().filter(key -> !asked.contains(key)).forEach(wrong::add);
        return String.join(", ", wrong);
    }

    private static List<String> names(Element task, String kind) {
        return Xml.below(task, kind).map(one -> one.getAttribute("name")).collect(Collectors.toList());
    }

    private void add(Element task, String rule, Object... details) {
        findings.add(Finding.error(file, Xml.called(task), rule, details));
    }
}
