package io.partnerflow.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** Small bars beside a figure, drawn on the server; colours come from the style sheet. */
final class BarPicture {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 48;
    private static final int GAP = 4;

    private BarPicture() {}

    /**
     * @param values from left to right, none negative; the highest fills the picture
     * @param title what it shows, in words
     */
    static String of(List<BigDecimal> values, String title) {
        var highest = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        var step = WIDTH / Math.max(1, values.size());
        var bars = new StringBuilder();
        for (var at = 0; at < values.size(); at++) {
            var height = highest.signum() == 0
                    ? 0
                    : values.get(at)
                            .multiply(BigDecimal.valueOf(HEIGHT - 2))
                            .divide(highest, 0, RoundingMode.CEILING)
                            .intValue();
            bars.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"/>"
                    .formatted(
                            at == values.size() - 1 ? "bar now" : "bar",
                            at * step,
                            HEIGHT - height - 2,
                            step - GAP,
                            height + 2));
        }
        return "<svg class=\"month-bars\" viewBox=\"0 0 %d %d\" role=\"img\" preserveAspectRatio=\"none\"><title>%s</title>%s</svg>"
                .formatted(WIDTH, HEIGHT, HtmlUtils.htmlEscape(title), bars);
    }

    /**
     * Parts of a whole, side by side.
     *
     * @param parts each with the class that colours it
     */
    static String shares(List<Share> parts, String title) {
        var whole = parts.stream().mapToLong(Share::value).sum();
        var bars = new StringBuilder();
        var left = 0L;
        for (var part : parts) {
            var right = left + part.value();
            var x = WIDTH * left / Math.max(1, whole);
            var end = WIDTH * right / Math.max(1, whole);
            bars.append("<rect class=\"share %s\" x=\"%d\" y=\"0\" width=\"%d\" height=\"12\"/>"
                    .formatted(part.name(), x, Math.max(0, end - x)));
            left = right;
        }
        return "<svg class=\"shares\" viewBox=\"0 0 %d 12\" role=\"img\" preserveAspectRatio=\"none\"><title>%s</title>%s</svg>"
                .formatted(WIDTH, HtmlUtils.htmlEscape(title), bars);
    }

    /** @param name kebab-case, its class; at least 0 */
    record Share(String name, long value) {}
}
