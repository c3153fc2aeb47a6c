package io.partnerflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever colour somebody chooses, what is written in it or on it can be read. */
class ShadesTest {

    private static final double AA = 4.5;

    @Test
    void everyColourCanBeReadOnEveryGroundOfThePages() {
        IntStream.range(0, 4096)
                .mapToObj("%03x"::formatted)
                .map(one -> "#" + one.replaceAll("(.)", "$1$1"))
                .forEach(colour -> {
                    readable(Shades.onLight(colour), colour, "#ffffff", "#fafbfa", "#f5f6f4", "#eceeec");
                    readable(Shades.onDark(colour), colour, "#121715", "#1a211e", "#202925", "#2a332f");
                });
    }

    private static void readable(Shades shades, String colour, String... grounds) {
        for (var text : List.of(shades.accent(), shades.strong())) {
            for (var ground : grounds) {
                assertThat(Shades.contrast(text, ground))
                        .as("%s from %s on %s", text, colour, ground)
                        .isGreaterThan(AA);
            }
            assertThat(Shades.contrast(text, shades.soft()))
                    .as("%s on its soft ground", colour)
                    .isGreaterThan(AA);
            assertThat(Shades.contrast(shades.on(), text))
                    .as("button of %s", colour)
                    .isGreaterThan(AA);
        }
    }

    @Test
    void aColourThatCanBeReadStaysAsItIs() {
        assertThat(Shades.onLight("#0b6456").accent()).isEqualTo("#0b6456");
        assertThat(Shades.onDark("#6fd0bd").accent()).isEqualTo("#6fd0bd");
    }
}
