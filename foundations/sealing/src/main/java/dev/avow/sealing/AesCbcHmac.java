package dev.avow.sealing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A256CBC-HS512: AES-256 in CBC mode with PKCS #7 padding, then HMAC-SHA-512 over associated data,
 * IV and ciphertext, cut to 32 bytes (RFC 7518, sections 5.2.2.1 and 5.2.5). A composition of the
 * JDK's own parts, since Tink has no such key. Stateless, safe for any thread.
 */
final class AesCbcHmac {

    /** 32 for the HMAC, then 32 for AES. */
    static final int KEY_BYTES = 64;

    static final int IV_BYTES = 16;
    private static final int TAG_BYTES = 32;
    private static final int BLOCK_BYTES = 16;
    private static final int HALF = KEY_BYTES / 2;

    private AesCbcHmac() {}

    /**
     * Encrypts.
     *
     * @param key {@value #KEY_BYTES} bytes
     * @param iv {@value #IV_BYTES} bytes that nobody can foretell
     * @return IV, ciphertext, tag
     */
    static byte[] encrypt(byte[] key, byte[] iv, byte[] plaintext, byte[] associatedData)
            throws GeneralSecurityException {
        byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, key, iv).doFinal(plaintext);
        return ByteBuffer.allocate(IV_BYTES + ciphertext.length + TAG_BYTES)
                .put(iv)
                .put(ciphertext)
                .put(tag(key, associatedData, iv, ciphertext))
                .array();
    }

    /**
     * Opens what {@link #encrypt} made. The tag is looked at before anything is decrypted, and in a
     * time that does not depend on where it differs.
     *
     * @throws GeneralSecurityException where anything was altered; which part is not told
     */
    static byte[] decrypt(byte[] key, byte[] sealed, byte[] associatedData)
            throws GeneralSecurityException {
        if (key.length != KEY_BYTES || sealed.length < IV_BYTES + BLOCK_BYTES + TAG_BYTES) {
            throw new GeneralSecurityException("decryption failed");
        }
        int end = sealed.length - TAG_BYTES;
        byte[] iv = Arrays.copyOf(sealed, IV_BYTES);
        byte[] ciphertext = Arrays.copyOfRange(sealed, IV_BYTES, end);
        byte[] tag = Arrays.copyOfRange(sealed, end, sealed.length);
        if (!MessageDigest.isEqual(tag, tag(key, associatedData, iv, ciphertext))) {
            throw new GeneralSecurityException("decryption failed");
        }
        return cipher(Cipher.DECRYPT_MODE, key, iv).doFinal(ciphertext);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] iv) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding"); // the JDK's name for PKCS #7
        aes.init(mode, new SecretKeySpec(key, HALF, HALF, "AES"), new IvParameterSpec(iv));
        return aes;
    }

    private static byte[] tag(byte[] key, byte[] associatedData, byte[] iv, byte[] ciphertext)
            throws GeneralSecurityException {
        Mac hmac = Mac.getInstance("HmacSHA512");
        hmac.init(new SecretKeySpec(key, 0, HALF, "HmacSHA512"));
        hmac.update(associatedData);
        hmac.update(iv);
        hmac.update(ciphertext);
        hmac.update(
                ByteBuffer.allocate(Long.BYTES)
                        .putLong(associatedData.length * (long) Byte.SIZE)
                        .array());
        return Arrays.copyOf(hmac.doFinal(), TAG_BYTES);
    }
}
