package dev.avow.rotation;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.SealingException;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.NodeLock;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds, and when it is nudged, whose key is being rotated: whether the one in
 * memory is still the one to use, and whether there is a step to do; on a thread of its own. After
 * a nudge, and after the database was away, all keys in memory are looked at. The master key is
 * followed in the same way. Every node looks; one at a time does the steps. Where one tenant's
 * fails the others' go on, and the next look tries again.
 */
public final class RotationJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RotationJob.class);

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final RotationRun run;
    private final MasterRotation master;
    private final Duration every;
    private final Semaphore nudges = new Semaphore(0);
    private final AtomicBoolean lookAtAll = new AtomicBoolean(true);
    private final Thread thread;
    private volatile boolean closing;

    public RotationJob(
            Tenancy tenancy,
            Keyring keyring,
            RotationRun run,
            MasterRotation master,
            RotationLimits limits) {
        this.master = master;
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.run = run;
        this.every = limits.every();
        this.thread = Thread.ofVirtual().name("avow-key-rotation").unstarted(this::work);
    }

    /** Begins with a look at once. Called once. */
    public void start() {
        thread.start();
    }

    /** Somebody changed a key, or wants one changed. Does not wait. */
    public void nudge() {
        lookAtAll.set(true);
        nudges.release();
    }

    private void work() {
        try {
            while (!closing) {
                once();
                if (nudges.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        followTheMasterKey();
        try (NodeLock lock = new NodeLock(tenancy, NodeLock.Work.KEY_ROTATION)) {
            master.tell();
            if (lookAtAll.getAndSet(false)) {
                tenancy.tenants().forEach(this::refresh);
            }
            List<TenantId> underWay = tenancy.atTheGate(KeyRotationRows::underWay);
            underWay.forEach(this::refresh);
            for (TenantId tenant : underWay) {
                if (closing || !lock.held()) {
                    return;
                }
                step(tenant);
            }
            if (!closing && lock.held()) {
                stepOfTheMasterKey();
            }
        } catch (RuntimeException failed) {
            lookAtAll.set(true); // a rotation may begin and end before the database is back
            LOG.warn("keys were not looked at: {}", failed.getClass().getName());
        }
    }

    private void followTheMasterKey() {
        try {
            master.refresh();
        } catch (SealingException unusable) {
            LOG.error("the master key was not read again: {}", unusable.getMessage());
        }
    }

    private void refresh(TenantId tenant) {
        try {
            keyring.refresh(tenant);
        } catch (SealingException damaged) {
            LOG.error("tenant {}: its key was not read again: {}", tenant, damaged.getMessage());
        }
    }

    private void stepOfTheMasterKey() {
        try {
            master.step(() -> !closing);
        } catch (SealingException | FaultException | DatabaseUnavailable unusable) {
            LOG.error("the master key was not rotated: {}", unusable.getMessage());
        } catch (RuntimeException failed) {
            LOG.error(
                    "the rotation of the master key was cut off, and goes on with the next look:"
                            + " {}",
                    failed.getClass().getName());
        }
    }

    private void step(TenantId tenant) {
        try {
            run.step(tenant, () -> !closing);
        } catch (SealingException unusable) {
            LOG.error("tenant {}: its key was not rotated: {}", tenant, unusable.getMessage());
        } catch (RuntimeException failed) {
            LOG.error(
                    "tenant {}: the rotation of its key was cut off, and goes on with the next"
                            + " look: {}",
                    tenant,
                    failed.getClass().getName());
        }
    }

    /** Ends after the batch that is under way. */
    @Override
    public void close() {
        closing = true;
        nudge();
        try {
            if (thread.join(Duration.ofSeconds(10))) {
                master.close();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
