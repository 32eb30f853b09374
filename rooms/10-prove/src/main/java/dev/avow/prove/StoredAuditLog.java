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
 * of a person is sealed under the tenant's key, each value to its own column and row.
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
        Row row = new Row(keyring.of(actor.tenant()), actor.tenant(), id);
        handle.createUpdate(INSERT)
                .bind("tenant", actor.tenant().value())
                .bind("id", id)
                .bind("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .bindByType("actor", actor.id(), UUID.class)
                .bindByType("email", row.seal("actor_email_sealed", actor.email()), byte[].class)
                .bind("action", entry.action())
                .bind("resourceType", entry.resourceType())
                .bindByType("resourceId", entry.resourceId(), String.class)
                .bindByType(
                        "changes",
                        row.seal("changes_sealed", Changes.of(entry).jsonOrNull()),
                        byte[].class)
                .bindByType(
                        "ip",
                        row.seal("ip_address_sealed", address(actor.ipAddress())),
                        byte[].class)
                .bindByType("agent", row.seal("user_agent_sealed", actor.userAgent()), byte[].class)
                .bind("status", status)
                .execute();
    }

    private @Nullable String address(@Nullable String full) {
        return full == null || !shortenAddresses ? full : NetworkAddress.shortened(full);
    }

    private record Row(TenantKeys keys, TenantId tenant, UUID id) {

        byte @Nullable [] seal(String column, @Nullable String plaintext) {
            return plaintext == null
                    ? null
                    : keys.seal(plaintext, new Place(tenant, "audit_logs", column, id));
        }
    }
}
