package dev.avow.detector.secrets;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The check of GitHub's and npm's tokens: the last six of 36 characters are the CRC-32 of the 30
 * before them in base 62, digits first, then capitals, then small letters.
 *
 * <p>Source: GitHub, "Behind GitHub's new authentication token formats", 2021. It only raises the
 * confidence: a prefix alone is enough, for invented tokens leak habits and real ones get cut.
 */
final class Crc32Tail {

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 30;
    private static final int TAIL = 6;

    private Crc32Tail() {}

    /** Whether a token of four characters, 30 random ones and six of the check fits. */
    static boolean fits(String token) {
        int head = token.length() - RANDOM - TAIL;
        return head == 4
                && token.charAt(3) == '_'
                && token.endsWith(of(token.substring(head, head + RANDOM)));
    }

    /** The six characters that belong to some random ones. */
    static String of(String random) {
        CRC32 crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        char[] tail = new char[TAIL];
        for (int i = TAIL - 1; i >= 0; i--) {
            tail[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(tail);
    }
}
