package io.partnerflow.intake;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little Markdown that forms use: headings, lists, paragraphs, emphasis, links. */
final class Markdown {

    private static final Pattern HEADING = Pattern.compile("(#{1,4})\\s+(.*)");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*]|\\d+[.])\\s+(.*)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^()\\s]+)\\)");

    private final UnaryOperator<String> address;
    private final StringBuilder html = new StringBuilder();
    private String open = "";

    /** @param address turns what is written as a link's target into what may stand in its attribute */
    Markdown(UnaryOperator<String> address) {
        this.address = address;
    }

    String html(String markdown) {
        markdown.lines().forEach(this::line);
        close();
        return html.toString();
    }

    private void line(String line) {
        var heading = HEADING.matcher(line);
        var item = ITEM.matcher(line);
        if (line.isBlank()) {
            close();
        } else if (heading.matches()) {
            close();
            var tag = "h" + Math.max(2, heading.group(1).length()); // the page itself has the only h1
            html.append('<').append(tag).append('>').append(inline(heading.group(2)));
            html.append("</").append(tag).append('>');
        } else if (item.matches()) {
            open(line.strip().matches("\\d.*") ? "ol" : "ul");
            html.append("<li>").append(inline(item.group(1))).append("</li>");
        } else {
            html.append(open.equals("p") ? "\n" : "");
            open("p");
            html.append(inline(line));
        }
    }

    private void open(String tag) {
        if (!open.equals(tag)) {
            close();
            html.append('<').append(tag).append('>');
            open = tag;
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            html.append("</").append(open).append('>');
            open = "";
        }
    }

    private String inline(String text) {
        var plain = Prose.escaped(text)
                .replaceAll("`([^`]+)`", "<code>$1</code>")
                .replaceAll("\\*\\*([^*]+)\\*\\*", "<strong>$1</strong>")
                .replaceAll("(?<![\\w*])\\*([^*\\s][^*]*)\\*", "<em>$1</em>")
                .replaceAll("(?<!\\w)_([^_\\s][^_]*)_(?!\\w)", "<em>$1</em>");
        return LINK.matcher(plain)
                .replaceAll(link -> Matcher.quoteReplacement(
                        "<a href=\"" + address.apply(link.group(2)) + "\">" + link.group(1) + "</a>"));
    }
}
