package io.partnerflow.modelchanges;

import io.partnerflow.engine.CaseMoves;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.FeelSyntax;
import io.partnerflow.engine.HouseEditions;
import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.intake.FormDefinitions;
import io.partnerflow.modelchanges.ModelChange.Running;
import io.partnerflow.modelrules.Finding;
import io.partnerflow.modelrules.House;
import io.partnerflow.modelrules.ModelElements;
import io.partnerflow.modelrules.ModelRules;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** What the rules of the house, the engine and the cases that run say about files that somebody wants in force. */
@Component
class ModelChecks {

    private final HouseEditions editions;
    private final CaseMoves cases;
    private final FeelSyntax feel;
    private final FormDefinitions forms;
    private final ListableBeanFactory beans;

    ModelChecks(
            HouseEditions editions,
            CaseMoves cases,
            FeelSyntax feel,
            FormDefinitions forms,
            ListableBeanFactory beans) {
        this.editions = editions;
        this.cases = cases;
        this.feel = feel;
        this.forms = forms;
        this.beans = beans;
    }

    List<Finding> check(List<ModelFile> files, Running running) {
        var findings = rules(files);
        if (findings.stream().noneMatch(Finding::error)) {
            findings.addAll(refused(files));
            files.forEach(file -> findings.addAll(running(file, running)));
        }
        return findings;
    }

    /**
     * Rules that a change would break by now. The engine is not asked: it says so itself when the files are deployed, and a
     * trial inside its own command would stay.
     */
    List<Finding> broken(List<ModelChangeStore.Change> changes, Running running) {
        var files = changes.stream().map(ModelChangeStore.Change::file).toList();
        var findings = rules(files);
        files.forEach(file -> findings.addAll(running(file, running)));
        return findings.stream().filter(Finding::error).toList();
    }

    /** Names of the files that somebody else has changed since the change was made. */
    List<String> overtaken(List<ModelChangeStore.Change> changes) {
        return changes.stream()
                .filter(change -> !Arrays.equals(
                        change.base(), editions.inForce(change.file().name()).orElse(null)))
                .map(change -> change.file().name())
                .toList();
    }

    private List<Finding> rules(List<ModelFile> files) {
        var now = editions.allInForce();
        var next = new HashMap<>(now);
        files.forEach(file -> next.put(file.name(), file.content()));
        var house = new House(
                Set.of(beans.getBeanNamesForType(ProcessDelegate.class)),
                DeskNames.known(),
                name -> Optional.ofNullable(next.get(name)),
                editions::product,
                cell -> feel.understands(cell.text(), cell.test()));
        var findings = new ArrayList<Finding>();
        files.forEach(
                file -> findings.addAll(ModelRules.check(file.name(), file.content(), now.get(file.name()), house)));
        files.stream().filter(file -> file.name().endsWith(".form")).forEach(file -> findings.addAll(unreadable(file)));
        return findings;
    }

    /** Whether it is read by whatever checks what people enter. */
    private List<Finding> unreadable(ModelFile file) {
        try {
            forms.read(file.name().replace(".form", ""), new ByteArrayInputStream(file.content()));
            return List.of();
        } catch (IllegalArgumentException | UncheckedIOException unusable) {
            return List.of(Finding.error(file.name(), "", "not-readable", unusable.getMessage()));
        }
    }

    private List<Finding> refused(List<ModelFile> files) {
        var contents = new HashMap<String, byte[]>();
        files.forEach(file -> contents.put(file.name(), file.content()));
        return editions
                .refusal(contents)
                .map(words -> Finding.error(String.join(", ", contents.keySet()), "", "engine-refuses", words))
                .stream()
                .toList();
    }

    private List<Finding> running(ModelFile file, Running wish) {
        if (!file.name().endsWith(".bpmn")) {
            return List.of();
        }
        var process = file.name().substring(0, file.name().length() - ".bpmn".length());
        var findings = new ArrayList<Finding>();
        var running = 0L;
        for (var version : cases.versions(process)) {
            running += version.running();
            if (wish == Running.MIGRATE && version.running() > 0) {
                ModelElements.stranded(
                                cases.whereabouts(version.id()),
                                editions.content(version.edition(), file.name()).orElseThrow(),
                                file.content())
                        .forEach((element, count) ->
                                findings.add(Finding.error(file.name(), element, "strands", count)));
            }
        }
        if (running > 0) {
            findings.add(Finding.remark(file.name(), "", "cases-running", running));
        }
        return findings;
    }
}
