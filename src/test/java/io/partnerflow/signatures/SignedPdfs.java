package io.partnerflow.signatures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** PDFs signed digitally with keys made here, and what people do to them afterwards. */
public final class SignedPdfs {

    private SignedPdfs() {}

    /** Somebody with a key and a certificate. */
    public record Signer(KeyPair key, X509CertificateHolder certificate, List<X509CertificateHolder> chain) {

        public static Signer selfSigned(String name) {
            var key = fresh();
            var certificate = issued(name, key, name, key);
            return new Signer(key, certificate, List.of(certificate));
        }

        /** Whose certificate an authority has issued. */
        public static Signer issuedBy(String authority, String name) {
            var root = fresh();
            var own = fresh();
            var rootCertificate = issued(authority, root, authority, root);
            var certificate = issued(name, own, authority, root);
            return new Signer(own, certificate, List.of(certificate, rootCertificate));
        }

        private static KeyPair fresh() {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static X509CertificateHolder issued(String name, KeyPair key, String issuer, KeyPair issuerKey) {
            try {
                return new JcaX509v3CertificateBuilder(
                                new X500Name("CN=" + issuer),
                                BigInteger.valueOf(4711 + name.hashCode() % 1000),
                                Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                                Date.from(Instant.parse("2050-01-01T00:00:00Z")),
                                new X500Name("CN=" + name),
                                key.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKey.getPrivate()));
            } catch (OperatorException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static byte[] page(String text) throws IOException {
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            write(pdf, page, text, 700);
            return saved(pdf);
        }
    }

    public static byte[] signed(byte[] pdf, Signer signer) throws IOException {
        return signed(pdf, signer, "SHA256withRSA", PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED.getName());
    }

    public static byte[] signed(byte[] pdf, Signer signer, String algorithm, String format) throws IOException {
        try (var document = Loader.loadPDF(pdf);
                var out = new ByteArrayOutputStream()) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName(format));
            signature.setName(signer.certificate().getSubject().toString());
            signature.setSignDate(noon());
            document.addSignature(signature, content -> message(content, signer, algorithm));
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    /** One byte in the middle of what was signed is another one. */
    public static byte[] tampered(byte[] signed) {
        var text = new String(signed, StandardCharsets.ISO_8859_1);
        var changed = signed.clone();
        changed[text.indexOf("/MediaBox") + 12] = '9';
        return changed;
    }

    /** A line of text is added by an incremental update: the signed bytes stay as they were. */
    public static byte[] withTextAdded(byte[] signed, String text) throws IOException {
        try (var pdf = Loader.loadPDF(signed);
                var out = new ByteArrayOutputStream()) {
            var page = pdf.getPage(0);
            write(pdf, page, text, 640);
            pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            pdf.getPages().getCOSObject().setNeedToBeUpdated(true);
            page.getCOSObject().setNeedToBeUpdated(true);
            pdf.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static void write(PDDocument pdf, PDPage page, String text, int height) throws IOException {
        try (var pen = new PDPageContentStream(pdf, page, AppendMode.APPEND, true, true)) {
            pen.beginText();
            pen.setFont(new PDType1Font(FontName.HELVETICA), 11);
            pen.newLineAtOffset(60, height);
            for (var line : text.split("\n")) {
                pen.showText(line);
                pen.newLineAtOffset(0, -16);
            }
            pen.endText();
        }
    }

    static byte[] saved(PDDocument pdf) throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static byte[] message(InputStream content, Signer signer, String algorithm) throws IOException {
        try {
            var generator = new CMSSignedDataGenerator();
            var how = new JcaContentSignerBuilder(algorithm).build(signer.key().getPrivate());
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(how, signer.certificate()));
            generator.addCertificates(new JcaCertStore(signer.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded();
        } catch (CMSException | OperatorException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static Calendar noon() {
        var calendar = new GregorianCalendar();
        calendar.setTime(Date.from(Instant.now().minus(Duration.ofMinutes(1))));
        return calendar;
    }
}
