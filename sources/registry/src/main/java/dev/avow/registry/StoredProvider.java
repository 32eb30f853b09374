package dev.avow.registry;

import dev.avow.ask.Endpoint;
import dev.avow.ask.ProviderKey;
import dev.avow.words.Destination;
import dev.avow.words.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider as it is kept. Never changes: another one is added, or it is removed.
 *
 * @param tenant whose it is
 * @param id its row
 * @param name unique in the tenant
 * @param kind which {@code Provider} speaks to it
 * @param base the base URL, without a slash at its end
 * @param key still sealed; null where it has none
 * @param createdAt to the microsecond
 */
public record StoredProvider(
        TenantId tenant,
        UUID id,
        String name,
        String kind,
        URI base,
        @Nullable ProviderKey key,
        Instant createdAt) {

    Endpoint endpoint() {
        return new Endpoint(kind, base, Optional.ofNullable(key));
    }

    Destination destination(String model) {
        return new Destination(tenant, id, name, base.getHost(), model);
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "StoredProvider " + id;
    }
}
