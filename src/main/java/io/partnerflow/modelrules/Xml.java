package io.partnerflow.modelrules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A model as plain XML, read without following anything it points to. */
public final class Xml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Document document;

    private Xml(Document document) {
        this.document = document;
    }

    /** What stands in the way of reading a file. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        Unreadable(Finding finding) {
            super(finding.toString());
            this.finding = finding;
        }

        Finding finding() {
            return finding;
        }
    }

    static Xml read(String file, byte[] content) throws Unreadable {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setCoalescing(true); // the engine reads text in one piece, whatever stands between its parts
            factory.setIgnoringComments(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // the exception says it; standard error would say it twice
            return new Xml(builder.parse(new InputSource(new ByteArrayInputStream(content))));
        } catch (SAXException unreadable) {
            var words = String.valueOf(unreadable.getMessage());
            throw new Unreadable(
                    words.contains("DOCTYPE")
                            ? Finding.error(file, "", "doctype")
                            : Finding.error(file, "", "not-readable", words));
        } catch (IOException | ParserConfigurationException unreadable) {
            throw new Unreadable(Finding.error(file, "", "not-readable", String.valueOf(unreadable.getMessage())));
        }
    }

    /** Everything, in the order it is written. */
    public List<Element> all() {
        return elements(document.getElementsByTagName("*")).toList();
    }

    /** Everything of this name, whatever its namespace. */
    public List<Element> named(String name) {
        return elements(document.getElementsByTagNameNS("*", name)).toList();
    }

    static Stream<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(child -> name.equals(child.getLocalName()));
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).findFirst();
    }

    /** All below it of this name. */
    static Stream<Element> below(Element parent, String name) {
        return elements(parent.getElementsByTagNameNS("*", name));
    }

    /** What stands directly in it, in one piece as the engine reads it. */
    static String text(Element element) {
        var text = new StringBuilder();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return text.toString();
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    /** What people call it: its name, its id where it has none. */
    public static String called(Element element) {
        var name = element.getAttribute("name").replaceAll("\\s+", " ").strip();
        return name.isEmpty() ? element.getAttribute("id") : name;
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
