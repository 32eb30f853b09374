package dev.avow.detector.api;

/**
 * One piece of personal data in a text. It holds its place, never the text itself.
 *
 * @param type what it is
 * @param start first char, in UTF-16 code units, inclusive
 * @param end after the last char, in UTF-16 code units, exclusive; always greater than {@code
 *     start}
 * @param confidence 0 to 1
 * @param reason what the confidence rests on
 */
public record Finding(FindingType type, int start, int end, double confidence, Reason reason) {

    /** What a confidence rests on, weakest first. */
    public enum Reason {
        /** The shape alone. */
        PATTERN,
        /** The shape, and a word nearby that says what it is. */
        CONTEXT,
        /** A checksum or a registry of valid prefixes. */
        CHECKSUM
    }

    public Finding {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a finding is not empty: " + start + ".." + end);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is 0 to 1");
        }
    }

    /** Length in UTF-16 code units. */
    public int length() {
        return end - start;
    }
}
