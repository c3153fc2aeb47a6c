package io.partnerflow.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/** The fonts papers are set in. They travel with the application, since an archivable PDF must embed what it uses. */
record Typeface(String family, int weight, FontStyle style, byte[] file) {

    static final List<Typeface> ALL = List.of(
            liberation("Liberation Sans", 400, FontStyle.NORMAL, "LiberationSans-Regular"),
            liberation("Liberation Sans", 700, FontStyle.NORMAL, "LiberationSans-Bold"),
            liberation("Liberation Sans", 400, FontStyle.ITALIC, "LiberationSans-Italic"));

    /** Read only if a paper uses it. */
    PDFontSupplier suppliedTo(PDDocument document) {
        return new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                return loadedInto(document);
            }
        };
    }

    /** Without ligatures: looking for them takes a third of the time a paper takes, and nobody would see the few. */
    private PDFont loadedInto(PDDocument document) {
        try {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false);
            return PDType0Font.load(document, font, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Typeface liberation(String family, int weight, FontStyle style, String file) {
        try {
            var bytes = new ClassPathResource("liberation/" + file + ".ttf").getContentAsByteArray();
            return new Typeface(family, weight, style, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
