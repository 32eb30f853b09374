package dev.avow.ask;

import java.net.URI;
import java.util.Optional;

/**
 * How one of a tenant's providers is reached.
 *
 * @param kind which {@link Provider} speaks to it
 * @param base the base URL as the provider's official client takes it
 * @param key its key; empty where it wants none
 */
public record Endpoint(String kind, URI base, Optional<ProviderKey> key) {

    /** Prints neither address nor key. */
    @Override
    public String toString() {
        return "Endpoint of kind " + kind;
    }
}
