package dev.avow.engines.guards;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a guard model is asked.
 *
 * @param base as a client of OpenAI's API takes it, ending in {@code /v1}
 * @param model its name there
 * @param plaintextKey what goes behind {@code Bearer}; null for none
 * @param timeout for one call
 * @param seesOriginals whether it is on this machine, or was declared to be as near
 * @param refuses whether a request is refused where it does not judge
 */
public record GuardOptions(
        URI base,
        String model,
        @Nullable String plaintextKey,
        Duration timeout,
        boolean seesOriginals,
        boolean refuses) {

    /** Prints no key. */
    @Override
    public String toString() {
        return "GuardOptions of " + base.getHost();
    }
}
