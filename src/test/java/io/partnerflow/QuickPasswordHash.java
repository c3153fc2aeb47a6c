package io.partnerflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;

/** One round of SHA-256, because a test logs in hundreds of times. The real one has its own test. */
class QuickPasswordHash implements PasswordEncryptor {

    @Override
    public String encrypt(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encrypt(password).equals(encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "for-tests";
    }
}
