package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in templates that no compiler finds. */
class TemplatesTest {

    private static final Pattern TAG = Pattern.compile("<[a-z][^>]*>");

    static List<Path> templates() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    /** A condition beside th:replace is silently ignored. */
    @ParameterizedTest
    @MethodSource("templates")
    void noConditionStandsBesideAReplacement(Path template) {
        assertThat(tags(template)
                        .filter(tag -> tag.contains("th:replace="))
                        .filter(tag -> tag.matches("(?s).* th:(if|unless|each|case)=.*")))
                .isEmpty();
    }

    /** What people typed could be evaluated in a preprocessed expression, or run as markup. */
    @ParameterizedTest
    @MethodSource("templates")
    void nothingTypedIsEvaluatedOrRunsAsMarkup(Path template) {
        assertThat(tags(template).filter(tag -> tag.contains("__$") || tag.contains("[(")))
                .isEmpty();
        assertThat(tags(template).filter(tag -> tag.contains("th:utext")))
                .allMatch(tag -> tag.contains("${part.html}")
                        || tag.contains("${svg}")
                        || tag.contains("${live.svg}")
                        || tag.contains("${picture"));
    }

    /** The pages' policy forbids it, so it would not work. */
    @ParameterizedTest
    @MethodSource("pages")
    void pagesHaveNoInlineScriptOrStyle(Path template) {
        assertThat(tags(template).filter(tag -> tag.matches("(?s).* (style|on[a-z]+)=.*|<style.*|<script(?! src=).*")))
                .isEmpty();
    }

    static Stream<Path> pages() throws IOException {
        return templates().stream().filter(file -> !file.toString().matches(".*/(mail|pdf)/.*"));
    }

    @Test
    void thereAreTemplates() throws IOException {
        assertThat(templates()).isNotEmpty();
    }

    private static Stream<String> tags(Path template) {
        try {
            return TAG.matcher(Files.readString(template).replaceAll("(?s)<!--.*?-->", ""))
                    .results()
                    .map(found -> found.group());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
