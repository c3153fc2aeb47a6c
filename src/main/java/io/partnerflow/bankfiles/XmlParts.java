package io.partnerflow.bankfiles;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through an XML file and hands on the parts at one depth, each with what is in it; only one of them is in memory.
 * A file that brings its own definitions is refused: they are how a file reads other files or grows without end.
 */
final class XmlParts {

    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 4000;

    private final XMLStreamReader file;
    private String root = "";
    private String namespace = "";

    XmlParts(InputStream content) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            file = factory.createXMLStreamReader(content);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Reads up to the root element. @return its namespace */
    String namespace() {
        while (root.isEmpty()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                root = file.getLocalName();
                namespace = file.getNamespaceURI() == null ? "" : file.getNamespaceURI();
            }
        }
        return namespace;
    }

    /**
     * @param above names of the elements around the wanted ones, from the root down
     * @param each takes every element right inside the last of them
     */
    void inside(java.util.List<String> above, Consumer<XmlPart> each) {
        var open = new ArrayDeque<String>();
        open.addLast(root);
        while (!open.isEmpty()) {
            var event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (java.util.List.copyOf(open).equals(above)) {
                    each.accept(whole());
                } else {
                    open.addLast(file.getLocalName());
                    requireShallow(open.size());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.removeLast();
            }
        }
        toTheEnd();
    }

    private void toTheEnd() {
        try {
            while (file.hasNext()) {
                next();
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private XmlPart whole() {
        var open = new ArrayDeque<XmlPart>();
        var top = here();
        open.addLast(top);
        while (!open.isEmpty()) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var part = here();
                    open.getLast().add(part);
                    open.addLast(part);
                    requireShallow(open.size());
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.getLast().append(file.getText(), LONGEST_TEXT);
                default -> {}
            }
        }
        return top;
    }

    private XmlPart here() {
        Map<String, String> attributes = new HashMap<>();
        for (var i = 0; i < file.getAttributeCount(); i++) {
            attributes.put(file.getAttributeLocalName(i), file.getAttributeValue(i));
        }
        return new XmlPart(file.getLocalName(), line(), attributes);
    }

    private int next() {
        try {
            var event = file.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new BankFileRefused(line(), "definitions");
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private void requireShallow(int depth) {
        if (depth > DEEPEST) {
            throw new BankFileRefused(line(), "too-deep");
        }
    }

    private int line() {
        return file.getLocation().getLineNumber();
    }

    private static BankFileRefused broken(XMLStreamException e) {
        var line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        return new BankFileRefused(line, "not-well-formed");
    }
}
