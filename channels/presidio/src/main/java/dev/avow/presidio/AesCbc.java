package dev.avow.presidio;

import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The form in which Presidio encrypts values, with the caller's key.
 *
 * <p>Layout: Base64 with the alphabet of URLs and with padding (RFC 4648, section 5) over 16 bytes
 * of random initialization vector and then AES in CBC mode with PKCS #7 padding over the text's
 * UTF-8 bytes. The key is the UTF-8 bytes of {@code key}: 16, 24 or 32 of them. Source: {@code
 * aes_cipher.py} of presidio-anonymizer 2.2.
 *
 * <p>This is no cryptography of Avow's: what Avow keeps is sealed by Tink. It is the caller's wire
 * format, kept so that values decrypt with Presidio and the other way round. It does not tell
 * whether a value was changed; Tink has no such mode and should not have one.
 */
final class AesCbc {

    private static final int BLOCK = 16;

    private final SecretKey key;

    private AesCbc(SecretKey key) {
        this.key = key;
    }

    /** With the parameter {@code key}. */
    static AesCbc of(Parameters parameters) {
        byte[] key = Utf8.bytes(parameters.neededText("key"));
        if (key.length != 16 && key.length != 24 && key.length != 32) {
            throw PresidioError.invalid(
                    "Invalid input, key must be of length 128, 192 or 256 bits");
        }
        return new AesCbc(new SecretKeySpec(key, "AES"));
    }

    /**
     * @param random cryptographically strong, but in tests
     */
    String encrypt(String text, Random random) {
        byte[] iv = new byte[BLOCK];
        random.nextBytes(iv);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(Utf8.bytes(text));
            byte[] all = Arrays.copyOf(iv, BLOCK + encrypted.length);
            System.arraycopy(encrypted, 0, all, BLOCK, encrypted.length);
            return Base64.getUrlEncoder().encodeToString(all);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    String decrypt(String encrypted) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(encrypted);
            if (all.length < 2 * BLOCK) {
                throw notOurs();
            }
            byte[] iv = Arrays.copyOf(all, BLOCK);
            return Utf8.text(
                    cipher(Cipher.DECRYPT_MODE, iv).doFinal(all, BLOCK, all.length - BLOCK));
        } catch (GeneralSecurityException
                | CharacterCodingException
                | IllegalArgumentException wrong) {
            throw notOurs();
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding"); // PKCS #7, as the JDK calls it
        cipher.init(mode, key, new IvParameterSpec(iv));
        return cipher;
    }

    /** Presidio fails with 500 here. */
    private static PresidioError notOurs() {
        return PresidioError.invalid(
                "Invalid input, a value cannot be decrypted; check key, and start and end of"
                        + " anonymizer_results");
    }

    @Override
    public String toString() {
        return "AesCbc";
    }
}
