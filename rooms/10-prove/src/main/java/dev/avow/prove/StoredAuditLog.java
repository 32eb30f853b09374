package dev.avow.prove;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The audit log in {@code audit_logs}, which refuses every change and deletion. Whatever can tell
 * of a person is sealed under that person's key, else the tenant's ({@link EntryKeys}), each value
 * to its own column and row. Each entry is a leaf of the tenant's tree ({@link AuditLeaves}).
 */
public final class StoredAuditLog implements AuditLog {

    private static final String INSERT =
            """
            INSERT INTO audit_logs (tenant_id, id, occurred_at, actor_id, actor_email_sealed, action,
                resource_type, resource_id, changes_sealed, ip_address_sealed, user_agent_sealed, status)
            VALUES (:tenant, :id, :at, CAST(:actor AS uuid), :email, :action,
                :resourceType, :resourceId, :changes, :ip, :agent, :status)
            """;

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final InstantSource clock;
    private final boolean shortenAddresses;

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
        insert(transaction, actor, entry, "success");
    }

    @Override
    public void append(Actor actor, AuditEntry entry) {
        appendAlone(actor, entry, "success");
    }

    @Override
    public void appendRefused(Actor actor, AuditEntry entry) {
        appendAlone(actor, entry, "refused");
    }

    private void appendAlone(Actor actor, AuditEntry entry, String status) {
        // The keys first: to make them takes a connection of its own.
        TenantKeys _ = keyring.of(actor.tenant());
        tenancy.within(
                actor.tenant(),
                handle -> {
                    insert(handle, actor, entry, status);
                    return entry;
                });
    }

    private void insert(Handle handle, Actor actor, AuditEntry entry, String status) {
        UUID id = Ids.next();
        AuditRecord written =
                new AuditRecord(
                        id,
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
                        false);
        EntryKeys keys = EntryKeys.toWrite(keyring, written);
        SealedValues values = SealedValues.of(written).without(keys::isErased);
        insert(handle, keys, written, values);
        AuditLeaves.add(handle, keyring, keys, written, values);
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

    private static void insert(
            Handle handle, EntryKeys keys, AuditRecord entry, SealedValues values) {
        Row row = new Row(keys, entry.tenant(), entry.id());
        handle.createUpdate(INSERT)
                .bind("tenant", entry.tenant().value())
                .bind("id", entry.id())
                .bind("at", entry.timestamp())
                .bindByType("actor", entry.actorId(), UUID.class)
                .bindByType("email", row.seal("actor_email", values), byte[].class)
                .bind("action", entry.action())
                .bind("resourceType", entry.resourceType())
                .bindByType("resourceId", entry.resourceId(), String.class)
                .bindByType("changes", row.seal("changes", values), byte[].class)
                .bindByType("ip", row.seal("ip_address", values), byte[].class)
                .bindByType("agent", row.seal("user_agent", values), byte[].class)
                .bind("status", entry.status())
                .execute();
    }

    private @Nullable String address(@Nullable String full) {
        return full == null || !shortenAddresses ? full : NetworkAddress.shortened(full);
    }

    private record Row(EntryKeys keys, TenantId tenant, UUID id) {

        byte @Nullable [] seal(String field, SealedValues values) {
            Place place = new Place(tenant, "audit_logs", field + "_sealed", id);
            return keys.seal(field, values.of(field), place);
        }
    }
}
