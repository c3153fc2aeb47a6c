package io.partnerflow.diagrams;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.shared.Languages;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name that somebody outside the house may read in a picture exists in every language. */
class ModelNamesTest {

    static Stream<File> models() {
        return Stream.of(new File("processes").listFiles((directory, name) -> name.endsWith(".bpmn")));
    }

    static List<Locale> languages() {
        return Languages.offered().stream()
                .filter(language -> !language.equals(Languages.FALLBACK))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void isTranslated(Locale language) throws IOException {
        var translated = new Properties();
        try (var file =
                Files.newBufferedReader(Path.of("src/main/resources/messages/diagrams_" + language + ".properties"))) {
            translated.load(file);
        }
        var missing = names();
        missing.keySet().removeAll(translated.keySet());
        var lines = missing.entrySet().stream()
                .map(name -> name.getKey() + "=" + name.getValue())
                .collect(joining("\n"));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/diagrams-missing_" + language + ".properties"), lines + "\n");
        assertThat(lines)
                .as("missing in diagrams_%s.properties".formatted(language))
                .isEmpty();
    }

    @Test
    void aKeyIsTheNameInLowerCaseWithHyphens() {
        assertThat(ModelNames.key("VAT id unclear?")).isEqualTo("diagram.vat-id-unclear");
        assertThat(ModelNames.key(" What is decided? ")).isEqualTo("diagram.what-is-decided");
    }

    private static Map<String, String> names() {
        var names = new TreeMap<String, String>();
        models().map(file -> new PublicModel(text(file)))
                .filter(model -> !model.isInternal())
                .map(model -> new Drawing(model.xml()))
                .flatMap(ModelNamesTest::names)
                .filter(name -> !name.isBlank())
                .forEach(name -> {
                    var other = names.put(ModelNames.key(name), name);
                    assertThat(other).as("shares its key with another name").isIn(null, name);
                });
        return names;
    }

    private static Stream<String> names(Drawing drawing) {
        return Stream.of(
                        Stream.of(drawing.title()),
                        drawing.shapes().stream().map(shape -> shape.part().name()),
                        drawing.lines().stream().map(line -> line.part().name()))
                .flatMap(all -> all);
    }

    private static String text(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
