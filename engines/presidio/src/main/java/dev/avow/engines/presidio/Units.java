package dev.avow.engines.presidio;

import java.util.Arrays;

/**
 * Turns places in a text from code points, which Python counts, into UTF-16 code units, which Java
 * counts. A surrogate without its other half is one of both. Immutable.
 */
final class Units {

    private final int[] pairs;
    private final int length;

    private Units(int[] pairs, int length) {
        this.pairs = pairs;
        this.length = length;
    }

    static Units of(String text) {
        int[] pairs = new int[8];
        int count = 0;
        for (int at = 0; at + 1 < text.length(); at++) {
            if (Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
                if (count == pairs.length) {
                    pairs = Arrays.copyOf(pairs, count * 2);
                }
                pairs[count] = at - count; // where it stands in code points
                count++;
                at++;
            }
        }
        return new Units(Arrays.copyOf(pairs, count), text.length());
    }

    /** The place in code units, or -1 where the text has no such place. */
    int at(int codePoint) {
        if (codePoint < 0 || codePoint > length - pairs.length) {
            return -1;
        }
        int found = Arrays.binarySearch(pairs, codePoint);
        return codePoint + (found >= 0 ? found : -found - 1);
    }
}
