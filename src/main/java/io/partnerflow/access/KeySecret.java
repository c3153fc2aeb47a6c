package io.partnerflow.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The secret of a key: {@code pf_}, 256 random bits, and a checksum, so that programs that search for leaked secrets
 * recognise one without asking us, and a mistyped one costs no look into the database. Random bits need no slow hash.
 */
record KeySecret(String value) {

    static final int PREFIX = 11;

    private static final Pattern FORM = Pattern.compile("pf_[0-9a-f]{72}");
    private static final Pattern ANYWHERE = Pattern.compile("pf_[0-9a-f]{64}");

    static KeySecret random(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var bits = HexFormat.of().formatHex(bytes);
        return new KeySecret("pf_" + bits + checksum(bits));
    }

    /** Whether it can be one of ours at all. */
    boolean wellFormed() {
        return FORM.matcher(value).matches() && value.substring(67).equals(checksum(value.substring(3, 67)));
    }

    /** Whether the text has a key in it, where no key belongs. */
    static boolean isIn(String text) {
        return ANYWHERE.matcher(text).find();
    }

    String prefix() {
        return value.substring(0, PREFIX);
    }

    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String checksum(String bits) {
        var sum = new CRC32();
        sum.update(bits.getBytes(StandardCharsets.US_ASCII));
        return "%08x".formatted(sum.getValue());
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "a key's secret";
    }
}
