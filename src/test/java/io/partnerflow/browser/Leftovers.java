package io.partnerflow.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** Texts of a page that are still English although the language has its own. */
final class Leftovers {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final String TEXTS = """
            [...document.querySelectorAll('body *:not(script):not(.languages *)')]
                .flatMap(element => [...element.childNodes].filter(node => node.nodeType === 3)
                    .map(node => node.textContent.trim()).concat(element.getAttribute('aria-label') || []))
                .filter(text => text)""";

    private final Set<String> english = new HashSet<>();

    Leftovers(Locale language) {
        var own = new HashSet<String>();
        try (var files = Files.list(BUNDLES)) {
            for (var bundle :
                    files.filter(file -> !file.toString().contains("_")).toList()) {
                english.addAll(texts(bundle));
                own.addAll(texts(Path.of(bundle.toString().replace(".properties", "_" + language + ".properties"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        english.removeAll(own); // some words are the same in both
    }

    @SuppressWarnings("unchecked")
    List<String> in(Page page) {
        return ((List<String>) page.evaluate(TEXTS))
                .stream().filter(english::contains).distinct().toList();
    }

    private static Set<String> texts(Path bundle) throws IOException {
        var read = new Properties();
        if (Files.exists(bundle)) {
            try (var reader = Files.newBufferedReader(bundle)) {
                read.load(reader);
            }
        }
        return Set.copyOf(new HashSet<>((java.util.Collection<String>) (java.util.Collection<?>) read.values()));
    }
}
