package dev.avow.ask;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a provider was seen to work since this process began. No content.
 *
 * @param breaker {@code closed}: it is asked; {@code open}: it is not, for a while; {@code
 *     half_open}: one request at a time sees whether it works again
 * @param inFlight requests that it is answering
 * @param waiting requests that wait for their turn with it
 * @param failuresInARow since it last answered
 * @param lastSuccess when an answer last came to its end; null where none did
 * @param lastFailure when one last failed; null where none did
 * @param lastFailureCode the stable code of that failure's kind, or {@code status_} with its status
 */
public record ProviderHealth(
        String breaker,
        int inFlight,
        int waiting,
        int failuresInARow,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable String lastFailureCode) {

    /** Of a provider that nobody has asked yet. */
    public static final ProviderHealth UNSEEN =
            new ProviderHealth("closed", 0, 0, 0, null, null, null);
}
