package io.partnerflow.scenarios;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Hears what does not belong in a text of this language: words of another, and numbers and days as others write them. */
final class Tongue {

    private static final Path TEXTS = Path.of("src/main/resources/messages");
    private static final Path FORMS = Path.of("forms");
    private static final Pattern GAP = Pattern.compile("\\{\\{[^}]*}}|\\{[^{}]*(\\{[^{}]*}[^{}]*)*}|<[^>]*>");
    private static final Pattern WORD = Pattern.compile("[\\p{L}’]+");
    /** Words that are in every text of some length, and in no other of these languages. */
    private static final Map<String, Set<String>> EVERYDAY = Map.of(
            "en", words("the and your with has been is are you this that which of for to by from until Sweden March"),
            "sv", words("och som är att ett inte till från eller ditt din har"),
            "de", words("und der die das nicht wird ist für mit oder Ihr Ihre Sie auf"),
            "fr", words("les vous votre est pour avec dans une ou sont aux jusqu’au"));
    /** How an amount, a number or a day looks in the languages that write it otherwise. */
    private static final Map<String, Pattern> STRANGE = Map.of(
            "en", Pattern.compile("\\d,\\d\\d\\b(?!\\d)|\\d\\d[./]\\d\\d[./]20\\d\\d"),
            "sv", Pattern.compile("\\d\\.\\d\\d (SEK|EUR)|\\d,\\d{3}\\b|\\d\\d[./]\\d\\d[./]20\\d\\d"),
            "de", Pattern.compile("\\d\\.\\d\\d (SEK|EUR)|\\d,\\d{3}\\b|(?<![\\w-])20\\d\\d-\\d\\d-\\d\\d(?![\\w-])"),
            "fr", Pattern.compile("\\d\\.\\d\\d (SEK|EUR)|\\d,\\d{3}\\b|(?<![\\w-])20\\d\\d-\\d\\d-\\d\\d(?![\\w-])"));

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|\\S+@\\S+|Isle of Man|Port of Spain");

    private final String language;
    private final List<String> names;
    private final Set<String> others = new HashSet<>();
    private final Set<String> englishTexts = new HashSet<>();
    private final Set<String> englishPhrases = new HashSet<>();

    /** @param names are what they are in every language */
    Tongue(Locale language, List<String> names) {
        this.language = language.getLanguage();
        this.names = names;
        EVERYDAY.forEach((code, words) -> {
            if (!code.equals(this.language)) {
                others.addAll(words);
            }
        });
        others.removeAll(EVERYDAY.get(this.language));
        if (!this.language.equals("en")) {
            knowEnglish();
            names.forEach(englishTexts::remove);
        }
    }

    /** @param parts of a page, letter or paper, each a run of text; @return what is wrong, in the order of the text */
    Set<String> slips(List<String> parts) {
        var slips = new LinkedHashSet<String>();
        for (var part : parts) {
            var text = withoutNames(part)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ")
                    .strip();
            if (text.contains("??") || englishTexts.contains(text)) {
                slips.add(text);
            }
            foreignWords(text).forEach(word -> slips.add("[" + word + "] in: " + cut(text)));
            STRANGE.get(language)
                    .matcher(text)
                    .results()
                    .forEach(strange -> slips.add("[" + strange.group() + "] in: " + cut(text)));
        }
        return slips;
    }

    /** Nor what is a name, or random as links are. */
    private String withoutNames(String text) {
        return names.stream().reduce(ADDRESS.matcher(text).replaceAll(" "), (left, name) -> left.replace(name, " "));
    }

    private static String cut(String text) {
        return text.length() < 200 ? text : text.substring(0, 200) + "…";
    }

    private List<String> foreignWords(String text) {
        var words = WORD.matcher(text).results().map(MatchResult::group).toList();
        var found = new ArrayList<>(words.stream().filter(others::contains).toList());
        found.addAll(phrases(words).stream().filter(englishPhrases::contains).toList());
        return found;
    }

    private void knowEnglish() {
        var own = new ArrayList<String>();
        var english = new ArrayList<String>();
        for (var bundle : filesIn(TEXTS)) {
            var name = bundle.getFileName().toString();
            if (!name.contains("_")) {
                english.addAll(values(bundle));
            } else if (name.endsWith("_" + language + ".properties")) {
                own.addAll(values(bundle));
            }
        }
        filesIn(FORMS).stream()
                .filter(form -> !form.getFileName().toString().matches(".*\\..*\\.form"))
                .forEach(form -> labels(form, english));
        english.forEach(text -> englishTexts.add(text.strip()));
        own.forEach(text -> englishTexts.remove(text.strip())); // some words are the same in both
        english.forEach(text -> englishPhrases.addAll(phrasesOf(text)));
        own.forEach(text -> englishPhrases.removeAll(phrasesOf(text)));
    }

    private static Set<String> phrasesOf(String text) {
        return Arrays.stream(GAP.split(text.replace("''", "’")))
                .flatMap(part -> phrases(
                        WORD.matcher(part).results().map(MatchResult::group).toList())
                        .stream())
                .collect(toCollection(HashSet::new));
    }

    /** Each three words in a row. */
    private static Set<String> phrases(List<String> words) {
        var phrases = new LinkedHashSet<String>();
        for (var at = 0; at + 3 <= words.size(); at++) {
            phrases.add(String.join(" ", words.subList(at, at + 3)));
        }
        return phrases;
    }

    private static void labels(Path form, List<String> into) {
        try {
            labels(new ObjectMapper().readTree(form.toFile()), into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void labels(JsonNode part, List<String> into) {
        for (var name : List.of("label", "text", "description")) {
            if (part.path(name).isTextual() && !part.path(name).asText().startsWith("=")) {
                into.add(part.path(name).asText());
            }
        }
        part.forEach(inner -> labels(inner, into));
    }

    private static List<String> values(Path bundle) {
        var read = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.values().stream().map(String::valueOf).toList();
    }

    private static List<Path> filesIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
