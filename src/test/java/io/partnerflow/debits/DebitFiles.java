package io.partnerflow.debits;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.kapott.hbci.GV.parsers.ParsePain00800108;
import org.xml.sax.SAXException;

/** Files for the bank as others see them: the bank's own schema, and a reader that is not ours. */
public final class DebitFiles {

    private static final Schema SCHEMA = schema();

    private DebitFiles() {}

    public static void assertValid(byte[] file) {
        assertThatCode(() -> SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(file))))
                .doesNotThrowAnyException();
    }

    /** One set of properties for each debit, as an independent parser reads it. */
    public static List<Properties> read(byte[] file) {
        var debits = new ArrayList<Properties>();
        new ParsePain00800108().parse(new ByteArrayInputStream(file), debits);
        return debits;
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(DebitFiles.class.getResource("/pain.008.001.08.xsd"));
        } catch (SAXException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
