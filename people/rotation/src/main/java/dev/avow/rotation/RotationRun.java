package dev.avow.rotation;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's rotation, a step at a time. Which step is next stands in its row, so that whoever
 * comes after a process that died goes on there; each step done twice does no harm.
 *
 * <ol>
 *   <li>The new version is made, and announced: every node opens with it, none seals.
 *   <li>It is promoted: it seals from now on. What older versions sealed is sealed anew, kind by
 *       kind.
 *   <li>When the time for settling is over and a last look finds nothing more, the older versions
 *       are destroyed. Where anything could not be looked at they are not.
 * </ol>
 *
 * For one thread at a time; blocks.
 */
public final class RotationRun {

    /** All was found that there was; what nodes seal until they know better is still to come. */
    private static final String TIME = "settling";

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final List<Sealed> kinds;
    private final List<Sealed> elsewhere;
    private final Destruction destruction;
    private final AuditLog audit;
    private final RotationLimits limits;
    private final InstantSource clock;

    /** What is done around the destruction of older versions. */
    public interface Destruction {
        /**
         * Brings copies of the keys up to date; the copies of today would not open any more.
         *
         * @throws FaultException where a copy cannot be written: nothing is destroyed then
         */
        void copyKeys();

        /** Takes what was deleted out of the database's files, as far as that goes. */
        void scrub();

        /** Nothing is. */
        Destruction NONE =
                new Destruction() {
                    @Override
                    public void copyKeys() {}

                    @Override
                    public void scrub() {}
                };
    }

    /**
     * @param elsewhere what is sealed outside of the database, beside the keys of people
     */
    public RotationRun(
            Tenancy tenancy,
            Keyring keyring,
            List<Sealed> elsewhere,
            Destruction destruction,
            AuditLog audit,
            RotationLimits limits,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.destruction = destruction;
        this.audit = audit;
        this.limits = limits;
        this.clock = clock;
        this.elsewhere = List.copyOf(elsewhere);
        this.kinds = new ArrayList<>();
        kinds.add(new SealedPersons(tenancy, keyring, limits.batch()));
        SealedColumn.ALL.forEach(
                column -> kinds.add(new SealedRows(tenancy, keyring, column, limits.batch())));
    }

    /**
     * Does what is to be done now; nothing where no rotation is under way or its time has not come.
     *
     * @param goOn asked between two batches; false ends the step there
     */
    public void step(TenantId tenant, BooleanSupplier goOn) {
        KeyRotation open = tenancy.within(tenant, KeyRotationRows::open).orElse(null);
        if (open == null) {
            return;
        }
        switch (open.state()) {
            case REQUESTED -> announce(tenant, open);
            case ANNOUNCED -> promote(tenant, open);
            case REWRAPPING -> rewrap(tenant, open, goOn);
            case COMPLETE -> {}
        }
    }

    private void announce(TenantId tenant, KeyRotation open) {
        int version = keyring.rotation().add(tenant);
        tenancy.within(
                tenant,
                handle -> {
                    KeyRotationRows.announce(handle, open.id(), version, now());
                    return tenant;
                });
    }

    private void promote(TenantId tenant, KeyRotation open) {
        Instant told = Objects.requireNonNull(open.announcedAt()).plus(limits.announcing());
        if (clock.instant().isBefore(told)) {
            return;
        }
        keyring.rotation().promote(tenant, Objects.requireNonNull(open.version()));
        tenancy.within(
                tenant,
                handle -> {
                    KeyRotationRows.promote(handle, open.id(), now());
                    return tenant;
                });
    }

    private void rewrap(TenantId tenant, KeyRotation open, BooleanSupplier goOn) {
        Instant settled = Objects.requireNonNull(open.promotedAt()).plus(limits.settle());
        boolean last = !clock.instant().isBefore(settled);
        if (!last && open.waitingFor() != null && open.waitingFor().equals(TIME)) {
            return; // A look from the beginning to the end found all that there was.
        }
        keyring.refresh(tenant);
        Moved all = new Moved(0, 0, true);
        String waiting = null;
        for (Sealed kind : Stream.concat(kinds.stream(), elsewhere.stream()).toList()) {
            Moved moved = look(kind, tenant, goOn);
            all = all.plus(moved);
            waiting = waiting == null && !moved.whole() ? kind.name() : waiting;
        }
        if (all.whole() && all.values() == 0) {
            waiting = last ? copied() : TIME;
        }
        note(tenant, open, all.unreadable(), waiting);
        if (last && all.whole() && all.values() == 0 && waiting == null) {
            destroy(tenant, open);
        }
    }

    /** What is elsewhere is counted here; the others count in their own transactions. */
    private Moved look(Sealed kind, TenantId tenant, BooleanSupplier goOn) {
        try {
            Moved moved = kind.sealAnew(tenant, goOn);
            if (elsewhere.contains(kind) && moved.values() > 0) {
                tenancy.within(
                        tenant,
                        handle -> {
                            KeyRotationRows.moved(handle, moved.values());
                            return tenant;
                        });
            }
            return moved;
        } catch (FaultException unusable) {
            return new Moved(0, 0, false);
        }
    }

    private @Nullable String copied() {
        try {
            destruction.copyKeys();
            return null;
        } catch (FaultException unwritable) {
            return "copy of the keys";
        }
    }

    private void note(
            TenantId tenant, KeyRotation open, long unreadable, @Nullable String waitingFor) {
        tenancy.within(
                tenant,
                handle -> {
                    KeyRotationRows.seen(handle, open.id(), unreadable, waitingFor);
                    return tenant;
                });
    }

    private void destroy(TenantId tenant, KeyRotation open) {
        keyring.rotation().retireOthers(tenant);
        destruction.copyKeys();
        tenancy.within(
                tenant,
                handle -> {
                    KeyRotation done =
                            KeyRotationRows.complete(handle, open.id(), now())
                                    ? KeyRotationRows.find(handle, open.id()).orElseThrow()
                                    : null;
                    if (done != null) {
                        audit.append(handle, actor(tenant), completed(done));
                    }
                    return tenant;
                });
        destruction.scrub();
    }

    private static Actor actor(TenantId tenant) {
        return new Actor(tenant, null, null, null, "avow key rotation");
    }

    private static AuditEntry completed(KeyRotation done) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("moved", done.moved());
        values.put("unreadable", done.unreadable());
        return new AuditEntry(
                "key_rotation_completed", "key_rotation", done.id().toString(), null, values);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
