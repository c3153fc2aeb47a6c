package io.partnerflow.diagrams;

import java.util.ArrayList;
import java.util.List;

/** Breaks names into lines that fit. Widths are those of Helvetica and its kin, rounded up. */
final class Lettering {

    private static final double LINE = 1.2;

    private Lettering() {}

    /** Writes a text in lines around a middle. */
    static void centred(Svg svg, String text, double size, double width, double x, double y) {
        var lines = lines(text, size, width);
        var top = y - (lines.size() - 1) * size * LINE / 2 + size * 0.35;
        for (var i = 0; i < lines.size(); i++) {
            svg.text(x, top + i * size * LINE, size, lines.get(i));
        }
    }

    /** Writes a text in lines downwards from a top edge. */
    static void below(Svg svg, String text, double size, double width, double x, double top) {
        var lines = lines(text, size, width);
        for (var i = 0; i < lines.size(); i++) {
            svg.text(x, top + size + i * size * LINE, size, lines.get(i));
        }
    }

    static List<String> lines(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.trim().split("\\s+")) {
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

    private static double ems(int letter) {
        if ("ijlI.,:;'|!".indexOf(letter) >= 0) {
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
