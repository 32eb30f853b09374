package dev.avow.registry;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/**
 * Several keys for one provider, so that they can be changed while requests are under way: a new
 * one is added, and the old one retired, which destroys it. Each caller gets the same one as long
 * as it is there. Each change and its audit entry are one transaction, and the {@link Registry}
 * knows of it before it returns. Safe for any thread; blocks.
 */
public final class ProviderKeys {

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final AuditLog audit;
    private final Registry registry;
    private final ProviderRows rows;
    private final int most;
    private final InstantSource clock;

    /**
     * @param most keys of one provider
     */
    public ProviderKeys(
            Tenancy tenancy,
            Keyring keyring,
            AuditLog audit,
            Registry registry,
            int most,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.audit = audit;
        this.registry = registry;
        this.rows = new ProviderRows(keyring);
        this.most = most;
        this.clock = clock;
    }

    /**
     * Adds a key to a provider.
     *
     * @throws FaultException NOT_FOUND, INVALID_VALUE naming the field, or CONFLICT where it has as
     *     many as it may
     */
    public StoredKey add(Actor actor, UUID provider, String given) {
        String plaintextKey = KeyText.oneLine(given);
        ProviderRules.checkKey(plaintextKey);
        TenantId tenant = actor.tenant();
        UUID id = Ids.next();
        byte[] sealed = keyring.of(tenant).seal(plaintextKey, SealedProviderKey.later(tenant, id));
        StoredKey key =
                new StoredKey(
                        id,
                        rows.later(tenant, id, sealed),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        return changing(
                actor,
                provider,
                "provider_key_added",
                (handle, owner) -> {
                    if (owner.keys().size() >= most) {
                        throw Fault.of(
                                        FaultCode.CONFLICT,
                                        "this provider has "
                                                + most
                                                + " keys, the most that AVOW_PROVIDER_MAX_KEYS"
                                                + " allows; retire one first")
                                .asException();
                    }
                    rows.insertLater(handle, owner, key, sealed, actor.id());
                    return key;
                });
    }

    /**
     * Destroys a key. Requests that have it already go on.
     *
     * @throws FaultException NOT_FOUND, or CONFLICT where it is the only one
     */
    public void retire(Actor actor, UUID provider, UUID key) {
        StoredKey _ =
                changing(
                        actor,
                        provider,
                        "provider_key_retired",
                        (handle, owner) -> {
                            StoredKey gone =
                                    owner.keys().stream()
                                            .filter(each -> each.id().equals(key))
                                            .findFirst()
                                            .orElseThrow(() -> missing().asException());
                            if (owner.keys().size() == 1) {
                                throw Fault.of(
                                                FaultCode.CONFLICT,
                                                "this is the provider's only key; add another one"
                                                        + " first, or remove the provider")
                                        .asException();
                            }
                            rows.retire(handle, owner, key);
                            return gone;
                        });
    }

    private StoredKey changing(
            Actor actor,
            UUID provider,
            String action,
            BiFunction<Handle, StoredProvider, StoredKey> change) {
        TenantId tenant = actor.tenant();
        try {
            return tenancy.within(
                    tenant,
                    handle -> {
                        StoredProvider owner =
                                rows.lock(handle, tenant, provider)
                                        .orElseThrow(() -> missing().asException());
                        StoredKey key = change.apply(handle, owner);
                        audit.append(
                                handle,
                                actor,
                                new AuditEntry(
                                        action,
                                        "provider",
                                        provider.toString(),
                                        null,
                                        Map.of(
                                                "name",
                                                owner.name(),
                                                "key_id",
                                                key.id().toString())));
                        return key;
                    });
        } finally {
            registry.changed(tenant);
        }
    }

    private static Fault missing() {
        return Fault.of(FaultCode.NOT_FOUND, "there is no such provider or key");
    }
}
