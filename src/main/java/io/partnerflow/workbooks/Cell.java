package io.partnerflow.workbooks;

import java.math.BigDecimal;

/**
 * A cell in which something stands.
 *
 * @param column from 0 for A
 * @param text what stands there: a text as it is, a number without exponent, a day as {@code 2026-01-31}, a day with a time
 *     as {@code 2026-01-31T12:00}, {@code true} or {@code false}, an error as Excel names it
 * @param formula whether Excel reckons it; what it came to last is in {@code text}
 */
public record Cell(int column, Kind kind, String text, boolean formula) {

    public enum Kind {
        TEXT,
        NUMBER,
        /** A number shown as percent; 20 % is {@code 20}. */
        PERCENT,
        DAY,
        YES_NO,
        ERROR
    }

    /** @throws NumberFormatException if it is no number */
    public BigDecimal number() {
        return new BigDecimal(text);
    }

    /** A cell's address as people say it: {@code D17}. */
    public static String address(int column, int row) {
        return letters(column) + row;
    }

    /** @param column from 0 for A */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (var left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }

    static int column(String address) {
        var column = 0;
        for (var i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }
}
