package dev.avow.classify;

/**
 * How often one kind of personal data was found (promise B5).
 *
 * @param type the finding type's id
 * @param tier 1 to 3
 * @param confidence the highest of all, 0 to 1
 * @param count findings, at least 1
 */
public record Classification(String type, int tier, double confidence, int count) {}
