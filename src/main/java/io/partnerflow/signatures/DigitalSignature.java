package io.partnerflow.signatures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One digital signature of a PDF; it has been verified, else there would be none. Whether its owner is who it says to be
 * is for a person to judge: no list of trusted authorities is asked.
 *
 * @param subject    whom the certificate names, at most 300 characters
 * @param issuer     who issued the certificate, at most 300 characters
 * @param serial     the certificate's number, hexadecimal
 * @param validFrom  first moment of the certificate
 * @param validUntil last moment of the certificate
 * @param signedAt   as the signer's own clock says; null if it says nothing
 * @param selfSigned whether the owner has issued the certificate itself
 * @param chain      how many certificates lead from the signer's upwards within the file, its own included
 * @param timestamp  whether it only proves a time, and is nobody's consent
 * @param whole      whether it covers the whole file; an earlier one of several covers the file as it was then
 */
public record DigitalSignature(
        String subject,
        String issuer,
        String serial,
        Instant validFrom,
        Instant validUntil,
        @Nullable Instant signedAt,
        boolean selfSigned,
        int chain,
        boolean timestamp,
        boolean whole) {

    /** Whether the certificate was valid when it was used. */
    public boolean wasValid(Instant fallback) {
        var moment = signedAt == null ? fallback : signedAt;
        return !moment.isBefore(validFrom) && !moment.isAfter(validUntil);
    }
}
