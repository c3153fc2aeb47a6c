package io.partnerflow.einvoice;

import io.partnerflow.shared.Money;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes UBL 2.1: elements that hold others, and elements that hold a text, which are left out where there is none. */
final class UblWriter {

    private static final String NAMESPACES = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String AGGREGATE = NAMESPACES + "CommonAggregateComponents-2";
    private static final String BASIC = NAMESPACES + "CommonBasicComponents-2";

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final String currency;
    private final XMLStreamWriter xml;

    UblWriter(String root, String currency) {
        this.currency = currency;
        try {
            this.xml = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACES + root + "-2");
            xml.writeNamespace("cac", AGGREGATE);
            xml.writeNamespace("cbc", BASIC);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void in(String element, Runnable content) {
        try {
            xml.writeStartElement("cac", element, AGGREGATE);
            content.run();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param value null or blank: the element is left out */
    void text(String element, @Nullable Object value, String... attribute) {
        var words = value == null ? "" : Text.plain(value.toString());
        if (words.isEmpty()) {
            return;
        }
        try {
            xml.writeStartElement("cbc", element, BASIC);
            if (attribute.length > 0) {
                xml.writeAttribute(attribute[0], attribute[1]);
            }
            xml.writeCharacters(words);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void amount(String element, Money amount) {
        text(element, amount.amount().toPlainString(), "currencyID", currency);
    }

    byte[] bytes() {
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
