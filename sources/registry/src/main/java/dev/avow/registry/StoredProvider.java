package dev.avow.registry;

import dev.avow.ask.Endpoint;
import dev.avow.words.Destination;
import dev.avow.words.Region;
import dev.avow.words.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * @param keys still sealed; empty where it has none
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
        List<StoredKey> keys,
        @Nullable Region region,
        @Nullable String agreement,
        Instant createdAt) {

    public StoredProvider {
        keys = List.copyOf(keys);
    }

    ProviderPlace place() {
        return new ProviderPlace(region, agreement);
    }

    StoredProvider with(List<StoredKey> later) {
        List<StoredKey> all = new ArrayList<>(keys);
        all.addAll(later);
        return new StoredProvider(tenant, id, name, kind, base, all, region, agreement, createdAt);
    }

    StoredProvider in(ProviderPlace other) {
        return new StoredProvider(
                tenant, id, name, kind, base, keys, other.region(), other.agreement(), createdAt);
    }

    /** How it is reached for a caller. */
    Endpoint endpoint(long affinity) {
        return new Endpoint(kind, base, StoredKey.of(keys, affinity).map(StoredKey::key));
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
