package io.partnerflow.diagrams;

import java.util.Locale;

/** SVG as it is being written. Every text that comes from outside goes through {@link #escaped}. */
final class Svg {

    private final StringBuilder written = new StringBuilder();

    /** @param values numbers are written with a point and at most one decimal, texts as they are */
    Svg add(String template, Object... values) {
        for (var i = 0; i < values.length; i++) {
            values[i] = values[i] instanceof Double number ? written(number) : values[i];
        }
        written.append(template.formatted(values)).append('\n');
        return this;
    }

    Svg text(double x, double y, double size, String text) {
        return add("<text x=\"%s\" y=\"%s\" font-size=\"%s\">%s</text>", x, y, size, escaped(text));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String written(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
