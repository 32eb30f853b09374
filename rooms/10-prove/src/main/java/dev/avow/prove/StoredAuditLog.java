package dev.avow.prove;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The audit log in {@code audit_logs}, which refuses every change and deletion. Whatever can tell
 * of a person is sealed under that person's key, else the tenant's ({@link EntryKeys}), each value
 * to its own column and row. Each entry is a leaf of the tenant's tree ({@link AuditLeaves}).
 * Entries that several callers log alone at the same time share a transaction ({@link
 * AppendGroup}).
 */
public final class StoredAuditLog implements AuditLog {

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final InstantSource clock;
    private final boolean shortenAddresses;
    private final LongAdder failures = new LongAdder();
    private final ConcurrentMap<TenantId, AppendGroup<NewEntry>> groups = new ConcurrentHashMap<>();

    /**
     * A log.
     *
     * @param shortenAddresses whether addresses are kept as networks only, as regions of the EU and
     *     the UK ask
     */
    public StoredAuditLog(
            Tenancy tenancy, Keyring keyring, InstantSource clock, boolean shortenAddresses) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.clock = clock;
        this.shortenAddresses = shortenAddresses;
    }

    @Override
    public void append(Handle transaction, Actor actor, AuditEntry entry) {
        counted(() ->
                AuditLeaves.add(
                        transaction,
                        keyring,
                        actor.tenant(),
                        List.of(sealed(actor, entry, "success"))));
    }

    private void counted(Runnable append) {
        try {
            append.run();
        } catch (RuntimeException refused) {
            failures.increment();
            throw refused;
        }
    }

    /** Entries that could not be written since the start, so that what they told of was refused. */
    public long failures() {
        return failures.sum();
    }

    @Override
    public void append(Actor actor, AuditEntry entry) {
        counted(() -> appendAlone(actor, entry, "success"));
    }

    @Override
    public void appendRefused(Actor actor, AuditEntry entry) {
        counted(() -> appendAlone(actor, entry, "refused"));
    }

    private void appendAlone(Actor actor, AuditEntry entry, String status) {
        // The keys first: to make them takes a connection of its own.
        TenantId tenant = actor.tenant();
        TenantKeys _ = keyring.of(tenant);
        groups.computeIfAbsent(tenant, this::group).append(sealed(actor, entry, status));
    }

    private AppendGroup<NewEntry> group(TenantId tenant) {
        return new AppendGroup<>(entries ->
                tenancy.within(
                        tenant,
                        handle -> {
                            AuditLeaves.add(handle, keyring, tenant, entries);
                            return tenant;
                        }));
    }

    /** Before anybody is waited for: sealing takes longer than writing. */
    private NewEntry sealed(Actor actor, AuditEntry entry, String status) {
        return NewEntry.of(
                keyring,
                new AuditRecord(
                        Ids.next(),
                        actor.tenant(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor.id(),
                        actor.email(),
                        entry.action(),
                        entry.resourceType(),
                        entry.resourceId(),
                        Changes.of(entry),
                        address(actor.ipAddress()),
                        actor.userAgent(),
                        status,
                        false));
    }

    /**
     * Makes the tree of a tenant whose entries are from before there were trees; where there is one
     * already, nothing. For the start, so that no caller waits for it; whoever appends first does
     * it otherwise.
     */
    public void adopt(TenantId tenant) {
        if (tenancy.within(tenant, AuditLeaves::hasEarlier)) {
            TenantKeys _ = keyring.of(tenant);
            tenancy.within(
                    tenant,
                    handle -> {
                        AuditLeaves.adopt(handle, keyring, tenant);
                        return tenant;
                    });
        }
    }

    private @Nullable String address(@Nullable String full) {
        return full == null || !shortenAddresses ? full : NetworkAddress.shortened(full);
    }
}
