package dev.avow.mask;

/** A tenant's key for fingerprints, such as HMAC-SHA-256. Safe for any thread. */
@FunctionalInterface
public interface HashKey {

    /** At least 8 bytes that nobody can make without the key. */
    byte[] mac(byte[] text);
}
