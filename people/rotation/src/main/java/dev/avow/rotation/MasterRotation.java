package dev.avow.rotation;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.Rewrapping;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.NodesHere;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rotation of the master key, a step at a time. Which step is next stands in its file, so that
 * whoever comes after a process that died goes on there; each step done twice does no harm.
 *
 * <ol>
 *   <li>A new version is added to the file: every process that reads it opens with it, none wraps.
 *       It is waited until every node that is here has read it.
 *   <li>It is promoted: it wraps and derives from now on. What the older one wrapped is wrapped
 *       anew, and what was derived from it is derived anew.
 *   <li>When the time for settling is over, and a last look saw every key open under the new
 *       version alone, the older one is destroyed. Where one does not open it is not.
 * </ol>
 *
 * For one thread at a time; blocks.
 */
public final class MasterRotation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MasterRotation.class);

    /** A process that died right after it entered it comes here again. */
    private static final String IS_ENTERED =
            """
            SELECT EXISTS (SELECT FROM audit_logs WHERE occurred_at >= :since
                AND action = 'master_key_rotation_completed' AND resource_id = :id)
            """;

    /** Whoever asked may have another clock. */
    private static final Duration OTHER_CLOCKS = Duration.ofDays(1);

    private final Tenancy tenancy;
    private final MasterKey master;
    private final Keyring keyring;
    private final MasterRotationFile file;
    private final Sealed derived;
    private final RotationRun.Destruction destruction;
    private final AuditLog audit;
    private final RotationLimits limits;
    private final InstantSource clock;
    private final NodesHere nodes;
    private boolean settling;

    /**
     * @param derived what the database holds that was derived from the master key
     */
    public MasterRotation(
            Tenancy tenancy,
            MasterKey master,
            Keyring keyring,
            MasterRotationFile file,
            Sealed derived,
            RotationRun.Destruction destruction,
            AuditLog audit,
            RotationLimits limits,
            InstantSource clock) {
        this.nodes = new NodesHere(tenancy);
        this.tenancy = tenancy;
        this.master = master;
        this.keyring = keyring;
        this.file = file;
        this.derived = derived;
        this.destruction = destruction;
        this.audit = audit;
        this.limits = limits;
        this.clock = clock;
    }

    /** Sees whether another process changed the key's file. For every node. */
    public void refresh() {
        master.refresh();
    }

    /** Tells the others which versions this node knows. For every node. */
    public void tell() {
        nodes.tell(master.versions());
    }

    /**
     * Does what is to be done now; nothing where no rotation is under way or its time has not come.
     * The file is read again: another node may have been at it just before.
     *
     * @param goOn asked between two batches; false ends the step there
     */
    public void step(BooleanSupplier goOn) {
        MasterRotationFile.Wish wish = file.read().orElse(null);
        if (wish == null) {
            return;
        }
        refresh();
        tell();
        if (master.versions().getFirst().equals(wish.from())) {
            announceOrPromote();
        } else if (master.versions().size() > 1) {
            rewrap(wish, goOn);
        } else {
            end(wish);
        }
    }

    private void announceOrPromote() {
        settling = false;
        if (master.rotation().add()) {
            LOG.info("the master key has a new version, which opens and does not wrap yet");
        } else if (isOver(limits.announcing()) && allKnow(master.versions().get(1))) {
            master.rotation().promote();
            LOG.info("the master key's version {} wraps from now on", master.versions().getFirst());
        }
    }

    /** A node that reads another file, or cannot read it, would be left behind. */
    private boolean allKnow(String version) {
        int behind = nodes.thatDoNotKnow(version);
        if (behind > 0) {
            LOG.warn(
                    "{} nodes do not know the master key's version {} yet, and it is waited for"
                            + " them: AVOW_MASTER_KEY_FILE must be the same file for all",
                    behind,
                    version);
        }
        return behind == 0;
    }

    private boolean isOver(Duration time) {
        return !clock.instant().isBefore(file.stepBegan().plus(time));
    }

    private void rewrap(MasterRotationFile.Wish wish, BooleanSupplier goOn) {
        boolean last = isOver(limits.settle());
        if (!last && settling) {
            return; // A look from the beginning to the end found all that there was.
        }
        tenancy.setRolePasswords();
        Moved all = new Moved(0, 0, true);
        for (TenantId tenant : tenancy.tenants()) {
            if (!goOn.getAsBoolean()) {
                return;
            }
            all = all.plus(keys(tenant)).plus(derived.sealAnew(tenant, goOn));
        }
        if (all.values() > 0) {
            LOG.info("{} values were moved to the master key's new version", all.values());
        }
        if (all.unreadable() > 0) {
            LOG.error(
                    "{} values do not open under the master key's new version; the older one is"
                            + " kept. ./avow key master says which",
                    all.unreadable());
        }
        settling = all.whole() && all.values() == 0 && all.unreadable() == 0;
        if (settling && last && allKnow(master.versions().getFirst())) {
            destroy(wish);
        }
    }

    /** All of a tenant's keys were seen to open under the new version alone where none moved. */
    private Moved keys(TenantId tenant) {
        Rewrapping.Found found = keyring.rewrapping().wrapAnew(tenant);
        return new Moved(found.older(), found.unreadable().size(), true);
    }

    /** Entered first: a version is never destroyed without its entry. */
    private void destroy(MasterRotationFile.Wish wish) {
        destruction.copyKeys();
        for (TenantId tenant : tenancy.tenants()) {
            TenantKeys _ = keyring.of(tenant); // before the transaction: it may take a connection
            tenancy.within(
                    tenant,
                    handle -> {
                        enterOnce(handle, tenant, wish);
                        return tenant;
                    });
        }
        master.rotation().retireOthers();
        end(wish);
    }

    private void enterOnce(Handle handle, TenantId tenant, MasterRotationFile.Wish wish) {
        boolean entered =
                handle.createQuery(IS_ENTERED)
                        .bind("id", wish.id().toString())
                        .bind("since", wish.requestedAt().minus(OTHER_CLOCKS))
                        .mapTo(Boolean.class)
                        .one();
        if (!entered) {
            audit.append(
                    handle,
                    new Actor(tenant, null, null, null, "avow key rotation"),
                    new AuditEntry(
                            "master_key_rotation_completed",
                            "master_key",
                            wish.id().toString(),
                            Map.of("version", wish.from()),
                            Map.of("version", master.versions().getFirst())));
        }
    }

    private void end(MasterRotationFile.Wish wish) {
        destruction.scrub();
        file.end();
        LOG.info("the master key's version {} was destroyed", wish.from());
    }

    @Override
    public void close() {
        nodes.close();
    }
}
