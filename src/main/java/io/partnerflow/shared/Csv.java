package io.partnerflow.shared;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of a table for a spreadsheet: comma between fields, every field quoted, lines end with CR LF (RFC 4180). A text
 * that a spreadsheet would take for a formula starts with a single quote, so it stays text. <b>Source:</b> BI-24, ASVS
 * 1.2.10.
 */
public final class Csv {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\\x00]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");

    private Csv() {}

    /** One line with its end. A plain number, also a negative one, is no formula. */
    public static String line(List<String> fields) {
        return line(fields, ',');
    }

    /** The same with another sign between fields, for languages that write decimals with a comma. */
    public static String line(List<String> fields, char separator) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(String.valueOf(separator))) + "\r\n";
    }

    private static String field(String text) {
        var harmless = FORMULA.matcher(text).find() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
