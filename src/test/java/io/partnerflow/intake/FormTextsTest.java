package io.partnerflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.shared.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.StaticMessageSource;

/** Every form says everything in every language, and says it to the same fields. */
class FormTextsTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{[^{}]*}}");
    private static final Pattern MARK = Pattern.compile("^(#+|-) ");

    static Stream<Arguments> formsInEveryLanguage() throws IOException {
        var names = EveryFormTest.names();
        return languages().stream().flatMap(language -> names.stream().map(name -> Arguments.of(name, language)));
    }

    static List<Locale> languages() {
        return Languages.offered().stream()
                .filter(language -> !language.equals(Languages.FALLBACK))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("formsInEveryLanguage")
    void saysEverything(String form, Locale language) throws IOException {
        assertThat(translations(language)).containsKeys(english(form).keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("formsInEveryLanguage")
    void keepsWhatIsFilledInAndHowItIsLaidOut(String form, Locale language) throws IOException {
        var translations = translations(language);
        english(form).forEach((key, english) -> {
            var text = translations.getOrDefault(key, english);
            assertThat(text).as(key).isNotBlank();
            assertThat(expressions(text)).as(key).isEqualTo(expressions(english));
            assertThat(layout(text)).as(key).isEqualTo(layout(english));
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void translatesNothingThatNoFormSays(Locale language) throws IOException {
        var said = new TreeSet<String>();
        for (var form : EveryFormTest.names()) {
            said.addAll(english(form).keySet());
        }
        assertThat(said).containsAll(translations(language).keySet());
    }

    @Test
    void translatesWhatAFormSaysBesideItsQuestions() {
        var messages = new StaticMessageSource();
        messages.addMessage("form.everything.licences.suffix", SWEDISH, "licenser");
        messages.addMessage("form.everything.amount.prefix", SWEDISH, "kr");
        messages.addMessage("form.everything.poNumber.pattern", SWEDISH, "Använd versaler.");
        messages.addMessage("form.everything.Table_lines.column.sku", SWEDISH, "Artikel");
        var form = new FormTexts(messages).translated(EveryField.FORM, SWEDISH);
        assertThat(form.field("licences").orElseThrow().look().suffix()).isEqualTo("licenser");
        assertThat(form.field("amount").orElseThrow().look().prefix()).isEqualTo("kr");
        assertThat(form.field("poNumber").orElseThrow().properties()).containsEntry("pattern", "Använd versaler.");
        assertThat(form.field("email").orElseThrow().properties()).containsEntry("autocomplete", "email");
        assertThat(part(form, "Table_lines").look().columns())
                .containsExactly(Map.entry("sku", "Artikel"), Map.entry("name", "Name"));
    }

    private static FormComponent part(FormDefinition form, String key) {
        return form.components().stream()
                .flatMap(FormComponent::all)
                .filter(component -> component.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What the form asks the bundles for, with its own words. */
    private static Map<String, String> english(String form) {
        var asked = new Asked(new TreeMap<>());
        new FormTexts(asked).translated(new FormDefinitions().named(form).orElseThrow(), Locale.ENGLISH);
        return asked.words();
    }

    private static Map<String, String> translations(Locale language) throws IOException {
        var read = new Properties();
        try (var file = Files.newBufferedReader(
                Path.of("src/main/resources/messages/form-texts_" + language + ".properties"))) {
            read.load(file);
        }
        var translations = new TreeMap<String, String>();
        read.forEach((key, text) -> translations.put((String) key, (String) text));
        return translations;
    }

    private static List<String> expressions(String text) {
        return EXPRESSION
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    /** What Markdown each line begins with: a heading stays a heading, an item an item. */
    private static List<String> layout(String text) {
        return text.lines()
                .map(line -> MARK.matcher(line)
                        .results()
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    /** Bundles that have nothing, and remember what they were asked for. */
    private record Asked(Map<String, String> words) implements MessageSource {

        @Override
        public String getMessage(String key, Object[] gaps, String otherwise, Locale language) {
            if (!otherwise.isBlank()) {
                words.put(key, otherwise);
            }
            return otherwise;
        }

        @Override
        public String getMessage(String key, Object[] gaps, Locale language) {
            throw new NoSuchMessageException(key, language);
        }

        @Override
        public String getMessage(MessageSourceResolvable text, Locale language) {
            throw new NoSuchMessageException(text.toString(), language);
        }
    }
}
