package io.partnerflow.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with {@code {{expressions}}}, turned into safe HTML. What the expressions yield is data: it is put in after
 * everything else has been read, so it is shown literally whatever it says.
 */
final class Prose {

    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001");
    private static final Pattern SAFE_ADDRESS = Pattern.compile("(?i)(https?://|mailto:|/(?!/)|#).*");

    private final List<String> values = new ArrayList<>();
    private final String marked;

    Prose(String source, Map<String, Object> data, FeelExpressions feel) {
        marked = EXPRESSION.matcher(source.replaceAll("[\uE000\uE001]", "")).replaceAll(found -> {
            var value = feel.value(found.group(1).strip(), data);
            values.add(value == null ? "" : value.toString());
            return "\uE000" + (values.size() - 1) + "\uE001";
        });
    }

    /** The text as it is, for where no markup may stand. */
    String plain() {
        return MARK.matcher(marked).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    /** From the Markdown of a text component. */
    String fromMarkdown() {
        return filled(new Markdown(this::address).html(marked));
    }

    /** From the markup of an html component, cut down to what is harmless. */
    String fromHtml() {
        return filled(new HarmlessHtml(this::address).html(marked));
    }

    private String filled(String html) {
        return MARK.matcher(html)
                .replaceAll(found ->
                        Matcher.quoteReplacement(escaped(value(found.group(1))).replace("\n", "<br>")));
    }

    /** An address a link may lead to, ready to stand in an attribute; {@code #} for any other. */
    private String address(String written) {
        var address = MARK.matcher(written.replace("&amp;", "&"))
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))))
                .strip();
        return SAFE_ADDRESS.matcher(address).matches() ? escaped(address) : "#";
    }

    private String value(String index) {
        return values.get(Integer.parseInt(index));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
