package dev.avow.words;

import org.jspecify.annotations.Nullable;

/**
 * Tokens as a provider counted them. The three kinds of prompt tokens do not overlap.
 *
 * @param fresh of the prompt, neither read from a cache nor written to one; null where the provider
 *     did not say
 * @param cached of the prompt, read from the provider's cache
 * @param cacheWritten of the prompt, written to the provider's cache
 * @param out of the answer; null where the provider did not say
 */
public record Usage(@Nullable Long fresh, long cached, long cacheWritten, @Nullable Long out) {

    /** Nothing is known. */
    public static final Usage UNKNOWN = new Usage(null, 0, 0, null);
}
