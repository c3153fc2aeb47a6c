package io.partnerflow.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The picture at the top of a letter: it travels with the letter, so that it is seen without anything being fetched.
 *
 * @param contentType {@code image/png} or {@code image/jpeg}
 */
record LetterPicture(byte[] content, String contentType) {

    /** Under which the letter's page refers to it. */
    static final String CONTENT_ID = "sender@letter";

    static final String ADDRESS = "cid:" + CONTENT_ID;

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** As an address that holds the picture itself. */
    String inline() {
        return "data:%s;base64,%s".formatted(contentType, Base64.getEncoder().encodeToString(content));
    }
}
