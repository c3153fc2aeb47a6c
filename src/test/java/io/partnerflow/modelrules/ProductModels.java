package io.partnerflow.modelrules;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.FeelSyntaxInTests;
import io.partnerflow.engine.ProcessDelegate;
import java.beans.Introspector;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every process, table and form of the product, and what the rules for whoever changes one say about them. */
public final class ProductModels {

    private static final Map<String, byte[]> FILES = read();
    private static final Set<String> STEPS = new ClassFileImporter()
            .importPackages("io.partnerflow").stream()
                    .filter(type -> type.isAssignableTo(ProcessDelegate.class))
                    .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                    .map(type -> Introspector.decapitalize(type.getSimpleName()))
                    .collect(toSet());

    /** What only a release changes is no error where a release brings it. */
    private static final Set<String> FOR_CHANGES_ONLY = Set.of("protected", "portal-form");

    private ProductModels() {}

    /** What in a file of the product does not keep to the rules. */
    public static List<Finding> errors(File file) {
        return check(file.getName(), FILES.get(file.getName()), FILES).stream()
                .filter(Finding::error)
                .filter(finding -> !FOR_CHANGES_ONLY.contains(finding.rule()))
                .toList();
    }

    static Map<String, byte[]> files() {
        return FILES;
    }

    /** @param files as they are otherwise */
    static List<Finding> check(String file, byte[] content, Map<String, byte[]> files) {
        var next = new HashMap<>(files);
        next.put(file, content);
        var house = new House(
                STEPS,
                DeskNames.known(),
                name -> Optional.ofNullable(next.get(name)),
                name -> Optional.ofNullable(FILES.get(name)),
                cell -> FeelSyntaxInTests.understands(cell.text(), cell.test()));
        return ModelRules.check(file, content, FILES.get(file), house);
    }

    private static Map<String, byte[]> read() {
        var files = new TreeMap<String, byte[]>();
        Stream.of("processes", "forms")
                .flatMap(folder -> Stream.of(new File(folder).listFiles()))
                .filter(file -> file.getName().matches(".*\\.(bpmn|dmn|form)"))
                .forEach(file -> {
                    try {
                        files.put(file.getName(), Files.readAllBytes(file.toPath()));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
        return files;
    }
}
