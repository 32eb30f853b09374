package dev.avow.requests;

import dev.avow.sealing.TenantKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/**
 * Codes by which somebody proves that an address is theirs: 10 characters out of 32 (50 bits), of
 * which only a keyed hash is stored, bound to its request. Safe for any thread.
 */
public final class VerificationCodes {

    /** Wrong ones that a code outlives, less one. */
    public static final int TRIES = 5;

    public static final Duration LIFETIME = Duration.ofHours(24);

    /** Crockford's base 32: no letter that is taken for another. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;
    private static final int TOKEN_LENGTH = 26;

    private final SecureRandom random = new SecureRandom();

    /** A new code. */
    public String plaintextCode() {
        return letters(LENGTH);
    }

    /** A new token that nobody guesses, of 130 bits: with it a request's state is seen. */
    public String plaintextToken() {
        return letters(TOKEN_LENGTH);
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** 32 bytes: HMAC-SHA-256 under the tenant's key over what, the request's id and the text. */
    static byte[] hash(TenantKeys keys, String what, UUID request, String plaintext) {
        return keys.mac((what + "/" + request + "/" + plaintext).getBytes(StandardCharsets.UTF_8));
    }

    /** 32 bytes, the same for a code however its letters are written. */
    public static byte[] codeHash(TenantKeys keys, UUID request, String plaintext) {
        return hash(keys, "code", request, plaintext.strip().toUpperCase(Locale.ROOT));
    }

    static byte[] statusHash(TenantKeys keys, UUID request, String plaintext) {
        return hash(keys, "status", request, plaintext.strip().toUpperCase(Locale.ROOT));
    }

    /** In a time that does not tell where they differ. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
