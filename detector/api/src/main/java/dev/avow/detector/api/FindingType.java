package dev.avow.detector.api;

import java.util.Objects;

/**
 * A kind of personal data.
 *
 * @param id stable, lower-case with underscores, such as {@code email} or {@code fr_siret}
 * @param tier 1 (patterns, runs anywhere), 2 (server) or 3 (semantic)
 */
public record FindingType(String id, int tier) {

    private static final int LONGEST_ID = 40;

    public FindingType {
        Objects.requireNonNull(id);
        if (!isId(id)) {
            throw new IllegalArgumentException("a finding type is lower-case with underscores");
        }
        if (tier < 1 || tier > 3) {
            throw new IllegalArgumentException("a tier is 1, 2 or 3");
        }
    }

    /** Without a regular expression, whose engine would go into every browser. */
    private static boolean isId(String id) {
        if (id.length() < 2 || id.length() > LONGEST_ID) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean other = (c >= '0' && c <= '9') || c == '_';
            if (!letter && (i == 0 || !other)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return id;
    }
}
