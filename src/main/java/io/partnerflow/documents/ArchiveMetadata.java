package io.partnerflow.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a PDF says about itself: once for readers, once as XMP for archives. PDF/A wants both to agree. */
final class ArchiveMetadata {

    private ArchiveMetadata() {}

    /** Replaces the wall clock's time, which the renderer has written, by the application's. */
    static void createdAt(PDDocument document, Date now) throws IOException {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
        calendar.setTime(now);
        document.getDocumentInformation().setCreationDate(calendar);
        var metadata = document.getDocumentCatalog().getMetadata();
        var text = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        var written = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+00:00'")
                .format(now.toInstant().atOffset(ZoneOffset.UTC));
        metadata.importXMPMetadata(text.replaceAll(
                        "<xmp:CreateDate>[^<]*</xmp:CreateDate>", "<xmp:CreateDate>" + written + "</xmp:CreateDate>")
                .getBytes(StandardCharsets.UTF_8));
    }
}
