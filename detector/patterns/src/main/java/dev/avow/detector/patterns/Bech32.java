package dev.avow.detector.patterns;

/**
 * Segregated-witness addresses.
 *
 * <p>Specification: BIP 173 (Bech32, witness version 0) and BIP 350 (Bech32m, from version 1 on).
 */
final class Bech32 {

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {
        0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
    };
    private static final int BECH32 = 1;
    private static final int BECH32M = 0x2bc830a3;

    private Bech32() {}

    /** Whether an address in lower case with a prefix of some letters and a 1 has its checksum. */
    static boolean holds(String address) {
        int prefix = address.indexOf('1');
        if (prefix <= 0 || address.length() < prefix + 2) {
            return false;
        }
        int sum = 1;
        for (int i = 0; i < prefix; i++) {
            sum = step(sum, address.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix; i++) {
            sum = step(sum, address.charAt(i) & 31);
        }
        for (int i = prefix + 1; i < address.length(); i++) {
            int value = ALPHABET.indexOf(address.charAt(i));
            if (value < 0) {
                return false;
            }
            sum = step(sum, value);
        }
        return sum == (address.charAt(prefix + 1) == 'q' ? BECH32 : BECH32M);
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < 5; i++) {
            if ((top >> i & 1) != 0) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }
}
