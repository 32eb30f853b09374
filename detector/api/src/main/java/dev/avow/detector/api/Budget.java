package dev.avow.detector.api;

/**
 * How much one scan may take.
 *
 * @param maxChars in UTF-16 code units
 * @param maxNanos in nanoseconds of wall time
 * @param decodes whether what base64 in the text says is looked at too
 */
public record Budget(int maxChars, long maxNanos, boolean decodes) {

    public Budget {
        if (maxChars <= 0 || maxNanos <= 0) {
            throw new IllegalArgumentException("a budget is positive");
        }
    }

    /** With base64. */
    public Budget(int maxChars, long maxNanos) {
        this(maxChars, maxNanos, true);
    }

    /** The same with other time. */
    public Budget within(long nanos) {
        return new Budget(maxChars, nanos, decodes);
    }
}
