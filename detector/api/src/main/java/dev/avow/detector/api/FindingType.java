package dev.avow.detector.api;

import java.util.Objects;

/**
 * A kind of personal data.
 *
 * @param id stable, lower-case with underscores, such as {@code email} or {@code fr_siret}
 * @param tier 1 (patterns, runs anywhere), 2 (server) or 3 (semantic)
 */
public record FindingType(String id, int tier) {

    public FindingType {
        Objects.requireNonNull(id);
        if (!id.matches("[a-z][a-z0-9_]{1,39}")) {
            throw new IllegalArgumentException("a finding type is lower-case with underscores");
        }
        if (tier < 1 || tier > 3) {
            throw new IllegalArgumentException("a tier is 1, 2 or 3");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
