package dev.avow.registry;

import dev.avow.sealing.Keyring;
import dev.avow.tenancy.RowTime;
import dev.avow.words.Region;
import dev.avow.words.TenantId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads and writes the table {@code provider_keys}, in a transaction of the caller's. */
final class ProviderRows {

    private static final String ALL =
            """
            SELECT id, name, kind, base_url, key_sealed, region, agreement, created_at
            FROM provider_keys ORDER BY created_at, id
            """;

    private static final String LOCKED =
            """
            SELECT id, name, kind, base_url, key_sealed, region, agreement, created_at
            FROM provider_keys WHERE id = :id FOR UPDATE
            """;

    private static final String INSERT =
            """
            INSERT INTO provider_keys (tenant_id, id, name, kind, base_url, key_sealed,
                                       region, agreement, created_by, created_at)
            VALUES (:tenant, :id, :name, :kind, :base_url, :key_sealed, :region, :agreement,
                    :created_by::uuid, :created_at)
            """;

    private static final String LATER =
            """
            SELECT id, provider_id, key_sealed, created_at FROM provider_secrets
            ORDER BY created_at, id
            """;

    private static final String INSERT_LATER =
            """
            INSERT INTO provider_secrets (tenant_id, id, provider_id, key_sealed, created_by,
                                          created_at)
            VALUES (:tenant, :id, :provider, :sealed, :by::uuid, :created_at)
            """;

    private static final String CLEAR_FIRST =
            "UPDATE provider_keys SET key_sealed = NULL WHERE id = :id";

    private static final String DELETE_LATER = "DELETE FROM provider_secrets WHERE id = :id";

    private static final String PLACE =
            "UPDATE provider_keys SET region = :region, agreement = :agreement WHERE id = :id";

    private static final String DELETE = "DELETE FROM provider_keys WHERE id = :id";

    private final Keyring keyring;

    ProviderRows(Keyring keyring) {
        this.keyring = keyring;
    }

    /** The first one added comes first. */
    List<StoredProvider> all(Handle handle, TenantId tenant) {
        return withLater(
                handle, tenant, handle.createQuery(ALL).map((row, _) -> read(row, tenant)).list());
    }

    Optional<StoredProvider> lock(Handle handle, TenantId tenant, UUID id) {
        return handle.createQuery(LOCKED)
                .bind("id", id)
                .map((row, _) -> read(row, tenant))
                .findOne()
                .map(each -> withLater(handle, tenant, List.of(each)).getFirst());
    }

    /** With the keys that came later, the first one added first. */
    private List<StoredProvider> withLater(
            Handle handle, TenantId tenant, List<StoredProvider> providers) {
        Map<UUID, List<StoredKey>> later = new HashMap<>();
        handle.createQuery(LATER)
                .map((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    UUID provider = row.getObject("provider_id", UUID.class);
                    later.computeIfAbsent(provider, _ -> new ArrayList<>())
                            .add(
                                    new StoredKey(
                                            id,
                                            later(tenant, id, row.getBytes("key_sealed")),
                                            RowTime.at(row, "created_at")));
                    return id;
                })
                .list();
        return later.isEmpty()
                ? providers
                : providers.stream()
                        .map(each -> each.with(later.getOrDefault(each.id(), List.of())))
                        .toList();
    }

    void insertLater(
            Handle handle,
            StoredProvider provider,
            StoredKey key,
            byte[] sealed,
            @Nullable UUID by) {
        handle.createUpdate(INSERT_LATER)
                .bind("tenant", provider.tenant().value())
                .bind("id", key.id())
                .bind("provider", provider.id())
                .bind("sealed", sealed)
                .bindByType("by", by, UUID.class)
                .bind("created_at", key.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Destroys a key: the row of a later one, or what the provider's row holds of the first. */
    void retire(Handle handle, StoredProvider provider, UUID key) {
        handle.createUpdate(key.equals(provider.id()) ? CLEAR_FIRST : DELETE_LATER)
                .bind("id", key)
                .execute();
    }

    void insert(
            Handle handle,
            StoredProvider provider,
            byte @Nullable [] sealedKey,
            @Nullable UUID createdBy) {
        handle.createUpdate(INSERT)
                .bind("tenant", provider.tenant().value())
                .bind("id", provider.id())
                .bind("name", provider.name())
                .bind("kind", provider.kind())
                .bind("base_url", provider.base().toString())
                .bind("key_sealed", sealedKey)
                .bind("region", provider.region() == null ? null : provider.region().name())
                .bind("agreement", provider.agreement())
                .bind("created_by", createdBy)
                .bind("created_at", provider.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Writes where a provider is, and under which agreement. */
    void place(Handle handle, StoredProvider provider) {
        handle.createUpdate(PLACE)
                .bind("id", provider.id())
                .bind("region", provider.region() == null ? null : provider.region().name())
                .bind("agreement", provider.agreement())
                .execute();
    }

    void delete(Handle handle, UUID id) {
        handle.createUpdate(DELETE).bind("id", id).execute();
    }

    private StoredProvider read(ResultSet row, TenantId tenant) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] sealed = row.getBytes("key_sealed");
        Instant createdAt = RowTime.at(row, "created_at");
        return new StoredProvider(
                tenant,
                id,
                row.getString("name"),
                row.getString("kind"),
                URI.create(row.getString("base_url")),
                sealed == null
                        ? List.of()
                        : List.of(new StoredKey(id, key(tenant, id, sealed), createdAt)),
                region(row.getString("region")),
                row.getString("agreement"),
                createdAt);
    }

    private static @Nullable Region region(@Nullable String text) {
        return text == null ? null : Region.valueOf(text);
    }

    SealedProviderKey key(TenantId tenant, UUID id, byte[] sealed) {
        return new SealedProviderKey(keyring, SealedProviderKey.place(tenant, id), sealed);
    }

    SealedProviderKey later(TenantId tenant, UUID id, byte[] sealed) {
        return new SealedProviderKey(keyring, SealedProviderKey.later(tenant, id), sealed);
    }
}
