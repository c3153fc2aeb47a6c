package io.partnerflow.mail;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A letter's page, read again for its subject and for those who read mail as plain text. Our templates are XML. */
final class Page {

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "ul", "ol", "dl", "table", "blockquote", "hr");

    private final Document page;
    private final StringBuilder text = new StringBuilder();

    private Page(Document page) {
        this.page = page;
    }

    /** @throws IllegalStateException if the template is not well-formed XML, which is a fault of the template */
    static Page read(String html) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var source = new InputSource(new StringReader(html.replaceFirst("(?i)^\\s*<!DOCTYPE html>", "")));
            return new Page(factory.newDocumentBuilder().parse(source));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("a letter's template must give well-formed XML", e);
        }
    }

    String title() {
        return page.getElementsByTagName("title").item(0).getTextContent();
    }

    /** The body without its looks: paragraphs apart, table rows as lines, links with their address. */
    String plainText() {
        text.setLength(0);
        read(page.getElementsByTagName("body").item(0));
        return text.toString()
                        .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                        .replaceAll("\\n{3,}", "\n\n")
                        .strip() + "\n";
    }

    private void read(Node node) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            words(node.getNodeValue());
        } else if (node instanceof Element element && !"true".equals(element.getAttribute("aria-hidden"))) {
            element(element);
        }
    }

    private void element(Element element) {
        text.append(before(element.getTagName()));
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            read(child);
        }
        var address = element.getAttribute("href").replaceFirst("^mailto:", "");
        if (!address.isEmpty() && !element.getTextContent().strip().equals(address)) {
            text.append(": ").append(address);
        }
        text.append(after(element.getTagName()));
    }

    private static String before(String tag) {
        return switch (tag) {
            case "li" -> "\n- ";
            case "br", "div", "address" -> "\n";
            default -> PARAGRAPHS.contains(tag) ? "\n\n" : "";
        };
    }

    private static String after(String tag) {
        return switch (tag) {
            case "dt" -> ": ";
            case "th", "td" -> "  ";
            case "tr", "dd", "div", "address" -> "\n";
            default -> PARAGRAPHS.contains(tag) ? "\n\n" : "";
        };
    }

    private void words(String value) {
        var words = value.replaceAll("[ \\t\\r\\n]+", " ");
        var atStart = text.length() == 0 || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(atStart ? words.stripLeading() : words);
    }
}
