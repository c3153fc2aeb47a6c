package io.partnerflow.demo;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/** A paper with somebody's pen across the end of its last page, as a scan would show it. */
final class SignedCopy {

    private SignedCopy() {}

    static byte[] of(byte[] unsigned) {
        try (var paper = Loader.loadPDF(unsigned);
                var signed = new ByteArrayOutputStream()) {
            var last = paper.getPage(paper.getNumberOfPages() - 1);
            try (var pen = new PDPageContentStream(paper, last, AppendMode.APPEND, true, true)) {
                pen.setStrokingColor(new Color(20, 40, 120));
                pen.setLineWidth(1.6f);
                pen.moveTo(110, 180);
                pen.curveTo(130, 240, 150, 120, 170, 190);
                pen.curveTo(180, 230, 200, 150, 215, 185);
                pen.curveTo(230, 215, 250, 160, 300, 195);
                pen.stroke();
            }
            paper.save(signed);
            return signed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
