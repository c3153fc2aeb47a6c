package io.partnerflow.parties;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How what a reseller sends to its customers looks.
 *
 * @param logo picture of at most 300 KB that has been decoded once; null for none
 * @param logoType {@code image/png} or {@code image/jpeg}; null without a logo
 * @param colour {@code #rrggbb}, small letters
 * @param senderName whose name stands on it, 1 to 60 characters on one line
 */
public record Branding(byte @Nullable [] logo, @Nullable String logoType, String colour, String senderName) {

    /** The house's own colour, where a reseller has chosen none. */
    public static final String HOUSE_COLOUR = "#0b6456";

    private static final String WHITE = "#ffffff";
    private static final String INK = "#1b2421";

    static Branding none(String organisation) {
        return new Branding(null, null, HOUSE_COLOUR, organisation);
    }

    /** Colour of text on {@link #colour}: white, or dark where white could not be read (WCAG 2.2, 1.4.3). */
    public String textColour() {
        return contrast(colour, WHITE) >= contrast(colour, INK) ? WHITE : INK;
    }

    /** From 1 to 21, as WCAG 2.2 reckons it. */
    private static double contrast(String one, String other) {
        var first = luminance(one);
        var second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        var weights = new double[] {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, weights.length)
                .mapToDouble(i ->
                        weights[i] * linear(Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0))
                .sum();
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
