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
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Keeps the providers that a tenant added, with their keys sealed (promise B8). Each change and its
 * audit entry are one transaction, and the {@link Registry} knows of it before it returns.
 *
 * <p>Safe for any thread; blocks. Every method fails with {@code DatabaseUnavailable} where the
 * database does, and changes nothing then.
 */
public final class ProviderStore {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final AuditLog audit;
    private final Registry registry;
    private final ProviderRows rows;
    private final ProviderRules rules;
    private final InstantSource clock;

    /**
     * @param kinds the kinds that there are, such as {@code openai}; none has a URL of its own
     */
    public ProviderStore(
            Tenancy tenancy,
            Keyring keyring,
            AuditLog audit,
            Registry registry,
            Set<String> kinds,
            InstantSource clock) {
        this(
                tenancy,
                keyring,
                audit,
                registry,
                kinds.stream().collect(Collectors.toUnmodifiableMap(each -> each, _ -> "")),
                clock);
    }

    /**
     * @param kinds the kinds that there are, each with the base URL that it has where a draft names
     *     none; empty for none
     */
    public ProviderStore(
            Tenancy tenancy,
            Keyring keyring,
            AuditLog audit,
            Registry registry,
            Map<String, String> kinds,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.audit = audit;
        this.registry = registry;
        this.rows = new ProviderRows(keyring);
        this.rules = new ProviderRules(kinds);
        this.clock = clock;
    }

    /** All of them; the first one added, which is the default provider, comes first. */
    public List<StoredProvider> all(TenantId tenant) {
        return tenancy.within(tenant, handle -> rows.all(handle, tenant));
    }

    /**
     * Adds a provider.
     *
     * @throws FaultException INVALID_VALUE naming the field, or CONFLICT where the name is taken
     */
    public StoredProvider create(Actor actor, ProviderDraft draft) {
        URI base = rules.check(draft);
        TenantId tenant = actor.tenant();
        UUID id = Ids.next();
        byte[] sealed =
                draft.plaintextKey() == null
                        ? null
                        : keyring.of(tenant)
                                .seal(draft.plaintextKey(), SealedProviderKey.place(tenant, id));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredProvider provider =
                new StoredProvider(
                        tenant,
                        id,
                        draft.name(),
                        draft.kind(),
                        base,
                        sealed == null
                                ? List.of()
                                : List.of(new StoredKey(id, rows.key(tenant, id, sealed), now)),
                        Regions.of(draft.region(), "region"),
                        draft.agreement(),
                        now);
        try {
            return tenancy.within(
                    tenant,
                    handle -> {
                        try {
                            rows.insert(handle, provider, sealed, actor.id());
                        } catch (UnableToExecuteStatementException failed) {
                            throw orConflict(failed);
                        }
                        Map<String, Object> after = values(provider);
                        audit.append(
                                handle,
                                actor,
                                new AuditEntry(
                                        "provider_added", "provider", id.toString(), null, after));
                        return provider;
                    });
        } finally {
            registry.changed(tenant);
        }
    }

    /**
     * Says where a provider is and under which agreement it works.
     *
     * @param change gives both, told what they are
     * @throws FaultException NOT_FOUND, or INVALID_VALUE naming the field
     */
    public StoredProvider place(Actor actor, UUID id, UnaryOperator<ProviderPlace> change) {
        TenantId tenant = actor.tenant();
        try {
            return tenancy.within(
                    tenant,
                    handle -> {
                        StoredProvider before =
                                rows.lock(handle, tenant, id)
                                        .orElseThrow(() -> missing().asException());
                        StoredProvider after = before.in(change.apply(before.place()));
                        ProviderRules.check(after.base(), after.place());
                        rows.place(handle, after);
                        audit.append(
                                handle,
                                actor,
                                new AuditEntry(
                                        "provider_changed",
                                        "provider",
                                        id.toString(),
                                        values(before),
                                        values(after)));
                        return after;
                    });
        } finally {
            registry.changed(tenant);
        }
    }

    /**
     * Removes a provider, and its key with it.
     *
     * @throws FaultException NOT_FOUND
     */
    public void delete(Actor actor, UUID id) {
        TenantId tenant = actor.tenant();
        try {
            StoredProvider _ =
                    tenancy.within(
                            tenant,
                            handle -> {
                                StoredProvider before =
                                        rows.lock(handle, tenant, id)
                                                .orElseThrow(() -> missing().asException());
                                rows.delete(handle, id);
                                audit.append(
                                        handle,
                                        actor,
                                        new AuditEntry(
                                                "provider_removed",
                                                "provider",
                                                id.toString(),
                                                values(before),
                                                null));
                                return before;
                            });
        } finally {
            registry.changed(tenant);
        }
    }

    private static RuntimeException orConflict(UnableToExecuteStatementException failed) {
        return failed.getCause() instanceof SQLException sql
                        && UNIQUE_VIOLATION.equals(sql.getSQLState())
                ? Fault.of(FaultCode.CONFLICT, "a provider of this name exists", "name")
                        .asException()
                : failed;
    }

    private static Fault missing() {
        return Fault.of(FaultCode.NOT_FOUND, "no such provider");
    }

    /** What the audit log keeps: whether there is a key, never the key. */
    private static Map<String, Object> values(StoredProvider provider) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", provider.name());
        values.put("kind", provider.kind());
        values.put("base_url", provider.base().toString());
        values.put("has_key", !provider.keys().isEmpty());
        if (provider.region() != null) {
            values.put("region", provider.region().name());
        }
        if (provider.agreement() != null) {
            values.put("agreement", provider.agreement());
        }
        return values;
    }
}
