package io.partnerflow.signatures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;

/**
 * Who a signature says it is by, with whoever vouches for it within the same file.
 *
 * @param chain from the signer's certificate upwards, at least one
 */
record SignerCertificate(List<X509CertificateHolder> chain) {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_CHAIN = 10;

    static SignerCertificate of(X509CertificateHolder own, Store<X509CertificateHolder> others) {
        var chain = new ArrayList<X509CertificateHolder>();
        @Nullable X509CertificateHolder next = own;
        while (next != null && chain.size() < LONGEST_CHAIN) {
            chain.add(next);
            var last = next;
            next = others.getMatches(null).stream()
                    .filter(candidate -> !chain.contains(candidate) && SignerProof.issued(candidate, last))
                    .findFirst()
                    .orElse(null);
        }
        return new SignerCertificate(List.copyOf(chain));
    }

    DigitalSignature signature(SignerInformation signer, boolean timestamp, boolean whole) {
        var own = chain.get(0);
        return new DigitalSignature(
                name(own.getSubject()),
                name(own.getIssuer()),
                own.getSerialNumber().toString(16),
                own.getNotBefore().toInstant(),
                own.getNotAfter().toInstant(),
                signedAt(signer),
                SignerProof.issued(own, own),
                chain.size(),
                timestamp,
                whole);
    }

    private static @Nullable Instant signedAt(SignerInformation signer) {
        var attributes = signer.getSignedAttributes();
        var time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        return time == null || time.getAttrValues().size() == 0
                ? null
                : Time.getInstance(time.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant();
    }

    private static String name(X500Name name) {
        var text = name.toString().replaceAll("\\p{Cntrl}+", " ").strip();
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}
