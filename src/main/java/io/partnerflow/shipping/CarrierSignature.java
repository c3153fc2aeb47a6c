package io.partnerflow.shipping;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a message is from a carrier: HMAC-SHA256 over {@code <timestamp>.<body>} with the secret we share, not old. */
@Component
public class CarrierSignature {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final String ALGORITHM = "HmacSHA256";

    private final ShippingSettings settings;
    private final Clock clock;

    CarrierSignature(ShippingSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param timestamp when it was signed, seconds since 1970; null if there is none
     * @param signature 64 hex digits, with {@code sha256=} before them or not; null if there is none
     * @param body as it came
     */
    public boolean isGenuine(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (settings.carrierSecret().isEmpty() || timestamp == null || signature == null) {
            return false;
        }
        return isRecent(timestamp) && MessageDigest.isEqual(expected(timestamp, body), sent(signature));
    }

    private boolean isRecent(String timestamp) {
        return SECONDS.matcher(timestamp).matches()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                                .abs()
                                .compareTo(CLOCKS_APART)
                        <= 0;
    }

    private byte[] expected(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.carrierSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] sent(String signature) {
        try {
            return HexFormat.of().parseHex(signature.startsWith("sha256=") ? signature.substring(7) : signature);
        } catch (IllegalArgumentException noHex) {
            return new byte[0];
        }
    }
}
