package dev.avow.registry;

import dev.avow.ask.Endpoint;
import dev.avow.ask.ProviderKey;
import dev.avow.words.Destination;
import dev.avow.words.Region;
import dev.avow.words.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider as it is kept. How it is reached never changes: another one is added, or it is
 * removed.
 *
 * @param tenant whose it is
 * @param id its row
 * @param name unique in the tenant
 * @param kind which {@code Provider} speaks to it
 * @param base the base URL, without a slash at its end
 * @param key still sealed; null where it has none
 * @param region where it processes what it is sent; null where nobody said
 * @param agreement under which it does: an id or URL; null where nobody said
 * @param createdAt to the microsecond
 */
public record StoredProvider(
        TenantId tenant,
        UUID id,
        String name,
        String kind,
        URI base,
        @Nullable ProviderKey key,
        @Nullable Region region,
        @Nullable String agreement,
        Instant createdAt) {

    ProviderPlace place() {
        return new ProviderPlace(region, agreement);
    }

    StoredProvider in(ProviderPlace other) {
        return new StoredProvider(
                tenant, id, name, kind, base, key, other.region(), other.agreement(), createdAt);
    }

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
