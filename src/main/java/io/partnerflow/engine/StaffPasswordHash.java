package io.partnerflow.engine;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * PBKDF2 in place of the engine's single round of SHA-512. Not bcrypt: the engine appends a salt of its own before it
 * asks for the hash, and bcrypt ignores everything after 72 bytes.
 */
class StaffPasswordHash implements PasswordEncryptor {

    static final int ITERATIONS = 600_000;
    private static final int SALT_BYTES = 16;

    private final Pbkdf2PasswordEncoder pbkdf2 =
            new Pbkdf2PasswordEncoder("", SALT_BYTES, ITERATIONS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);

    @Override
    public String encrypt(String password) {
        return pbkdf2.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return pbkdf2.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "pbkdf2-sha256-" + ITERATIONS;
    }
}
