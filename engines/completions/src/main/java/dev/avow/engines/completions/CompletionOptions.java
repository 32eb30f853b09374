package dev.avow.engines.completions;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is and how it is asked.
 *
 * @param base as a client of OpenAI's API takes it, ending in {@code /v1}
 * @param model its name there
 * @param plaintextKey what goes behind {@code Bearer}; null for none
 * @param timeout for one call
 */
public record CompletionOptions(
        URI base, String model, @Nullable String plaintextKey, Duration timeout) {

    /** Prints no key. */
    @Override
    public String toString() {
        return "CompletionOptions of " + base.getHost();
    }
}
