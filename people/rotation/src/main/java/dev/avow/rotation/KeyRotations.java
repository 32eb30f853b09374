package dev.avow.rotation;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Rotations of tenants' sealing keys, as people ask for them and see them. What is asked for is
 * done by a server in the background ({@link RotationJob}); where none runs, by the next one that
 * does. Safe for any thread; blocks.
 */
public final class KeyRotations {

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final InstantSource clock;

    public KeyRotations(Tenancy tenancy, AuditLog audit, InstantSource clock) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for a rotation.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where one is under way
     */
    public KeyRotation request(Actor actor) {
        return request(actor, KeyRotation.Reason.ASKED)
                .orElseThrow(() ->
                        Fault.of(
                                        FaultCode.CONFLICT,
                                        "this tenant's key is being rotated already; wait until"
                                                + " that is complete")
                                .asException());
    }

    /**
     * Sees to what a backup brought back: an older version of a key that was rotated since. For the
     * end of a restore, before anything else works on the database.
     *
     * @param keyring over the database that was put back
     * @return whether a rotation was asked for
     */
    public boolean afterRestore(TenantId tenant, Keyring keyring) {
        boolean several = keyring.of(tenant).versions() > 1;
        tenancy.within(
                tenant,
                handle -> {
                    KeyRotationRows.supersede(handle);
                    return tenant;
                });
        return several && request(Actor.operator(tenant), KeyRotation.Reason.RESTORED).isPresent();
    }

    private Optional<KeyRotation> request(Actor actor, KeyRotation.Reason reason) {
        UUID id = Ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return tenancy.within(
                actor.tenant(),
                handle -> {
                    if (!KeyRotationRows.request(
                            handle, actor.tenant(), id, reason, actor.id(), now)) {
                        return Optional.empty();
                    }
                    audit.append(
                            handle,
                            actor,
                            new AuditEntry(
                                    "key_rotation_requested",
                                    "key_rotation",
                                    id.toString(),
                                    null,
                                    Map.of("reason", reason.id())));
                    return KeyRotationRows.find(handle, id);
                });
    }

    /** Some of them, newest first. */
    public Page<KeyRotation> page(TenantId tenant, PageRequest wanted) {
        return wanted.pageOf(
                tenancy.within(
                        tenant,
                        handle ->
                                KeyRotationRows.page(handle, wanted.start(), wanted.rowsToRead())),
                KeyRotation::cursor);
    }

    public Optional<KeyRotation> find(TenantId tenant, UUID id) {
        return tenancy.within(tenant, handle -> KeyRotationRows.find(handle, id));
    }
}
