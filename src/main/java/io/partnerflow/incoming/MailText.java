package io.partnerflow.incoming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Makes plain text of what came: nothing in it is run, fetched or believed. */
final class MailText {

    private static final int LONGEST_PAGE = 2_000_000;
    private static final Set<String> BLOCKS =
            Set.of("p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "ul", "ol", "blockquote", "pre", "hr");

    /** Where what somebody else wrote begins, in the languages mail programs speak. */
    private static final Pattern QUOTED = Pattern.compile("(?im)^(?:"
            + "-{2,}\\s*(?:original message|originalmeddelande|urspr\\S{1,6}ngliche nachricht|message d.origine|"
            + "forwarded message|vidarebefordrat|weitergeleitete|message transf).{0,80}"
            + "|_{10,}\\s*$"
            + "|(?:on|am|den|le)\\b.{5,200}\\b(?:wrote|schrieb|skrev|a .crit)\\b.{0,200}:\\s*$"
            + "|(?:from|von|fr.n|de) ?:.{1,200}\\R(?:sent|gesendet|skickat|envoy.|date|datum) ?:.{0,200}$"
            + "|>.*$)");

    private MailText() {}

    /** Without characters that are none, ends of lines as one. */
    static String clean(String text) {
        return new String(text.getBytes(UTF_8), UTF_8) // half a character is none
                .replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .replaceAll("\\n{4,}", "\n\n\n")
                .strip();
    }

    /** One line, for names and subjects. */
    static String line(String text, int longest) {
        var line = clean(text).replaceAll("[\\s\\p{Cf}]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }

    /** What the sender wrote, without what stands below it from the mails before. */
    static String fresh(String text) {
        var quoted = QUOTED.matcher(text);
        return quoted.find() ? text.substring(0, quoted.start()).strip() : text;
    }

    static String small(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    static String ofHtml(String html) {
        var page = Jsoup.parse(html.length() <= LONGEST_PAGE ? html : html.substring(0, LONGEST_PAGE));
        page.select("script, style, head, title, noscript, template").remove();
        var text = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.getWholeText().replaceAll("\\s+", " "));
                        } else if (node instanceof Element element && breaks(element)) {
                            text.append('\n');
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            after(element, text);
                        }
                    }
                },
                page.body());
        return clean(text.toString().replaceAll("[ \\t]*\\n[ \\t]*", "\n"));
    }

    private static boolean breaks(Element element) {
        return "br".equals(element.normalName()) || BLOCKS.contains(element.normalName());
    }

    private static void after(Element element, StringBuilder text) {
        if (BLOCKS.contains(element.normalName())) {
            text.append('\n');
        } else if ("td".equals(element.normalName()) || "th".equals(element.normalName())) {
            text.append("  ");
        } else if ("a".equals(element.normalName())) {
            var address = element.attr("href").strip();
            if (address.matches("(?i)https?://\\S{1,500}") && !element.text().contains(address)) {
                text.append(" (").append(address).append(')');
            }
        }
    }
}
