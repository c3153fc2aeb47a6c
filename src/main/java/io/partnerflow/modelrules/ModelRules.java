package io.partnerflow.modelrules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All rules of the house about a process, table or form. */
public final class ModelRules {

    private static final Set<String> PROTECTED = Set.of("model-change.bpmn", "model-change.approve-model-change.form");

    private ModelRules() {}

    /**
     * @param file its name
     * @param before what is in force; null for a new file
     * @return what does not keep to a rule, errors first
     */
    public static List<Finding> check(String file, byte[] content, byte @Nullable [] before, House house) {
        var findings = new ArrayList<Finding>();
        if (PROTECTED.contains(file)) {
            findings.add(Finding.error(file, "", "protected"));
        }
        if (before == null) {
            findings.add(Finding.remark(file, "", "new-file", file));
        }
        try {
            findings.addAll(
                    file.endsWith(".form")
                            ? new FormRules(file, content, before, house).check()
                            : file.endsWith(".dmn")
                                    ? table(file, Xml.read(file, content), xml(file, before), house)
                                    : process(file, Xml.read(file, content), xml(file, before), house));
        } catch (Xml.Unreadable unreadable) {
            findings.add(unreadable.finding());
        }
        findings.sort((one, other) -> Boolean.compare(other.error(), one.error()));
        return List.copyOf(findings);
    }

    private static List<Finding> process(String file, Xml model, Optional<Xml> before, House house)
            throws Xml.Unreadable {
        var product = xml(file, house.product().apply(file).orElse(null));
        var findings = new ArrayList<Finding>();
        findings.addAll(new ProcessRules(file, model).check());
        findings.addAll(new PartRules(file, model, product, Parts.PROCESS).check());
        findings.addAll(new StepRules(file, model, house).check());
        findings.addAll(new TaskRules(file, model, house).check());
        findings.addAll(new WayRules(file, model).check());
        findings.addAll(new AnswerRules(file, model, before, product).check());
        findings.addAll(new MessageRules(file, model, before, product).check());
        return findings;
    }

    private static List<Finding> table(String file, Xml model, Optional<Xml> before, House house)
            throws Xml.Unreadable {
        var product = xml(file, house.product().apply(file).orElse(null));
        var findings = new ArrayList<Finding>();
        findings.addAll(new PartRules(file, model, product, Parts.TABLE).check());
        findings.addAll(new TableRules(file, model, before, house).check());
        return findings;
    }

    private static Optional<Xml> xml(String file, byte @Nullable [] content) throws Xml.Unreadable {
        return content == null ? Optional.empty() : Optional.of(Xml.read(file, content));
    }
}
