package dev.avow.mask;

import dev.avow.words.Destination;
import dev.avow.words.Route;
import java.util.Optional;

/**
 * A request that may leave. Nobody but {@link Masking} can make one, and providers take nothing
 * else. Immutable; safe for any thread.
 */
public sealed interface Outbound permits MintedOutbound {

    /** The way it came, and so the route of the provider that it goes to. */
    Route route();

    /** Where it goes. */
    Destination destination();

    /** Whether the answer is to be streamed. */
    boolean streamed();

    /** The bytes that leave: the caller's own, with the model as the provider knows it. */
    byte[] body();

    /** The prompt's text as it leaves; empty unless the caller asked for a full receipt. */
    Optional<String> promptAsItLeaves();
}
