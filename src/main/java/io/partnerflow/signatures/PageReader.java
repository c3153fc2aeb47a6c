package io.partnerflow.signatures;

import io.partnerflow.documents.UploadRefused;
import io.partnerflow.documents.UploadRefused.Reason;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads the text of pages, counting what it costs: a few forms that draw each other many times over would keep the
 * stripper busy for years without unpacking a thing.
 */
final class PageReader extends PDFTextStripper {

    private static final int MOST_PAGES = 300;
    private static final int MOST_OPERATORS = 2_000_000;
    private static final int MOST_LETTERS = 1_000_000;

    private int operators;
    private int letters;

    PageReader() {
        setSortByPosition(true);
    }

    /** @param page counted from 1 */
    String read(PDDocument document, int page) throws IOException {
        require(document.getNumberOfPages() <= MOST_PAGES);
        setStartPage(page);
        setEndPage(page);
        return getText(document);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        require(++operators <= MOST_OPERATORS);
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        require(++letters <= MOST_LETTERS);
        super.processTextPosition(text);
    }

    private static void require(boolean bearable) {
        if (!bearable || Thread.currentThread().isInterrupted()) {
            throw new UploadRefused(Reason.DOCUMENT_TOO_COMPLEX);
        }
    }
}
