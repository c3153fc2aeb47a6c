package io.partnerflow.intake;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Markup rebuilt from a short list of tags without attributes; everything else is dropped. */
final class HarmlessHtml {

    private static final Set<String> ALLOWED = Set.of(
            "a", "b", "br", "code", "dd", "div", "dl", "dt", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p",
            "small", "span", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul");
    private static final Pattern NOT_TEXT = Pattern.compile("(?is)<!--.*?-->|<(script|style|template)\\b.*?</\\1\\s*>");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s[^<>]*)?)/?>");
    private static final Pattern HREF = Pattern.compile("(?i)\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private final UnaryOperator<String> address;

    /** @param address turns what is written as a link's target into what may stand in its attribute */
    HarmlessHtml(UnaryOperator<String> address) {
        this.address = address;
    }

    String html(String markup) {
        var source = NOT_TEXT.matcher(markup).replaceAll("");
        var html = new StringBuilder();
        var tags = TAG.matcher(source);
        var from = 0;
        while (tags.find()) {
            html.append(text(source.substring(from, tags.start())));
            html.append(tag(tags.group(1), tags.group(2).toLowerCase(Locale.ROOT), tags.group(3)));
            from = tags.end();
        }
        return html.append(text(source.substring(from))).toString();
    }

    private String tag(String slash, String name, String attributes) {
        if (!ALLOWED.contains(name)) {
            return "";
        }
        var href = HREF.matcher(attributes);
        return name.equals("a") && slash.isEmpty() && href.find()
                ? "<a href=\"" + address.apply(href.group(1) == null ? href.group(2) : href.group(1)) + "\">"
                : "<" + slash + name + ">";
    }

    private static String text(String text) {
        return text.replaceAll("&(?!(#\\d+|#x[0-9a-fA-F]+|\\w+);)", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
