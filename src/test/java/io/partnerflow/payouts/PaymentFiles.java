package io.partnerflow.payouts;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.kapott.hbci.GV.parsers.ParsePain00100109;
import org.xml.sax.SAXException;

/** Files for the bank as others see them: the bank's own schema, and a reader that is not ours. */
public final class PaymentFiles {

    private static final Schema SCHEMA = schema();

    private PaymentFiles() {}

    public static void assertValid(byte[] file) {
        assertThatCode(() -> SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(file))))
                .doesNotThrowAnyException();
    }

    /** One set of properties for each payment, as an independent parser reads it. */
    static List<Properties> read(byte[] file) {
        var payments = new ArrayList<Properties>();
        new ParsePain00100109().parse(new ByteArrayInputStream(file), payments);
        return payments;
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(PaymentFiles.class.getResource("/pain.001.001.09.xsd"));
        } catch (SAXException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
