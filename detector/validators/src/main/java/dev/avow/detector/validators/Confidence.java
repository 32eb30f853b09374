package dev.avow.detector.validators;

/**
 * How sure a finding is. The numbers are set by hand, ordered by how often chance alone would
 * produce what was seen; they are not measured probabilities.
 */
public final class Confidence {

    /** A checksum or registered prefix, and a word that names it. */
    public static final double CHECKSUM_IN_CONTEXT = 0.99;

    /** A checksum together with a registered prefix or length: chance under one in a hundred. */
    public static final double CHECKSUM = 0.95;

    /** A single check digit and nothing else: one number in ten has it by chance. */
    public static final double WEAK_CHECKSUM = 0.8;

    /** A shape that only this kind of value has, such as an address around an at sign. */
    public static final double DISTINCT_PATTERN = 0.9;

    /** A common shape, and a word nearby that names it. */
    public static final double PATTERN_IN_CONTEXT = 0.85;

    /** A shape that little else has, such as five pairs of digits that begin with a zero. */
    public static final double RARE_PATTERN = 0.8;

    /** A common shape alone. */
    public static final double PATTERN = 0.6;

    private Confidence() {}
}
