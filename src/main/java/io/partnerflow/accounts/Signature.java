package io.partnerflow.accounts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a request comes from who knows the secret and is not an old one: HMAC-SHA256, in hex after {@code v1=},
 * over timestamp, method, path with query, and body, the first three each followed by a line feed.
 */
final class Signature {

    /** When it was signed: seconds since 1970. */
    static final String TIMESTAMP = "X-Partnerflow-Timestamp";

    static final String SIGNATURE = "X-Partnerflow-Signature";

    /** How far the other side's clock may be from ours. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1=";

    private Signature() {}

    static String of(String secret, String timestamp, String method, String path, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = new ByteArrayOutputStream();
            signed.writeBytes((timestamp + "\n" + method + "\n" + path + "\n").getBytes(StandardCharsets.UTF_8));
            signed.writeBytes(body);
            return VERSION + HexFormat.of().formatHex(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String timestamp(Instant at) {
        return String.valueOf(at.getEpochSecond());
    }

    /** @param now by the clock on the wall, not by the one of a simulation: the other side knows only that one */
    static boolean isGood(
            String secret,
            Instant now,
            @Nullable String timestamp,
            @Nullable String signature,
            String method,
            String path,
            byte[] body) {
        if (timestamp == null || signature == null || !isNear(timestamp, now)) {
            return false;
        }
        return MessageDigest.isEqual(
                of(secret, timestamp, method, path, body).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isNear(String timestamp, Instant now) {
        try {
            var at = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
