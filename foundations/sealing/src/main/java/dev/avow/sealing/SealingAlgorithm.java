package dev.avow.sealing;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What new values are sealed by (promise I7). Old ones open whichever sealed them: a value says so
 * by its first byte.
 *
 * <p>With A256CBC-HS512 a value has a content key of its own, as JSON Web Encryption with {@code
 * A256GCMKW} has it (RFC 7516, RFC 7518 section 4.7): the key of the tenant, the person or the
 * backup wraps it with AES-256-GCM. So there is one kind of key, rotated in one way. Bytes: {@code
 * C}; the content key, wrapped by Tink (97); IV (16), ciphertext, tag (32). The place is associated
 * data of both, in the wrapping behind a label, so that neither part can pass for another value's.
 */
public enum SealingAlgorithm {
    /** AES-256-GCM by Tink, whose output begins with the byte 1. The default. */
    A256GCM("A256GCM"),
    /** AES-256-CBC with HMAC-SHA-512, RFC 7518 section 5.2.5. */
    A256CBC_HS512("A256CBC-HS512");

    /** The first byte of a value that A256CBC-HS512 sealed. */
    static final byte MARK = 'C';

    private static final int WRAPPED_BYTES = 5 + 12 + AesCbcHmac.KEY_BYTES + 16;
    private static final byte[] LABEL = "A256CBC-HS512\0".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;

    SealingAlgorithm(String id) {
        this.id = id;
    }

    /**
     * The one of a name, as RFC 7518 spells it.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static SealingAlgorithm of(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such algorithm"));
    }

    byte[] seal(Aead key, byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        return switch (this) {
            case A256GCM -> key.encrypt(plaintext, associatedData);
            case A256CBC_HS512 -> cbc(key, plaintext, associatedData);
        };
    }

    /** Opens what either algorithm sealed. */
    static byte[] open(Aead key, byte[] sealed, byte[] associatedData)
            throws GeneralSecurityException {
        if (sealed.length == 0 || sealed[0] != MARK) {
            return key.decrypt(sealed, associatedData);
        }
        if (sealed.length < 1 + WRAPPED_BYTES) {
            throw new GeneralSecurityException("decryption failed");
        }
        byte[] content =
                key.decrypt(
                        Arrays.copyOfRange(sealed, 1, 1 + WRAPPED_BYTES), labelled(associatedData));
        try {
            return AesCbcHmac.decrypt(
                    content,
                    Arrays.copyOfRange(sealed, 1 + WRAPPED_BYTES, sealed.length),
                    associatedData);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static byte[] cbc(Aead key, byte[] plaintext, byte[] associatedData)
            throws GeneralSecurityException {
        byte[] content = random(AesCbcHmac.KEY_BYTES);
        try {
            byte[] wrapped = key.encrypt(content, labelled(associatedData));
            byte[] sealed =
                    AesCbcHmac.encrypt(
                            content, random(AesCbcHmac.IV_BYTES), plaintext, associatedData);
            return ByteBuffer.allocate(1 + wrapped.length + sealed.length)
                    .put(MARK)
                    .put(wrapped)
                    .put(sealed)
                    .array();
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static byte[] labelled(byte[] associatedData) {
        return ByteBuffer.allocate(LABEL.length + associatedData.length)
                .put(LABEL)
                .put(associatedData)
                .array();
    }
}
