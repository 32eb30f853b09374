package org.teavm.classlib.java.security;

import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What {@code java.security.MessageDigest} becomes in JavaScript, where TeaVM has none: SHA-256 of
 * short values, by which a wallet's address or a token is told from chance. It protects nothing;
 * whatever does runs on the JVM, by Tink. TeaVM finds the stand-ins for Java's classes by their
 * package and the T before their name, which is why this is not in the package of its module.
 *
 * <p>Specification: FIPS 180-4, section 6.2; tested on its examples.
 */
public final class TMessageDigest {

    private static final int BLOCK = 64;
    private static final int SIZE = 32;

    /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
    private static final int[] ROUNDS = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
        0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
        0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
        0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
        0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
        0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
        0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
        0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
        0xc67178f2
    };

    /** The same of the square roots of the first 8 primes. */
    private static final int[] START = {
        0x6a09e667,
        0xbb67ae85,
        0x3c6ef372,
        0xa54ff53a,
        0x510e527f,
        0x9b05688c,
        0x1f83d9ab,
        0x5be0cd19
    };

    private TMessageDigest() {}

    /**
     * The digest of a name.
     *
     * @param algorithm {@code SHA-256}
     * @throws NoSuchAlgorithmException for any other
     */
    public static TMessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
        if (!algorithm.equals("SHA-256")) {
            throw new NoSuchAlgorithmException();
        }
        return new TMessageDigest();
    }

    /** The 32 bytes of the digest of a value; empty or not. */
    public byte[] digest(byte[] value) {
        int blocks = (value.length + 1 + Long.BYTES + BLOCK - 1) / BLOCK;
        byte[] padded = Arrays.copyOf(value, blocks * BLOCK);
        padded[value.length] = (byte) 0x80;
        for (int i = 0; i < Integer.BYTES; i++) {
            // In bits; a value is far shorter than the 256 MiB that an int can count.
            padded[padded.length - 1 - i] = (byte) ((value.length << 3) >>> (8 * i));
        }
        int[] state = START.clone();
        for (int block = 0; block < blocks; block++) {
            mix(state, schedule(padded, block * BLOCK));
        }
        byte[] digest = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            digest[i] = (byte) (state[i / 4] >>> (24 - 8 * (i % 4)));
        }
        return digest;
    }

    private static int[] schedule(byte[] padded, int from) {
        int[] words = new int[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            words[i / 4] |= (padded[from + i] & 0xFF) << (24 - 8 * (i % 4));
        }
        for (int t = 16; t < BLOCK; t++) {
            int a = words[t - 15];
            int b = words[t - 2];
            int low = Integer.rotateRight(a, 7) ^ Integer.rotateRight(a, 18) ^ (a >>> 3);
            int high = Integer.rotateRight(b, 17) ^ Integer.rotateRight(b, 19) ^ (b >>> 10);
            words[t] = high + words[t - 7] + low + words[t - 16];
        }
        return words;
    }

    private static void mix(int[] state, int[] words) {
        int[] s = state.clone();
        for (int t = 0; t < BLOCK; t++) {
            int e = s[4];
            int a = s[0];
            int high =
                    Integer.rotateRight(e, 6)
                            ^ Integer.rotateRight(e, 11)
                            ^ Integer.rotateRight(e, 25);
            int low =
                    Integer.rotateRight(a, 2)
                            ^ Integer.rotateRight(a, 13)
                            ^ Integer.rotateRight(a, 22);
            int choice = (e & s[5]) ^ (~e & s[6]);
            int majority = (a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]);
            int first = s[7] + high + choice + ROUNDS[t] + words[t];
            System.arraycopy(s, 0, s, 1, s.length - 1);
            s[4] += first;
            s[0] = first + low + majority;
        }
        for (int i = 0; i < state.length; i++) {
            state[i] += s[i];
        }
    }
}
