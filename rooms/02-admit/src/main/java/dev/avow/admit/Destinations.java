package dev.avow.admit;

import dev.avow.words.Destination;
import dev.avow.words.TenantId;
import java.util.Optional;

/** Tells where a model is to be had. Implemented where providers are kept. Safe for any thread. */
public interface Destinations {

    /** What memory knows, without waiting; empty where the store must be asked. */
    Optional<Destination> recall(TenantId tenant, String model);

    /** Asks the store where need be; blocks. Empty where the tenant has no such model. */
    Optional<Destination> find(TenantId tenant, String model);
}
