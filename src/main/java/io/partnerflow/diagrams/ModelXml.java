package io.partnerflow.diagrams;

import java.io.IOException;
import java.io.StringReader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A model as plain XML: how it is drawn does not depend on the engine that runs it. */
final class ModelXml {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String PICTURE = "http://www.omg.org/spec/BPMN/20100524/DI";

    private final Document document;

    /** @throws IllegalArgumentException if the text is no XML */
    ModelXml(String bpmn) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // the exception says it; standard error would say it twice
            document = builder.parse(new InputSource(new StringReader(bpmn)));
        } catch (SAXException | ParserConfigurationException unreadable) {
            throw new IllegalArgumentException("not a BPMN model: " + unreadable.getMessage(), unreadable);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot fail to be read", impossible);
        }
    }

    Document document() {
        return document;
    }

    /** Everything, in the order it is written. */
    Stream<Element> all() {
        return elements(document.getElementsByTagName("*")).toList().stream();
    }

    /** Everything that means something. */
    Stream<Element> parts() {
        return elements(document.getElementsByTagNameNS(BPMN, "*"));
    }

    Stream<Element> shapes() {
        return elements(document.getElementsByTagNameNS(PICTURE, "BPMNShape"));
    }

    Stream<Element> edges() {
        return elements(document.getElementsByTagNameNS(PICTURE, "BPMNEdge"));
    }

    static Stream<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    static Stream<Element> children(Element parent, String name) {
        return children(parent).filter(child -> child.getLocalName().equals(name));
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
