package dev.avow.ask;

import dev.avow.words.Destination;
import dev.avow.words.TenantId;
import java.util.Optional;

/** Tells how a destination is reached, from memory. Implemented where providers are kept. */
public interface Endpoints {

    /** The affinity of what stays with one key, whichever are added: the one added first. */
    long OLDEST_KEY = Long.MIN_VALUE;

    /**
     * How a destination is reached for a caller.
     *
     * @param affinity the same for the same caller: of several keys it gets the same one
     * @return empty where the provider has been removed meanwhile
     */
    Optional<Endpoint> of(Destination destination, long affinity);

    /**
     * Reads what a tenant's destinations are where memory lacks it, as after a start. May wait: not
     * for event loops. Nothing where all is in memory anyway.
     */
    default void load(TenantId tenant) {}

    /** How a destination is reached, whoever asks. */
    default Optional<Endpoint> of(Destination destination) {
        return of(destination, 0);
    }
}
