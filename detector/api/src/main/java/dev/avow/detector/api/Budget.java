package dev.avow.detector.api;

/**
 * How much one scan may take.
 *
 * @param maxChars in UTF-16 code units
 * @param maxNanos in nanoseconds of wall time
 */
public record Budget(int maxChars, long maxNanos) {

    public Budget {
        if (maxChars <= 0 || maxNanos <= 0) {
            throw new IllegalArgumentException("a budget is positive");
        }
    }
}
