package io.partnerflow.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionSubmitForm;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Files as people send them, and as attackers do. */
public final class BadFiles {

    private interface Change {
        void on(PDDocument pdf) throws IOException;
    }

    private BadFiles() {}

    public static byte[] plainPdf() throws IOException {
        return saved(pdf -> {}, CompressParameters.NO_COMPRESSION);
    }

    public static byte[] pdfWithObjectStreams() throws IOException {
        return saved(pdf -> {}, CompressParameters.DEFAULT_COMPRESSION);
    }

    public static byte[] ourOwnAgreement() {
        return Papers.printer().print("agreement", new HashMap<>(SamplePapers.AGREEMENT), Locale.ENGLISH);
    }

    public static byte[] png() throws IOException {
        return picture("png");
    }

    public static byte[] jpeg() throws IOException {
        return picture("jpg");
    }

    public static byte[] elevenMegabytes() throws IOException {
        var bytes = new byte[11 * 1024 * 1024];
        var pdf = plainPdf();
        System.arraycopy(pdf, 0, bytes, 0, pdf.length);
        return bytes;
    }

    public static byte[] polyglot() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("<html><script>alert(1)</script>\n".getBytes(StandardCharsets.US_ASCII));
        bytes.write(plainPdf());
        return bytes.toByteArray();
    }

    public static byte[] withoutPages() throws IOException {
        return saved(pdf -> pdf.removePage(0), CompressParameters.NO_COMPRESSION);
    }

    public static byte[] encrypted() throws IOException {
        return saved(
                pdf -> pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())),
                CompressParameters.NO_COMPRESSION);
    }

    public static byte[] openActionWithScript() throws IOException {
        return saved(BadFiles::script, CompressParameters.NO_COMPRESSION);
    }

    public static byte[] scriptInObjectStream() throws IOException {
        return saved(BadFiles::script, CompressParameters.DEFAULT_COMPRESSION);
    }

    public static byte[] scriptWithDisguisedName() throws IOException {
        var text = new String(openActionWithScript(), StandardCharsets.ISO_8859_1);
        return text.replace("/S /JavaScript", "/S /J#61v#61Script").getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] launch() throws IOException {
        return saved(
                pdf -> {
                    var action = new PDActionLaunch();
                    action.setF("calc.exe");
                    var link = new PDAnnotationLink();
                    link.setAction(action);
                    pdf.getPage(0).getAnnotations().add(link);
                },
                CompressParameters.NO_COMPRESSION);
    }

    public static byte[] submitForm() throws IOException {
        return saved(
                pdf -> pdf.getDocumentCatalog().setOpenAction(new PDActionSubmitForm()),
                CompressParameters.NO_COMPRESSION);
    }

    public static byte[] embeddedFile() throws IOException {
        return saved(
                pdf -> {
                    var file = new PDComplexFileSpecification();
                    file.setFile("virus.exe");
                    file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(new byte[] {'M', 'Z'})));
                    var tree = new PDEmbeddedFilesNameTreeNode();
                    tree.setNames(Map.of("virus.exe", file));
                    var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
                    names.setEmbeddedFiles(tree);
                    pdf.getDocumentCatalog().setNames(names);
                },
                CompressParameters.NO_COMPRESSION);
    }

    /** 200 kB that the parser would unpack to 200 MB, named so that a plain search would not see it. */
    public static byte[] objectStreamBomb() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(bomb)) {
            for (var megabyte = 0; megabyte < 200; megabyte++) {
                packed.write(new byte[1024 * 1024]);
            }
        }
        var bytes = new ByteArrayOutputStream();
        bytes.write("%%PDF-1.7\n1 0 obj\n<</Type/Obj#53tm/N 1/Firs#74 4/Filter/FlateDecode/Length %d>>\nstream\n"
                .formatted(bomb.size())
                .getBytes(StandardCharsets.US_ASCII));
        bytes.write(bomb.toByteArray());
        bytes.write("\nendstream\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    public static byte[] deepPageTree(int depth) {
        var pdf = new StringBuilder("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        for (var level = 0; level < depth; level++) {
            pdf.append("%d 0 obj\n<</Type/Pages/Count 1/Kids[%d 0 R]>>\nendobj\n".formatted(level + 2, level + 3));
        }
        pdf.append("%d 0 obj\n<</Type/Page/MediaBox[0 0 9 9]>>\nendobj\n".formatted(depth + 2));
        pdf.append("trailer\n<</Root 1 0 R/Size %d>>\n%%%%EOF\n".formatted(depth + 3));
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void script(PDDocument pdf) {
        pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hello')"));
    }

    private static byte[] saved(Change change, CompressParameters packing) throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            change.on(pdf);
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes, packing);
            return bytes.toByteArray();
        }
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
