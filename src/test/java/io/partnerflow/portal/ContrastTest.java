package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text can be read by people with weak sight: 4.5 to 1 for text, 3 to 1 for the edge of a field (WCAG 2.2 AA). */
class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "ink, ground, 4.5",
        "ink, surface, 4.5",
        "ink, raised, 4.5",
        "quiet, ground, 4.5",
        "quiet, surface, 4.5",
        "quiet, raised, 4.5",
        "quiet, warn-soft, 4.5",
        "quiet, info-soft, 4.5",
        "accent, surface, 4.5",
        "accent, ground, 4.5",
        "accent-strong, surface, 4.5",
        "accent-strong, accent-soft, 4.5",
        "on-accent, accent, 4.5",
        "on-accent, accent-strong, 4.5",
        "good, good-soft, 4.5",
        "warn, warn-soft, 4.5",
        "bad, bad-soft, 4.5",
        "info, info-soft, 4.5",
        "idle, idle-soft, 4.5",
        "ink, good-soft, 4.5",
        "ink, bad-soft, 4.5",
        "bad, surface, 4.5",
        "field-line, surface, 3",
        "focus, surface, 3",
        "focus, ground, 3"
    })
    void canBeRead(String text, String ground, double least) throws IOException {
        var css = Files.readString(Path.of("src/main/resources/static/assets/portal.css"));
        var dark = css.indexOf("prefers-color-scheme: dark");
        for (var scheme : new String[] {css.substring(0, dark), css.substring(dark)}) {
            var colours = colours(scheme);
            assertThat(contrast(colours.get(text), colours.get(ground)))
                    .as("%s on %s in %s", text, ground, scheme.startsWith("/*") ? "light" : "dark")
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private static Map<String, String> colours(String css) {
        var colours = new HashMap<String, String>();
        COLOUR.matcher(css).results().forEach(found -> colours.putIfAbsent(found.group(1), found.group(2)));
        return colours;
    }

    private static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5);
    }

    private static double part(String colour, int at) {
        var share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
