package io.partnerflow.incoming;

import org.jspecify.annotations.Nullable;

/** Whether a mail is made so that it can be taken apart without costing more than a mail may. */
final class MailShape {

    private static final int MOST_BOUNDARIES = 2_000;
    private static final int MOST_HEADERS = 1_000;

    private MailShape() {}

    /**
     * Counts what a parser would make objects of: lines that may separate parts, and lines of a head.
     *
     * @return what is too much; null if it can be taken apart
     */
    static @Nullable String tooMuch(byte[] raw) {
        var boundaries = 0;
        var heads = 0;
        var head = true;
        for (var start = 0; start < raw.length; ) {
            var end = start;
            while (end < raw.length && raw[end] != '\n') {
                end++;
            }
            var blank = end == start || end == start + 1 && raw[start] == '\r';
            if (end > start + 1 && raw[start] == '-' && raw[start + 1] == '-') {
                boundaries++;
                head = true;
                heads = 0;
            } else if (blank) {
                head = false;
            } else if (head && ++heads > MOST_HEADERS) {
                return "headers";
            }
            start = end + 1;
        }
        return boundaries > MOST_BOUNDARIES ? "parts" : null;
    }
}
