package dev.avow.admit;

import dev.avow.words.Itinerary;
import dev.avow.words.TenantId;
import java.util.Optional;

/** Tells where a model is to be had. Implemented where providers are kept. Safe for any thread. */
public interface Destinations {

    /** What memory knows, without waiting; empty where the store must be asked. */
    Optional<Itinerary> recall(TenantId tenant, String model);

    /** Asks the store where need be; blocks. */
    Whereabouts find(TenantId tenant, String model);
}
