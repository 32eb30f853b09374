package dev.avow.restore;

import dev.avow.classify.Classification;

/**
 * What a policy did with findings of an answer.
 *
 * @param found they, by type
 * @param policy its name
 * @param action {@code Mask} or {@code Block}
 */
public record Acted(Classification found, String policy, String action) {}
