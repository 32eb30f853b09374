package dev.avow.arrive;

import org.jspecify.annotations.Nullable;

/**
 * How long the answers to a request may become.
 *
 * @param tokensEach the most that its body allows each, 0 to {@value #MOST_TOKENS}; null where it
 *     does not say
 * @param answers how many it wants, 1 to {@value #MOST_ANSWERS}
 */
public record AnswerRoom(@Nullable Long tokensEach, long answers) {

    /** No model's answer comes near it; it keeps sums from overflowing. */
    static final long MOST_TOKENS = 100_000_000;

    static final long MOST_ANSWERS = 10_000;

    /** Tokens of all answers, at most, with this many for each where the body does not say. */
    public long tokens(long unlessSaid) {
        return answers * (tokensEach == null ? unlessSaid : tokensEach);
    }
}
