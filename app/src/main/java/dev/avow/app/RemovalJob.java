package dev.avow.app;

import dev.avow.api.CopyRemoval;
import dev.avow.ask.Asking;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.record.RemoteCopies;
import dev.avow.record.RemoteCopy;
import dev.avow.settings.FileSettings;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has providers delete what is not kept here any more: at the start, each minute, and when
 * something went here, on a thread of its own. What is given up stands in the audit log.
 */
final class RemovalJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemovalJob.class);

    private static final long SECONDS = 60;

    /** Its questions and answers are short. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** After which a tenant goes on beside the others. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private final Tenancy tenancy;
    private final RemoteCopies copies;
    private final CopyRemoval removal;
    private final TenantRounds rounds;
    private final BlockingQueue<Boolean> wanted = new ArrayBlockingQueue<>(1);
    private final Thread thread;

    RemovalJob(Vertx vertx, Tenancy tenancy, Asking asking, AuditLog audit, FileSettings settings) {
        this.tenancy = tenancy;
        this.copies =
                new RemoteCopies(
                        tenancy,
                        settings.deletionMaxPause(),
                        settings.deletionPatience(),
                        (handle, tenant, copy) -> note(audit, handle, tenant, copy),
                        Clock.systemUTC());
        this.removal =
                new CopyRemoval(
                        copies,
                        asking,
                        vertx.getOrCreateContext(),
                        Collections.min(List.of(PATIENCE, settings.timeout())));
        this.rounds =
                new TenantRounds(
                        tenant -> each(each -> removal.run(each, this::goesOn), tenant), TURN);
        this.thread = Thread.ofVirtual().name("avow-removal").unstarted(this::work);
    }

    private static void note(AuditLog audit, Handle handle, TenantId tenant, RemoteCopy copy) {
        String kind = copy.kind().name().toLowerCase(Locale.ROOT);
        audit.append(
                handle,
                new Actor(tenant, null, null, null, "avow removal"),
                new AuditEntry(
                        "provider_copy_given_up",
                        "provider_" + kind,
                        copy.id().toString(),
                        null,
                        Map.of(
                                "host",
                                copy.destination().host(),
                                "provider_id",
                                copy.destination().providerId().toString(),
                                "remote_id",
                                copy.remoteId())));
    }

    /** Begins with a round at once. Called once. */
    void start() {
        thread.start();
    }

    /** Something went here; returns at once. */
    void nudge() {
        boolean _ = wanted.offer(true);
    }

    private void work() {
        try {
            each(copies::hurry);
            while (goesOn()) {
                round();
                Boolean _ = wanted.poll(SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            rounds.of(tenancy.tenants());
        } catch (RuntimeException failed) {
            LOG.warn("providers were not asked to delete: {}", failed.getClass().getName());
        }
    }

    private boolean goesOn() {
        return !Thread.currentThread().isInterrupted();
    }

    private interface Work {
        void of(TenantId tenant);
    }

    /** What one tenant's cannot do, the next round tries again. */
    private void each(Work work) {
        try {
            for (TenantId tenant : tenancy.tenants()) {
                if (goesOn()) {
                    each(work, tenant);
                }
            }
        } catch (RuntimeException failed) {
            LOG.warn("providers were not asked to delete: {}", failed.getClass().getName());
        }
    }

    private void each(Work work, TenantId tenant) {
        try {
            work.of(tenant);
        } catch (RuntimeException failed) {
            if (goesOn()) {
                LOG.warn(
                        "tenant {}: providers were not asked to delete: {}",
                        tenant,
                        failed.getClass().getName());
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
            rounds.close();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
