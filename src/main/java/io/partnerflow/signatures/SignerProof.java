package io.partnerflow.signatures;

import io.partnerflow.documents.UploadRefused;
import io.partnerflow.documents.UploadRefused.Reason;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** Reads the cryptographic message inside a signature and verifies it against the bytes it speaks for. */
final class SignerProof {

    private static final Set<String> DETACHED = Set.of("adbe.pkcs7.detached", "ETSI.CAdES.detached");
    private static final String TIMESTAMP = "ETSI.RFC3161";
    private static final BouncyCastleProvider CRYPTOGRAPHY = new BouncyCastleProvider();

    /** What can be forged today, such as SHA-1, proves nothing. */
    private static final Set<ASN1ObjectIdentifier> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256,
            NISTObjectIdentifiers.id_sha384,
            NISTObjectIdentifiers.id_sha512,
            NISTObjectIdentifiers.id_sha3_256,
            NISTObjectIdentifiers.id_sha3_384,
            NISTObjectIdentifiers.id_sha3_512,
            NISTObjectIdentifiers.id_shake256);

    private SignerProof() {}

    /** @throws UploadRefused if the signature is not one over these bytes, or cannot be read */
    static List<DigitalSignature> of(SignedRange range, byte[] file) {
        try {
            var message = message(range.contents());
            var timestamp = TIMESTAMP.equals(range.format());
            var data = timestamp ? timestamped(message, range.signed(file)) : detached(message, range, file);
            var signers = data.getSignerInfos().getSigners();
            if (signers.isEmpty()) {
                throw new UploadRefused(Reason.SIGNATURE_UNREADABLE);
            }
            var whole = range.reachesEndOf(file);
            return signers.stream()
                    .map(signer -> verified(signer, data, timestamp, whole))
                    .toList();
        } catch (IOException | CMSException | TSPException | NoSuchAlgorithmException | IllegalArgumentException e) {
            throw new UploadRefused(Reason.SIGNATURE_UNREADABLE);
        }
    }

    /** The contents of a signature end in zeros, so that only the first object in them is read. */
    private static ContentInfo message(byte[] contents) throws IOException {
        try (var stream = new ASN1InputStream(contents)) {
            return ContentInfo.getInstance(stream.readObject());
        }
    }

    private static CMSSignedData detached(ContentInfo message, SignedRange range, byte[] file) throws CMSException {
        var data = new CMSSignedData(new CMSProcessableByteArray(range.signed(file)), message);
        if (!DETACHED.contains(String.valueOf(range.format())) || !data.isDetachedSignature()) {
            throw new UploadRefused(Reason.SIGNATURE_UNREADABLE);
        }
        return data;
    }

    /** A timestamp signs the fingerprint of the file, not the file. */
    private static CMSSignedData timestamped(ContentInfo message, byte[] signed)
            throws TSPException, IOException, CMSException, NoSuchAlgorithmException {
        var token = new TimeStampToken(message);
        var imprint = token.getTimeStampInfo();
        if (!DIGESTS.contains(imprint.getHashAlgorithm().getAlgorithm())) {
            throw new UploadRefused(Reason.SIGNATURE_UNREADABLE);
        }
        var digest = MessageDigest.getInstance(
                imprint.getHashAlgorithm().getAlgorithm().getId());
        if (!Arrays.equals(digest.digest(signed), imprint.getMessageImprintDigest())) {
            throw new UploadRefused(Reason.DOCUMENT_CHANGED);
        }
        return token.toCMSSignedData();
    }

    private static DigitalSignature verified(
            SignerInformation signer, CMSSignedData data, boolean timestamp, boolean whole) {
        if (!DIGESTS.contains(signer.getDigestAlgorithmID().getAlgorithm())) {
            throw new UploadRefused(Reason.SIGNATURE_UNREADABLE);
        }
        var certificates = data.getCertificates();
        var certificate = certificates.getMatches(null).stream()
                .filter(signer.getSID()::match)
                .findFirst()
                .orElseThrow(() -> new UploadRefused(Reason.SIGNATURE_UNREADABLE));
        verify(signer, certificate);
        return SignerCertificate.of(certificate, certificates).signature(signer, timestamp, whole);
    }

    private static void verify(SignerInformation signer, X509CertificateHolder certificate) {
        try {
            // by the key alone: when the certificate was valid is shown to the person who judges
            var key = new JcaX509CertificateConverter()
                    .setProvider(CRYPTOGRAPHY)
                    .getCertificate(certificate)
                    .getPublicKey();
            var verifier = new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(CRYPTOGRAPHY)
                    .build(key);
            if (!signer.verify(verifier)) {
                throw new UploadRefused(Reason.DOCUMENT_CHANGED);
            }
        } catch (CMSSignerDigestMismatchException e) {
            throw new UploadRefused(Reason.DOCUMENT_CHANGED);
        } catch (CMSException | OperatorCreationException | CertificateException e) {
            throw new UploadRefused(Reason.SIGNATURE_UNREADABLE);
        }
    }

    /** Whether one certificate was issued with the key of another. */
    static boolean issued(X509CertificateHolder issuer, X509CertificateHolder certificate) {
        try {
            var verifier = new JcaContentVerifierProviderBuilder()
                    .setProvider(CRYPTOGRAPHY)
                    .build(issuer);
            return issuer.getSubject().equals(certificate.getIssuer()) && certificate.isSignatureValid(verifier);
        } catch (CertException | OperatorCreationException | CertificateException e) {
            return false;
        }
    }
}
