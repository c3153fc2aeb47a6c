package io.partnerflow.webhooks;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Locks the secrets of endpoints with the installation's key before they are stored (AES-256-GCM), so that a copy of the
 * database signs nothing. Without a key they are stored as they are. What is locked is of one endpoint: in another's row it
 * opens nothing.
 */
@Component
class SecretBox {

    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte LOCKED = 1;

    private final SecureRandom random = new SecureRandom();
    private final List<byte[]> keys;

    /** @throws IllegalStateException if a key is none */
    SecretBox(WebhookSettings settings) {
        this.keys = settings.secretKeys().stream().map(SecretBox::key).toList();
    }

    /** What everything begins with that is locked with the first key; empty if there is none. */
    byte[] beginning() {
        return keys.isEmpty() ? new byte[0] : beginning(keys.get(0));
    }

    byte[] locked(UUID endpoint, byte[] secret) {
        if (keys.isEmpty()) {
            return secret;
        }
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = turned(Cipher.ENCRYPT_MODE, keys.get(0), nonce, endpoint, secret);
        return ByteBuffer.allocate(1 + NAME_BYTES + NONCE_BYTES + sealed.length)
                .put(beginning())
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if it is locked with a key that is not there, or was locked for another endpoint */
    byte[] opened(UUID endpoint, byte[] stored) {
        if (stored.length == WebhookSecret.BYTES) {
            return stored;
        }
        var begins = Arrays.copyOf(stored, 1 + NAME_BYTES);
        var key = keys.stream()
                .filter(one -> Arrays.equals(beginning(one), begins))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The secrets of webhooks are locked with the key %s, which is not among partnerflow.webhooks.secret-keys. Add it, after the one that is to be used."
                                .formatted(HexFormat.of().formatHex(begins, 1, begins.length))));
        var nonce = Arrays.copyOfRange(stored, begins.length, begins.length + NONCE_BYTES);
        var sealed = Arrays.copyOfRange(stored, begins.length + NONCE_BYTES, stored.length);
        return turned(Cipher.DECRYPT_MODE, key, nonce, endpoint, sealed);
    }

    private static byte[] turned(int mode, byte[] key, byte[] nonce, UUID endpoint, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES * 2)
                    .putLong(endpoint.getMostSignificantBits())
                    .putLong(endpoint.getLeastSignificantBits())
                    .array());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of webhook " + endpoint + " cannot be read.", e);
        }
    }

    private static byte[] beginning(byte[] key) {
        try {
            var name = MessageDigest.getInstance("SHA-256").digest(key);
            return ByteBuffer.allocate(1 + NAME_BYTES)
                    .put(LOCKED)
                    .put(name, 0, NAME_BYTES)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] key(String typed) {
        try {
            var key = Base64.getDecoder().decode(typed.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException noBase64) {
            // said below
        }
        throw new IllegalStateException(
                "partnerflow.webhooks.secret-keys: each key is 32 bytes in Base64, as 'openssl rand -base64 32' makes it.");
    }
}
