package io.partnerflow.diagrams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Breaks names into lines that fit: first over more lines, then in smaller letters, at last in the middle of a word.
 * Widths are those of Helvetica and its kin, rounded up.
 */
final class Lettering {

    private static final double LINE = 1.2;
    private static final double SMALLEST = 8.5;

    private Lettering() {}

    /** Writes a text in lines around a middle, as large as it fits. */
    static void centred(Svg svg, String text, double size, Box room) {
        var fitting = size;
        while (fitting > SMALLEST && !fits(text, fitting, room)) {
            fitting -= 0.5;
        }
        var lines = lines(text, fitting, room.width());
        var top = room.centreY() - (lines.size() - 1) * fitting * LINE / 2 + fitting * 0.35;
        write(svg, lines, fitting, room.centreX(), top);
    }

    /** Writes a text in lines downwards from a top edge, smaller if it would need more than three. */
    static void below(Svg svg, String text, double size, double width, double x, double top) {
        var fitting = upToThreeLines(text, size, width);
        write(svg, lines(text, fitting, width), fitting, x, top + fitting);
    }

    /** Writes a text in lines upwards from a bottom edge, smaller if it would need more than three. */
    static void above(Svg svg, String text, double size, double width, double x, double bottom) {
        var fitting = upToThreeLines(text, size, width);
        var lines = lines(text, fitting, width);
        write(svg, lines, fitting, x, bottom - 0.2 * fitting - (lines.size() - 1) * fitting * LINE);
    }

    static List<String> lines(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : words(text, size, width)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    static double width(String text, double size) {
        return text.chars().mapToDouble(Lettering::ems).sum() * size;
    }

    private static boolean fits(String text, double size, Box room) {
        var lines = lines(text, size, room.width());
        return lines.size() * size * LINE <= room.height()
                && Arrays.stream(text.trim().split("\\s+")).allMatch(word -> width(word, size) <= room.width());
    }

    private static double upToThreeLines(String text, double size, double width) {
        var fitting = size;
        while (fitting > SMALLEST && lines(text, fitting, width).size() > 3) {
            fitting -= 0.5;
        }
        return fitting;
    }

    /** A word that is wider than a line is divided. */
    private static List<String> words(String text, double size, double width) {
        var words = new ArrayList<String>();
        for (var word : text.trim().split("\\s+")) {
            var rest = word;
            while (rest.length() > 4 && width(rest, size) > width) {
                var end = rest.length() - 2;
                while (end > 2 && width(rest.substring(0, end) + "-", size) > width) {
                    end--;
                }
                words.add(rest.substring(0, end) + "-");
                rest = rest.substring(end);
            }
            words.add(rest);
        }
        return words;
    }

    private static void write(Svg svg, List<String> lines, double size, double x, double first) {
        for (var i = 0; i < lines.size(); i++) {
            svg.text(x, first + i * size * LINE, size, lines.get(i));
        }
    }

    private static double ems(int letter) {
        if ("ijlI.,:;'’|!".indexOf(letter) >= 0) {
            return 0.27;
        }
        if ("frt -()/".indexOf(letter) >= 0) {
            return 0.34;
        }
        if ("mwMW".indexOf(letter) >= 0) {
            return 0.86;
        }
        return Character.isUpperCase(letter) ? 0.7 : 0.56;
    }
}
