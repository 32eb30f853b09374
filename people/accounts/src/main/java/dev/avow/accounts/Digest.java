package dev.avow.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a credential. Credentials here are 256 random bits, so that nothing slower is
 * needed to keep them from being guessed; the four words serve as a key of maps.
 */
record Digest(long a, long b, long c, long d) {

    static Digest of(String plaintext) {
        return of(plaintext.getBytes(StandardCharsets.UTF_8));
    }

    static Digest of(byte[] bytes) {
        try {
            return ofHash(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** From the 32 bytes of {@link #bytes()}. */
    static Digest ofHash(byte[] hash) {
        ByteBuffer buffer = ByteBuffer.wrap(hash);
        return new Digest(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(32).putLong(a).putLong(b).putLong(c).putLong(d).array();
    }
}
