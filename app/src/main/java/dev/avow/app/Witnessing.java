package dev.avow.app;

import dev.avow.prove.BrokenLog;
import dev.avow.prove.Checkpoints;
import dev.avow.prove.StoredAuditLog;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.words.TenantId;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a checkpoint of every log that has grown, each minute and at the end, so that a log cannot
 * be cut back by more than that without being found out.
 */
final class Witnessing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);

    private static final long MILLIS = 60_000;

    private final StoredAuditLog log;
    private final Checkpoints checkpoints;

    Witnessing(Vertx vertx, ExecutorService blocking, StoredAuditLog log, Checkpoints checkpoints) {
        this.log = log;
        this.checkpoints = checkpoints;
        vertx.setPeriodic(MILLIS, _ -> blocking.execute(this::keep));
    }

    private void keep() {
        for (TenantId tenant : log.takeGrown()) {
            try {
                Checkpoints.Signed _ = checkpoints.sign(tenant);
            } catch (BrokenLog broken) {
                LOG.error("tenant {}: {}", tenant, broken.getMessage());
            } catch (DatabaseUnavailable | UncheckedIOException later) {
                LOG.warn("no checkpoint was kept: {}", later.getClass().getName());
            }
        }
    }

    @Override
    public void close() {
        keep();
    }
}
