package io.partnerflow.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnerflow.documents.BadFiles;
import io.partnerflow.documents.Readers;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.documents.UploadRefused.Reason;
import io.partnerflow.signatures.SignedPdfs.Signer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureCheckTest {

    private static final Signer SIGRID = Signer.selfSigned("Sigrid Sten");
    private static final Signer BO = Signer.issuedBy("Example Trust CA", "Bo Ek");

    private final SignatureCheck check = new SignatureCheck(Readers.bounded());

    @Test
    void aFileWithoutSignaturesHasNone() throws IOException {
        assertThat(check.verify(SignedPdfs.page("Agreement"))).isEmpty();
        assertThat(check.verify(BadFiles.ourOwnAgreement())).isEmpty();
    }

    @Test
    void aGoodSignatureSaysWhoMadeIt() throws IOException {
        var signed = SignedPdfs.signed(SignedPdfs.page("Agreement"), SIGRID);

        assertThat(check.verify(signed)).singleElement().satisfies(signature -> {
            assertThat(signature.subject()).isEqualTo("CN=Sigrid Sten");
            assertThat(signature.issuer()).isEqualTo("CN=Sigrid Sten");
            assertThat(signature.serial())
                    .isEqualTo(SIGRID.certificate().getSerialNumber().toString(16));
            assertThat(signature.selfSigned()).isTrue();
            assertThat(signature.chain()).isOne();
            assertThat(signature.whole()).isTrue();
            assertThat(signature.timestamp()).isFalse();
            assertThat(signature.signedAt()).isNotNull();
            assertThat(signature.wasValid(signature.signedAt())).isTrue();
        });
    }

    @Test
    void ourOwnPaperCanBeSigned() throws IOException {
        var signed = SignedPdfs.signed(BadFiles.ourOwnAgreement(), SIGRID);
        assertThat(check.verify(signed)).hasSize(1);
    }

    @Test
    void aCertificateOfAnAuthorityNamesIt() throws IOException {
        var signed = SignedPdfs.signed(SignedPdfs.page("Agreement"), BO);

        assertThat(check.verify(signed)).singleElement().satisfies(signature -> {
            assertThat(signature.issuer()).isEqualTo("CN=Example Trust CA");
            assertThat(signature.selfSigned()).isFalse();
            assertThat(signature.chain()).isEqualTo(2);
        });
    }

    @Test
    void twoSignaturesCountBoth() throws IOException {
        var signed = SignedPdfs.signed(SignedPdfs.signed(SignedPdfs.page("Agreement"), SIGRID), BO);

        assertThat(check.verify(signed))
                .extracting(DigitalSignature::subject)
                .containsExactly("CN=Sigrid Sten", "CN=Bo Ek");
        assertThat(check.verify(signed)).extracting(DigitalSignature::whole).containsExactly(false, true);
    }

    @Test
    void oneByteChangedIsRefused() throws IOException {
        var signed = SignedPdfs.signed(SignedPdfs.page("Agreement"), SIGRID);
        assertThat(refusal(SignedPdfs.tampered(signed))).isEqualTo(Reason.DOCUMENT_CHANGED);
    }

    @Test
    void textAddedAfterwardsIsRefused() throws IOException {
        var signed = SignedPdfs.signed(SignedPdfs.page("Price 100.00 EUR"), SIGRID);
        var changed = SignedPdfs.withTextAdded(signed, "Price 1.00 EUR");
        assertThat(refusal(changed)).isEqualTo(Reason.DOCUMENT_CHANGED);
    }

    @Test
    void anythingBehindTheSignedEndIsRefused() throws IOException {
        var longer = new ByteArrayOutputStream();
        longer.write(SignedPdfs.signed(SignedPdfs.page("Agreement"), SIGRID));
        longer.write("\n% and one more thing\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(refusal(longer.toByteArray())).isEqualTo(Reason.DOCUMENT_CHANGED);
    }

    @Test
    void theSignatureOfAnotherDocumentIsRefused() throws IOException {
        var signed = SignedPdfs.signed(SignedPdfs.page("Agreement"), SIGRID);
        var other = SignedPdfs.signed(SignedPdfs.page("Agreement"), BO);
        var text = new String(signed, StandardCharsets.ISO_8859_1);
        var taken = new String(other, StandardCharsets.ISO_8859_1);
        var mixed = text.replace(contents(text), contents(taken));
        assertThat(refusal(mixed.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Reason.DOCUMENT_CHANGED);
    }

    @Test
    void aGapThatHidesMoreThanTheSignatureIsRefused() throws IOException {
        var text = new String(SignedPdfs.signed(SignedPdfs.page("Agreement"), SIGRID), StandardCharsets.ISO_8859_1);
        var hidden = text.replace(contents(text), contents(text).replaceFirst("0000000000>", "00>/Hi true"));
        assertThat(refusal(hidden.getBytes(StandardCharsets.ISO_8859_1)))
                .isIn(Reason.DOCUMENT_CHANGED, Reason.SIGNATURE_UNREADABLE);
    }

    @Test
    void aSignatureWithAForgeableFingerprintProvesNothing() throws IOException {
        var signed = SignedPdfs.signed(SignedPdfs.page("Agreement"), SIGRID, "SHA1withRSA", "adbe.pkcs7.detached");
        assertThat(refusal(signed)).isEqualTo(Reason.SIGNATURE_UNREADABLE);
    }

    @Test
    void aSignatureOfAnUnknownKindProvesNothing() throws IOException {
        var signed = SignedPdfs.signed(SignedPdfs.page("Agreement"), SIGRID, "SHA256withRSA", "adbe.x509.rsa_sha1");
        assertThat(refusal(signed)).isEqualTo(Reason.SIGNATURE_UNREADABLE);
    }

    private Reason refusal(byte[] pdf) {
        return catchThrowableOfType(UploadRefused.class, () -> check.verify(pdf))
                .reason();
    }

    /** The hexadecimal signature, from bracket to bracket. */
    private static String contents(String pdf) {
        var from = pdf.indexOf("<30", pdf.indexOf("/Contents"));
        return pdf.substring(from, pdf.indexOf('>', from) + 1);
    }
}
