package io.partnerflow.documents;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A colour somebody chose, moved towards black or white just so far that it can be read on every ground of our pages.
 * <b>Source:</b> WCAG 2.2, 1.4.3: text has a contrast of 4.5 to 1 at least.
 *
 * @param accent {@code #rrggbb}: links, and the ground of the most important button
 * @param strong the same, further from the ground
 * @param on     text on {@code accent} and on {@code strong}
 * @param soft   ground under {@code strong} text
 */
public record Shades(String accent, String strong, String on, String soft) {

    static final String WHITE = "#ffffff";
    static final String INK = "#1b2421";

    private static final String BLACK = "#000000";
    private static final List<String> LIGHT_GROUNDS = List.of(WHITE, "#fafbfa", "#f5f6f4", "#eceeec");
    private static final List<String> DARK_GROUNDS = List.of("#121715", "#1a211e", "#202925", "#2a332f");
    private static final double READABLE = 4.6; // a little more than is asked for: colours are rounded to whole steps
    private static final int STEPS = 40;

    static Shades onLight(String colour) {
        var soft = mix(colour, WHITE, 0.88);
        var accent = readable(colour, BLACK, LIGHT_GROUNDS, soft);
        return new Shades(accent, mix(accent, BLACK, 0.25), WHITE, soft);
    }

    static Shades onDark(String colour) {
        var soft = mix(colour, DARK_GROUNDS.get(1), 0.82);
        var accent = readable(colour, WHITE, DARK_GROUNDS, soft);
        return new Shades(accent, mix(accent, WHITE, 0.3), "#0d1412", soft);
    }

    private static String readable(String colour, String towards, List<String> grounds, String soft) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> mix(colour, towards, (double) step / STEPS))
                .filter(shade -> contrast(shade, soft) >= READABLE)
                .filter(shade -> grounds.stream().allMatch(ground -> contrast(shade, ground) >= READABLE))
                .findFirst()
                .orElse(towards);
    }

    /** From 1 to 21, as WCAG 2.2 reckons it. */
    static double contrast(String one, String other) {
        var first = luminance(one);
        var second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** @param share of the second colour, 0 to 1 */
    private static String mix(String one, String other, double share) {
        return IntStream.range(0, 3)
                .mapToLong(i -> Math.round(part(one, i) * (1 - share) + part(other, i) * share))
                .mapToObj("%02x"::formatted)
                .reduce("#", String::concat);
    }

    private static double luminance(String colour) {
        var weights = new double[] {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, weights.length)
                .mapToDouble(i -> weights[i] * linear(part(colour, i) / 255.0))
                .sum();
    }

    private static int part(String colour, int place) {
        return Integer.parseInt(colour.substring(1 + 2 * place, 3 + 2 * place), 16);
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
