package dev.avow.mask;

import dev.avow.words.Destination;
import dev.avow.words.FormFiles;
import dev.avow.words.Route;
import java.util.List;
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

    /**
     * The same request for who is asked where this destination cannot answer, in that order: the
     * same text, the same pseudonyms, another model. Empty where nobody else is.
     */
    List<Outbound> alternatives();

    /** A number that is the same for the same caller, and says nothing of it. */
    long affinity();

    /**
     * Whether another try may follow one that the provider may have served, and billed, without its
     * answer having come through.
     */
    boolean repeatsInDoubt();

    /** Whether the answer is to be streamed. */
    boolean streamed();

    /** The bytes that leave: the caller's own, with the model as the provider knows it. */
    byte[] body();

    /** The files of a form, whose fields are the body then. */
    FormFiles files();

    /** The prompt's text as it leaves; empty unless the caller asked for a full receipt. */
    Optional<String> promptAsItLeaves();
}
