package io.partnerflow.shipping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to send off.
 *
 * @param lines one per piece
 * @param carrier code of one of our carriers
 * @param trackingNumber as typed; null or blank if there is none
 */
public record WantedShipment(
        List<Line> lines,
        @Nullable String carrier,
        @Nullable String trackingNumber) {

    private static final Pattern BREAK = Pattern.compile("\\R");
    private static final Pattern COMMA = Pattern.compile("[;,\\t]");

    public WantedShipment {
        lines = List.copyOf(lines);
    }

    /**
     * @param field   what its sender calls the place it comes from
     * @param number  of the line there, from 1
     * @param product code or name; null if it does not say
     * @param serial  as typed
     */
    public record Line(String field, int number, @Nullable String product, String serial) {}

    /**
     * Serial numbers as typed or pasted.
     *
     * @param product that all of them are
     * @param text one serial number a line
     */
    public static List<Line> typed(String field, String product, String text) {
        return lines(field, text, product);
    }

    /**
     * A file or pasted table.
     *
     * @param text {@code product;serial} or only the serial number a line; semicolon, comma or tab; a first line of headings
     *     is left out
     */
    public static List<Line> table(String field, String text) {
        return lines(field, text, null);
    }

    private static List<Line> lines(String field, String text, @Nullable String product) {
        var found = new ArrayList<Line>();
        var rows = BREAK.split(text.startsWith("\uFEFF") ? text.substring(1) : text, -1);
        for (var index = 0; index < rows.length; index++) {
            var cells = COMMA.split(rows[index].replace("\"", ""), -1);
            var last = cells[cells.length - 1].strip();
            if (!rows[index].isBlank() && !isHeading(index, last)) {
                var own = cells.length > 1 && product == null ? cells[0].strip() : product;
                found.add(new Line(field, index + 1, own, last));
            }
        }
        return found;
    }

    private static boolean isHeading(int index, String last) {
        return index == 0 && last.toLowerCase(Locale.ROOT).startsWith("serial");
    }
}
