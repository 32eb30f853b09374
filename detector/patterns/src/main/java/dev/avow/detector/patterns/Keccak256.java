package dev.avow.detector.patterns;

/**
 * The hash that Ethereum computes checksums of addresses with: Keccak with 256 bits and its
 * original padding, which is not that of SHA-3 (FIPS 202), so that the platform does not have it.
 *
 * <p>For checking spelling only, never for security. Source: The Keccak reference, version 3.0
 * (2011), sections 1.2 and 2. Inputs of at most 135 bytes: one block.
 */
final class Keccak256 {

    private static final int RATE = 136;
    private static final int ROUNDS = 24;
    private static final int[] ROTATIONS = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] LANES = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };
    private static final long[] CONSTANTS = constants();

    private Keccak256() {}

    /** The hash of one block; 32 bytes. */
    static byte[] hash(byte[] input) {
        if (input.length >= RATE) {
            throw new IllegalArgumentException("one block only");
        }
        long[] state = new long[25];
        for (int i = 0; i < input.length; i++) {
            state[i / 8] ^= (input[i] & 0xFFL) << (8 * (i % 8));
        }
        state[input.length / 8] ^= 1L << (8 * (input.length % 8));
        state[RATE / 8 - 1] ^= 1L << 63;
        permute(state);
        byte[] hash = new byte[32];
        for (int i = 0; i < hash.length; i++) {
            hash[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
        }
        return hash;
    }

    private static void permute(long[] a) {
        long[] c = new long[5];
        for (int round = 0; round < ROUNDS; round++) {
            for (int x = 0; x < 5; x++) {
                c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            }
            for (int i = 0; i < 25; i++) {
                int x = i % 5;
                a[i] ^= c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
            }
            long moved = a[1];
            for (int i = 0; i < LANES.length; i++) {
                long kept = a[LANES[i]];
                a[LANES[i]] = Long.rotateLeft(moved, ROTATIONS[i]);
                moved = kept;
            }
            for (int y = 0; y < 25; y += 5) {
                System.arraycopy(a, y, c, 0, 5);
                for (int x = 0; x < 5; x++) {
                    a[y + x] = c[x] ^ (~c[(x + 1) % 5] & c[(x + 2) % 5]);
                }
            }
            a[0] ^= CONSTANTS[round];
        }
    }

    /** From the linear feedback shift register of section 1.2. */
    private static long[] constants() {
        long[] constants = new long[ROUNDS];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int j = 0; j < 7; j++) {
                if ((register & 1) != 0) {
                    constants[round] |= 1L << ((1 << j) - 1);
                }
                register = register << 1 ^ ((register >>> 7) * 0x171);
            }
        }
        return constants;
    }
}
