package dev.avow.app;

import dev.avow.prove.BrokenLog;
import dev.avow.prove.Checkpoints;
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
 * be cut back by more than that without being found out.
 */
final class Witnessing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);

    private static final long MILLIS = 60_000;

    private final Tenancy tenancy;
    private final Checkpoints checkpoints;
    private final Lock once = new ReentrantLock();

    Witnessing(Vertx vertx, ExecutorService blocking, Tenancy tenancy, Checkpoints checkpoints) {
        this.tenancy = tenancy;
        this.checkpoints = checkpoints;
        vertx.setPeriodic(MILLIS, _ -> blocking.execute(this::keep));
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
