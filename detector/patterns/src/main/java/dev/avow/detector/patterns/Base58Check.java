package dev.avow.detector.patterns;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Base58 with four bytes of a double SHA-256 at its end.
 *
 * <p>Specification: Bitcoin's Base58Check encoding.
 */
final class Base58Check {

    private static final String ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int SIZE = 25;

    private Base58Check() {}

    /** Whether it is a version, 20 bytes and their checksum. */
    static boolean holds(String code) {
        byte[] bytes = new byte[SIZE];
        for (int i = 0; i < code.length(); i++) {
            int carry = ALPHABET.indexOf(code.charAt(i));
            if (carry < 0) {
                return false;
            }
            for (int j = SIZE - 1; j >= 0; j--) {
                carry += 58 * (bytes[j] & 0xFF);
                bytes[j] = (byte) carry;
                carry >>>= 8;
            }
            if (carry != 0) {
                return false;
            }
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha256.digest(sha256.digest(Arrays.copyOf(bytes, SIZE - 4)));
            return Arrays.equals(hash, 0, 4, bytes, SIZE - 4, SIZE);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
