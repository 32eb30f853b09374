package dev.avow.app;

import dev.avow.prove.BrokenLog;
import dev.avow.prove.Checkpoints;
import dev.avow.prove.Cosigning;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a checkpoint of every log that has grown, each minute and at the end, so that a log cannot
 * be cut back by more than that without being found out; and has it cosigned outside, where that is
 * set.
 */
final class Witnessing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);

    private static final long MILLIS = 60_000;

    private final Tenancy tenancy;
    private final Checkpoints checkpoints;
    private final Cosigning cosigning;
    private final Lock once = new ReentrantLock();
    private final Lock onceOutside = new ReentrantLock();

    Witnessing(
            Vertx vertx,
            ExecutorService blocking,
            Tenancy tenancy,
            Checkpoints checkpoints,
            Cosigning cosigning) {
        this.tenancy = tenancy;
        this.checkpoints = checkpoints;
        this.cosigning = cosigning;
        vertx.setPeriodic(MILLIS, _ -> blocking.execute(this::keep));
        vertx.setPeriodic(MILLIS, _ -> blocking.execute(this::cosign));
        blocking.execute(this::cosign);
    }

    /** Apart from what is kept here, which waits for nobody outside. */
    private void cosign() {
        if (!onceOutside.tryLock()) {
            return; // the round before still waits for a witness
        }
        try {
            for (TenantId tenant : tenancy.tenants()) {
                cosign(tenant);
            }
        } catch (DatabaseUnavailable later) {
            LOG.warn("no checkpoint was cosigned: {}", later.getClass().getName());
        } finally {
            onceOutside.unlock();
        }
    }

    private void cosign(TenantId tenant) {
        try {
            cosigning.round(tenant);
        } catch (BrokenLog broken) {
            LOG.error("tenant {}: {}", tenant, broken.getMessage());
        } catch (DatabaseUnavailable | UncheckedIOException later) {
            LOG.warn("no checkpoint was cosigned: {}", later.getClass().getName());
        }
    }

    /** Asks the logs themselves: what is told of them before it is committed may be too early. */
    private void keep() {
        once.lock(); // rounds of many tenants must not pile up at the database
        try {
            for (TenantId tenant : tenancy.tenants()) {
                keep(tenant);
            }
        } catch (DatabaseUnavailable later) {
            LOG.warn("no checkpoint was kept: {}", later.getClass().getName());
        } finally {
            once.unlock();
        }
    }

    private void keep(TenantId tenant) {
        try {
            if (checkpoints.isBehind(tenant)) {
                Checkpoints.Signed _ = checkpoints.sign(tenant);
            }
        } catch (BrokenLog broken) {
            LOG.error("tenant {}: {}", tenant, broken.getMessage());
        } catch (DatabaseUnavailable | UncheckedIOException later) {
            LOG.warn("no checkpoint was kept: {}", later.getClass().getName());
        }
    }

    @Override
    public void close() {
        keep();
    }
}
