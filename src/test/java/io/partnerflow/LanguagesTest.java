package io.partnerflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.shared.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in every language, with the same gaps to fill in. */
class LanguagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    /** The English of these stands in the models and forms themselves. */
    private static final Set<String> ENGLISH_ELSEWHERE = Set.of("diagrams", "form-texts");

    private static final Pattern GAP = Pattern.compile("\\{(\\d+)");

    static List<Locale> languages() {
        return Languages.offered().stream()
                .filter(language -> !language.equals(Languages.FALLBACK))
                .toList();
    }

    static Stream<Arguments> bundlesInEveryLanguage() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            var bundles = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
            return bundles.stream()
                    .flatMap(bundle -> languages().stream().map(language -> Arguments.of(bundle, language)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundlesInEveryLanguage")
    void saysTheSameThings(String bundle, Locale language) throws IOException {
        assertThat(texts(bundle, language).keySet())
                .as("keys of %s in %s", bundle, language)
                .containsAll(texts(bundle, null).keySet());
        if (!ENGLISH_ELSEWHERE.contains(bundle)) {
            assertThat(texts(bundle, null).keySet())
                    .as("keys of %s that only %s has", bundle, language)
                    .containsAll(texts(bundle, language).keySet());
        }
    }

    @ParameterizedTest
    @MethodSource("bundlesInEveryLanguage")
    void hasTheSameGaps(String bundle, Locale language) throws IOException {
        var english = texts(bundle, null);
        texts(bundle, language).forEach((key, text) -> {
            assertThat(text.isBlank())
                    .as("%s is empty in %s", key, language)
                    .isEqualTo(english.getOrDefault(key, text).isBlank() && english.containsKey(key));
            if (english.containsKey(key)) {
                assertThat(gaps(text)).as("gaps of %s in %s", key, language).isEqualTo(gaps(english.get(key)));
            }
        });
    }

    /** An apostrophe is a sign of the format: where a text is filled in it vanishes. The printer's one does not. */
    @ParameterizedTest
    @MethodSource("bundlesInEveryLanguage")
    void canBeFilledIn(String bundle, Locale language) throws IOException {
        texts(bundle, language).forEach((key, text) -> {
            assertThat(text.replace("'{'", "").replace("'}'", ""))
                    .as("%s in %s", key, language)
                    .doesNotContain("'");
            if (!gaps(text).isEmpty()) {
                var format = new MessageFormat(text, language);
                assertThat(choicesIn(format)).as("%s in %s", key, language).allMatch(choice -> choice >= 0);
            }
        });
    }

    private static List<Double> choicesIn(MessageFormat format) {
        return Arrays.stream(format.getFormats())
                .filter(ChoiceFormat.class::isInstance)
                .map(ChoiceFormat.class::cast)
                .flatMap(choice -> Arrays.stream(choice.getLimits()).boxed())
                .toList();
    }

    private static Set<String> gaps(String text) {
        var found = new TreeSet<String>();
        GAP.matcher(text).results().forEach(gap -> found.add(gap.group(1)));
        return found;
    }

    private static Map<String, String> texts(String bundle, Locale language) throws IOException {
        var file = BUNDLES.resolve(bundle + (language == null ? "" : "_" + language) + ".properties");
        var read = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                read.load(reader);
            }
        }
        var texts = new TreeMap<String, String>();
        read.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
