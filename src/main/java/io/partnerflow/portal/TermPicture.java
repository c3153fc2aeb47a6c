package io.partnerflow.portal;

import io.partnerflow.shared.Formats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A term as a drawing: lying, with every label at its day, where there is room; standing, one label below the other, on a
 * telephone. Both say the same, and so does the list beside them.
 *
 * @param lying days from left to right, true to scale
 * @param standing days from top to bottom, one step each
 */
record TermPicture(Sheet lying, Sheet standing) {

    private static final int WIDTH = 960;
    private static final int EDGE = 16;
    private static final int ROW = 46;
    private static final int NARROW = 340;
    private static final int LETTER = 8;
    private static final int GAP = 14;
    private static final int STEP = 52;

    /**
     * @param begin where the line starts, along it
     * @param now where today is, along it
     * @param end where the line ends, along it
     * @param axis where the line lies, across it
     */
    record Sheet(int width, int height, int begin, int now, int end, int axis, List<Spot> spots) {}

    /**
     * @param along where on the line
     * @param x of the label
     * @param y of the label's first line
     * @param anchor {@code start}, {@code middle} or {@code end}
     * @param leader where the thread from the line to the label ends
     */
    record Spot(
            int along,
            int x,
            int y,
            String anchor,
            int leader,
            String label,
            String day,
            String tone,
            boolean passed) {}

    /** @param words gives the name of a day by its label */
    static TermPicture of(TermLine line, Formats formats, UnaryOperator<String> words) {
        return new TermPicture(lying(line, formats, words), standing(line, formats, words));
    }

    private static Sheet standing(TermLine line, Formats formats, UnaryOperator<String> words) {
        var spots = new ArrayList<Spot>();
        var now = 20;
        for (var mark : line.marks()) {
            var along = 20 + spots.size() * STEP;
            spots.add(new Spot(
                    along,
                    40,
                    along - 3,
                    "start",
                    along,
                    words.apply(mark.label()),
                    formats.date(mark.day()),
                    mark.tone(),
                    mark.passed()));
            now = mark.label().equals("today") ? along : now;
        }
        var end = 20 + (spots.size() - 1) * STEP;
        return new Sheet(NARROW, end + 32, 20, now, end, 16, List.copyOf(spots));
    }

    /** Labels stand above and below the line in as many rows as they need so that none touches another. */
    private static Sheet lying(TermLine line, Formats formats, UnaryOperator<String> words) {
        var taken = new int[8]; // how far to the right each row is full: even ones above, odd ones below
        Arrays.fill(taken, Integer.MIN_VALUE);
        var placed = new ArrayList<int[]>(); // row and left edge of each label
        for (var mark : line.marks()) {
            var width = widthOf(mark, formats, words);
            var left = Math.max(EDGE, Math.min(WIDTH - EDGE - width, along(mark.place()) - width / 2));
            var row = 0;
            while (row < taken.length - 1 && left < taken[row] + GAP) {
                row++;
            }
            taken[row] = left + width;
            placed.add(new int[] {row, left});
        }
        var above = 1
                + placed.stream()
                        .mapToInt(one -> one[0] % 2 == 0 ? one[0] / 2 : 0)
                        .max()
                        .orElse(0);
        var below = placed.stream()
                .mapToInt(one -> one[0] % 2 == 1 ? one[0] / 2 + 1 : 0)
                .max()
                .orElse(0);
        var axis = above * ROW + 20;
        var spots = new ArrayList<Spot>();
        for (var i = 0; i < placed.size(); i++) {
            spots.add(spot(line.marks().get(i), placed.get(i), axis, formats, words));
        }
        var height = axis + 20 + below * ROW;
        return new Sheet(WIDTH, height, EDGE, along(line.elapsed()), WIDTH - EDGE, axis, List.copyOf(spots));
    }

    private static Spot spot(TermLine.Mark mark, int[] placed, int axis, Formats formats, UnaryOperator<String> words) {
        var row = placed[0];
        var isAbove = row % 2 == 0;
        var y = isAbove ? axis - 20 - row / 2 * ROW - 20 : axis + 20 + row / 2 * ROW + 14;
        return new Spot(
                along(mark.place()),
                placed[1],
                y,
                "start",
                isAbove ? y + 24 : y - 14,
                words.apply(mark.label()),
                formats.day(mark.day()),
                mark.tone(),
                mark.passed());
    }

    private static int widthOf(TermLine.Mark mark, Formats formats, UnaryOperator<String> words) {
        var letters = Math.max(
                words.apply(mark.label()).length(), formats.day(mark.day()).length());
        return letters * LETTER;
    }

    private static int along(int place) {
        return EDGE + place * (WIDTH - 2 * EDGE) / TermLine.LONGEST;
    }

    /** Names of days in the reader's language. */
    static UnaryOperator<String> words(org.springframework.context.MessageSource messages, Locale language) {
        return label -> messages.getMessage("portal.term." + label, null, language);
    }
}
