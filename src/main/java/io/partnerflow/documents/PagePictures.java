package io.partnerflow.documents;

import io.partnerflow.shared.NotFound;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/** Shows papers of our own making page by page, for browsers that show no PDF. Never for files from outside. */
@Component
public class PagePictures {

    /** Readable at the width of a desk, and still about 100 KB a page. */
    private static final float DOTS_PER_INCH = 110;

    private final Documents documents;

    PagePictures(Documents documents) {
        this.documents = documents;
    }

    /** How many pages a paper has. */
    public int count(DocumentId paper) {
        try (var pdf = Loader.loadPDF(documents.content(paper))) {
            return pdf.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param page counted from 1
     * @return a PNG
     * @throws NotFound if the paper has no such page
     */
    public byte[] of(DocumentId paper, int page) {
        try (var pdf = Loader.loadPDF(documents.content(paper))) {
            if (page < 1 || page > pdf.getNumberOfPages()) {
                throw new NotFound("page", page);
            }
            return png(picture(pdf, page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage picture(PDDocument pdf, int page) throws IOException {
        return new PDFRenderer(pdf).renderImageWithDPI(page - 1, DOTS_PER_INCH, ImageType.RGB);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
