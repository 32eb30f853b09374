package dev.avow.retention;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.retain.RetentionRounds;
import dev.avow.retain.RunCounts;
import dev.avow.retain.Sweep;
import dev.avow.retain.Weeks;
import dev.avow.tenancy.NodeLock;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies retention at the start and every so often, some tenants at once, on threads of its own.
 * What went is in the audit log, in counts. Where one tenant's cannot be applied the others' is,
 * and the next run tries again.
 */
public final class RetentionJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final Tenancy tenancy;
    private final Weeks weeks;
    private final Sweep sweep;
    private final RetentionRounds rounds;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Duration every;
    private final Runnable afterwards;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Instant next;

    /**
     * @param every the pause between the end of a run and the next one's start
     * @param afterwards called after each run, whether or not this node did it; soon returns and
     *     does not fail
     */
    public RetentionJob(
            Tenancy tenancy,
            Weeks weeks,
            Sweep sweep,
            RetentionRounds rounds,
            AuditLog audit,
            InstantSource clock,
            Duration every,
            Runnable afterwards) {
        this.tenancy = tenancy;
        this.weeks = weeks;
        this.sweep = sweep;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
        this.every = every;
        this.afterwards = afterwards;
        this.next = clock.instant();
        this.thread = Thread.ofVirtual().name("avow-retention").unstarted(this::work);
    }

    /** Begins with a run at once. Called once. */
    public void start() {
        thread.start();
    }

    /** When this node's next run is due; in the past while one goes on. */
    public Instant next() {
        return next;
    }

    private void work() {
        try {
            do {
                once();
                afterwards.run();
                next = clock.instant().plus(every);
            } while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try (NodeLock lock = new NodeLock(tenancy, NodeLock.Work.RETENTION)) {
            if (lock.held()) {
                applyToAll(lock);
            }
            Instant began = clock.instant().truncatedTo(ChronoUnit.MICROS);
            rounds.each(
                    tenancy.tenants(),
                    () -> goesOn() && lock.held(),
                    this::goesOn,
                    new Notes(began));
        } catch (RuntimeException failed) {
            LOG.warn("retention was not applied: {}", failed.getClass().getName());
        }
    }

    private void applyToAll(NodeLock lock) {
        try {
            sweep.conceal();
            weeks.makeAhead();
            long _ = weeks.letGo(() -> goesOn() && lock.held());
            long _ = sweep.run(() -> goesOn() && lock.held());
        } catch (RuntimeException failed) {
            LOG.error(
                    "the sweep was cut off, and goes on tenant by tenant: {}",
                    failed.getClass().getName());
        }
    }

    /** What became of each tenant's run, into the audit log. */
    private final class Notes implements RetentionRounds.Listener {

        private final Instant began;

        private Notes(Instant began) {
            this.began = began;
        }

        @Override
        public void failed(TenantId tenant, RuntimeException why) {
            LOG.error(
                    "retention of tenant {} was cut off, and goes on with the next run: {}",
                    tenant,
                    why.getClass().getName());
        }

        @Override
        public void ended(TenantId tenant) {
            try {
                note(tenant, began);
            } catch (RuntimeException failed) {
                LOG.error(
                        "what retention of tenant {} did could not be noted: {}",
                        tenant,
                        failed.getClass().getName());
            }
        }
    }

    private void note(TenantId tenant, Instant began) {
        Optional<RunCounts> counts = tenancy.within(tenant, RunCounts::last);
        // What stands there may be of an earlier run where this one could not even begin.
        if (counts.isPresent()
                && !counts.get().startedAt().isBefore(began)
                && counts.get().changedSomething()) {
            audit.append(
                    new Actor(tenant, null, null, null, "avow retention"),
                    new AuditEntry(
                            "retention_applied", "retention", null, null, values(counts.get())));
        }
    }

    private boolean goesOn() {
        return closing.getCount() > 0;
    }

    private static Map<String, Object> values(RunCounts counts) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("interactions", counts.interactions());
        values.put("archived", counts.archived());
        values.put("archives", counts.archives());
        values.put("sessions", counts.sessions());
        values.put("setup_links", counts.setupLinks());
        values.put("audit_entries", counts.auditEntries());
        return values;
    }

    /** Ends after the batch that is under way. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
