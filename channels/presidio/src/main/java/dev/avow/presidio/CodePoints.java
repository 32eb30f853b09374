package dev.avow.presidio;

import java.util.Arrays;

/**
 * Turns places in a text from UTF-16 code units, which Java and the detector count, into Unicode
 * code points, which Python and therefore Presidio count, and back. A surrogate without its other
 * half is one of both.
 *
 * <p>It remembers where the surrogate pairs stand, and looks by bisection. Immutable.
 */
final class CodePoints {

    private static final int[] NONE = {};

    private final int units;

    /** The place of the first half of each pair, in code units, ascending. */
    private final int[] pairs;

    private CodePoints(int units, int[] pairs) {
        this.units = units;
        this.pairs = pairs;
    }

    static CodePoints of(String text) {
        int[] pairs = NONE;
        int count = 0;
        for (int at = 0; at + 1 < text.length(); at++) {
            if (Character.isHighSurrogate(text.charAt(at))
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                if (count == pairs.length) {
                    pairs = Arrays.copyOf(pairs, Math.max(16, count * 2));
                }
                pairs[count++] = at++;
            }
        }
        return new CodePoints(text.length(), Arrays.copyOf(pairs, count));
    }

    /** Length of the text in code points. */
    int length() {
        return units - pairs.length;
    }

    /** The place in code points; one inside a pair counts as the pair's end. */
    int fromUnits(int unit) {
        int found = Arrays.binarySearch(pairs, unit);
        int before = found >= 0 ? found : -found - 1; // pairs that begin before it
        return unit - before + (before > 0 && pairs[before - 1] == unit - 1 ? 1 : 0);
    }

    /** The place in code units. */
    int toUnits(int codePoint) {
        int low = 0;
        int high = pairs.length;
        while (low < high) { // how many pairs begin before it, counted in code points
            int middle = (low + high) >>> 1;
            if (pairs[middle] - middle < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return codePoint + low;
    }
}
