package io.partnerflow.einvoice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.PDFAExtensionSchema;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.ZUGFeRDExporterFromA3;

/**
 * Puts the XML of a document into its PDF. What the PDF already says about itself stays as it is: its archive level, its
 * tags, its title and when it was made.
 */
final class FacturX extends ZUGFeRDExporterFromA3 {

    private final Calendar now;

    private FacturX(Instant now) {
        this.now = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        this.now.setTimeInMillis(now.toEpochMilli());
    }

    static byte[] of(byte[] pdf, byte[] xml, Instant now) {
        var bytes = new ByteArrayOutputStream();
        try (var exporter = new FacturX(now)) {
            exporter.load(pdf);
            exporter.setEnablePDFAttachmentCompression(true);
            exporter.setProfile(Profiles.getByName("EN16931"));
            exporter.setXML(xml);
            exporter.setDocumentId(xml);
            exporter.export(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void setDocumentId(byte[] xml) {
        doc.setDocumentId(Arrays.hashCode(xml) ^ now.getTimeInMillis());
    }

    /**
     * Only adds to what the printer has said. The library would say everything once more, by the machine's clock, and load
     * every font to look for a fault that the printer does not make.
     */
    @Override
    protected void prepareDocument() throws IOException {
        xmp = getXmpMetadata();
        addXMP(xmp);
        metadata = doc.getDocumentCatalog().getMetadata();
        try {
            metadata.importXMPMetadata(serializeXmpMetadata(xmp));
        } catch (TransformerException e) {
            throw new IOException(e);
        }
        documentPrepared = true;
    }

    /** The printer has described schemas of its own already, and there may be only one list of them. */
    @Override
    protected void addXMP(XMPMetadata metadata) {
        var printed = metadata.getPDFExtensionSchema().getSchemasProperty();
        super.addXMP(metadata);
        var schemas = metadata.getAllSchemas();
        var added = (PDFAExtensionSchema) schemas.get(schemas.size() - 1);
        added.getSchemasProperty().getAllProperties().forEach(printed::addProperty);
        metadata.removeSchema(added);
    }

    @Override
    public void PDFAttachGenericFile(
            PDDocument document, String name, String relationship, String description, String type, byte[] content)
            throws IOException {
        super.PDFAttachGenericFile(document, name, relationship, description, type, content);
        var file = new PDDocumentNameDictionary(document.getDocumentCatalog())
                .getEmbeddedFiles()
                .getNames()
                .get(name)
                .getEmbeddedFile();
        file.setCreationDate(now);
        file.setModDate(now);
    }

    /** With compressed objects, as the printer writes them. */
    @Override
    public void export(OutputStream output) throws IOException {
        doc.save(output);
    }
}
