package io.partnerflow.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnerflow.documents.BadFiles;
import io.partnerflow.documents.Readers;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.documents.UploadRefused.Reason;
import io.partnerflow.signatures.Comparison.Difference;
import io.partnerflow.signatures.SignedPdfs.Signer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;

class PageComparisonTest {

    private static final String TERMS =
            "The customer rents ten computers for 36 months.\nThe rate is 450.00 EUR a month.";
    private static final String RETURN = "After the term the customer sends all devices back.\nThe vendor wipes them.";
    private static final String SIGN = "Place and date, signature, name in print.\nEvery page belongs to the contract.";

    private final PageComparison comparison = new PageComparison(Readers.bounded());

    @Test
    void theSamePaperIsTheSame() throws IOException {
        var paper = pages(TERMS, RETURN);
        assertThat(comparison.compare(paper, paper).isSame()).isTrue();
    }

    @Test
    void aDigitalSignatureChangesNoWord() throws IOException {
        var paper = BadFiles.ourOwnAgreement();
        var signed = SignedPdfs.signed(paper, Signer.selfSigned("Sigrid Sten"));
        assertThat(comparison.compare(paper, signed).isSame()).isTrue();
    }

    @Test
    void anotherAmountIsFoundOnItsPage() throws IOException {
        var found = comparison.compare(pages(RETURN, TERMS), pages(RETURN, TERMS.replace("450.00", "45.00")));

        assertThat(found.isSame()).isFalse();
        assertThat(found.differences()).containsExactly(new Difference(2, "450.00", "45.00"));
    }

    @Test
    void addedAndLeftOutWordsAreFound() throws IOException {
        var changed = TERMS.replace("ten computers", "computers").replace("a month", "a month, or less");
        assertThat(comparison.compare(pages(TERMS), pages(changed)).differences())
                .containsExactly(new Difference(1, "ten", ""), new Difference(1, "month.", "month, or less."));
    }

    @Test
    void aMissingPageIsNamed() throws IOException {
        var found = comparison.compare(pages(TERMS, RETURN, SIGN), pages(TERMS, SIGN));

        assertThat(found.missing()).containsExactly(2);
        assertThat(found.differences()).isEmpty();
        assertThat(found.added()).isEmpty();
    }

    @Test
    void aPageTwiceInsteadOfAnotherIsNoticedThoughTheirNumberIsRight() throws IOException {
        var found = comparison.compare(pages(TERMS, RETURN, SIGN), pages(TERMS, TERMS, SIGN));

        assertThat(found.missing()).containsExactly(2);
        assertThat(found.added()).hasSize(1);
    }

    @Test
    void aScanHasNoWords() throws IOException {
        var found = comparison.compare(pages(TERMS, RETURN), scan(2));

        assertThat(found.isPicture()).isTrue();
        assertThat(found.isSame()).isFalse();
        assertThat(found.missing()).isEmpty();
    }

    @Test
    void aScanWithAPageTooFewLacksOne() throws IOException {
        assertThat(comparison.compare(pages(TERMS, RETURN), scan(1)).missing()).hasSize(1);
    }

    @Test
    void aSignaturePageScannedAmongTheOthersIsTold() throws IOException {
        var found = comparison.compare(pages(TERMS, SIGN), joined(pages(TERMS), scan(1)));

        assertThat(found.withoutText()).containsExactly(2);
        assertThat(found.isPicture()).isFalse();
        assertThat(found.missing()).isEmpty();
    }

    @Test
    void aPageThatWouldUnpackToGigabytesIsNotUnpacked() throws IOException {
        var began = System.nanoTime();
        var bomb = bomb(200);
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(refusal(bomb)).isEqualTo(Reason.DOCUMENT_TOO_COMPLEX);
        assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
    }

    @Test
    void formsThatDrawEachOtherManyTimesAreGivenUp() throws IOException {
        assertThat(refusal(nested(20, 10))).isEqualTo(Reason.DOCUMENT_TOO_COMPLEX);
    }

    private Reason refusal(byte[] received) throws IOException {
        var sent = pages(TERMS);
        return catchThrowableOfType(UploadRefused.class, () -> comparison.compare(sent, received))
                .reason();
    }

    private static byte[] pages(String... texts) throws IOException {
        var pages = new byte[texts.length][];
        for (var page = 0; page < texts.length; page++) {
            pages[page] = SignedPdfs.page(texts[page]);
        }
        return joined(pages);
    }

    private static byte[] joined(byte[]... papers) throws IOException {
        try (var all = new PDDocument()) {
            for (var paper : papers) {
                try (var one = Loader.loadPDF(paper)) {
                    new PDFMergerUtility().appendDocument(all, one);
                }
            }
            return SignedPdfs.saved(all);
        }
    }

    private static byte[] scan(int pages) throws IOException {
        try (var pdf = new PDDocument()) {
            var picture = LosslessFactory.createFromImage(pdf, new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY));
            for (var number = 0; number < pages; number++) {
                var page = new PDPage();
                pdf.addPage(page);
                try (var pen = new PDPageContentStream(pdf, page)) {
                    pen.drawImage(picture, 0, 0, 600, 800);
                }
            }
            return SignedPdfs.saved(pdf);
        }
    }

    private static byte[] bomb(int megabytes) throws IOException {
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            var packed = new ByteArrayOutputStream();
            var spaces = new byte[1024 * 1024];
            Arrays.fill(spaces, (byte) ' ');
            try (var out = new DeflaterOutputStream(packed)) {
                for (var megabyte = 0; megabyte < megabytes; megabyte++) {
                    out.write(spaces);
                }
            }
            var stream = new PDStream(pdf);
            try (var raw = stream.getCOSObject().createRawOutputStream()) {
                raw.write(packed.toByteArray());
            }
            stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.setContents(stream);
            return SignedPdfs.saved(pdf);
        }
    }

    /** Each form draws the next one several times: a few kilobytes, width to the power of depth drawings. */
    private static byte[] nested(int depth, int width) throws IOException {
        try (var pdf = new PDDocument()) {
            var inner = form(pdf, null, 0);
            for (var level = 0; level < depth; level++) {
                inner = form(pdf, inner, width);
            }
            var page = new PDPage();
            pdf.addPage(page);
            page.setResources(inner.getResources());
            page.setContents(inner.getContentStream());
            return SignedPdfs.saved(pdf);
        }
    }

    private static PDFormXObject form(PDDocument pdf, PDFormXObject inner, int times) throws IOException {
        var form = new PDFormXObject(pdf);
        form.setBBox(new PDRectangle(600, 800));
        var resources = new PDResources();
        if (inner != null) {
            resources.put(COSName.getPDFName("F"), inner);
        }
        form.setResources(resources);
        try (var out = form.getContentStream().createOutputStream()) {
            out.write("/F Do\n".repeat(times).getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }
}
