package dev.avow.budgets;

import dev.avow.tenancy.NodeLease;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who counts what is spent: this node alone, in memory, or all nodes on the database, in the
 * database.
 *
 * <p>A node that is the only one says so in its row ({@link NodeLease}) and counts in memory for as
 * long as the row is good. When another comes it puts what it has counted into the database and
 * gives that up; the other waits for it, or until the row has ended. The node that is left alone
 * takes the counts back. Where no node was here, the first one adds up what was recorded.
 *
 * <p>Safe for any thread.
 */
public final class Counting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);

    /** As often as interactions are written. */
    private static final long PACE_MILLIS = 50;

    /** Beyond the time after which a node that died is no longer waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What a share was a minute ago still counts in the windows of rates. */
    private static final long SHARE_GROWS_AFTER_NANOS = TimeUnit.SECONDS.toNanos(61);

    /** For a node that knows that no other can be there. */
    private static final UUID NOBODY = new UUID(0, 0);

    private enum Mode {
        JOINING,
        ALONE,
        TOGETHER
    }

    private final Tenancy tenancy;
    private final @Nullable NodeLease lease;
    private final InstantSource clock;
    private final ConcurrentMap<TenantId, Entry> entries = new ConcurrentHashMap<>();
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private Predicate<TenantId> inHaste = _ -> true;
    private volatile Mode mode;
    private volatile Share share = Share.WHOLE;
    private long shareSince = System.nanoTime();
    private volatile boolean begun;
    private volatile boolean closing;

    /** A tenant's ledger and its shared side. */
    record Entry(Ledger ledger, SharedLedger shared) {}

    private Counting(Tenancy tenancy, @Nullable NodeLease lease, InstantSource clock) {
        this.tenancy = tenancy;
        this.lease = lease;
        this.clock = clock;
        this.mode = lease == null ? Mode.ALONE : Mode.JOINING;
        this.thread = Thread.ofVirtual().name("avow-counting").unstarted(this::work);
    }

    /** On a database that no other node can reach. */
    public static Counting alone(Tenancy tenancy, InstantSource clock) {
        return new Counting(tenancy, null, clock);
    }

    /** On a database that others may share. Nothing can be spent before {@link #begin}. */
    public static Counting among(NodeLease lease, Tenancy tenancy, InstantSource clock) {
        return new Counting(tenancy, lease, clock);
    }

    /** Which tenants' counts are told without delay: those that have budgets. */
    void hasten(Predicate<TenantId> withBudgets) {
        this.inHaste = withBudgets;
    }

    /**
     * Begins to count: adds up what was recorded where this node is the only one, else waits until
     * the others let it. To be called when what earlier processes left has been recorded and before
     * the first request is taken; blocks.
     *
     * @throws dev.avow.words.FaultException {@code store_unavailable} where another node neither
     *     lets it nor goes
     */
    public void begin() {
        if (lease == null) {
            restart(clock.instant());
            return;
        }
        lease.succeed();
        Instant end = Instant.now().plus(lease.life()).plus(PATIENCE);
        look();
        while (mode == Mode.JOINING) {
            if (Instant.now().isAfter(end)) {
                throw Fault.of(
                                FaultCode.STORE_UNAVAILABLE,
                                "another node on this database counts what is spent alone and"
                                        + " does not answer; look at its log, or stop it")
                        .asException();
            }
            pause();
            look();
        }
        begun = true;
        thread.start();
    }

    private static void pause() {
        try {
            Thread.sleep(PACE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    Entry of(TenantId tenant) {
        Entry entry = entries.get(tenant);
        return entry != null ? entry : make(tenant);
    }

    /** Together with {@link #become}: none is made in a mode that is over. */
    private synchronized Entry make(TenantId tenant) {
        return entries.computeIfAbsent(
                tenant,
                _ -> {
                    Ledger ledger = new Ledger(this::mayCountHere, mode != Mode.ALONE);
                    UUID node = lease == null ? NOBODY : lease.node();
                    return new Entry(ledger, new SharedLedger(tenancy, tenant, node, ledger));
                });
    }

    private synchronized void become(Mode next) {
        mode = next;
    }

    private boolean mayCountHere() {
        return lease == null || (mode == Mode.ALONE && lease.isGood());
    }

    /** Whether this node is the only one that counts. */
    boolean isAlone() {
        return mode == Mode.ALONE;
    }

    /** This node's share of what a key may do in a minute. */
    Share share() {
        return share;
    }

    /** A node came or went. Does not wait. */
    public void nudge() {
        nudges.release();
    }

    private void work() {
        NodeLease own = Objects.requireNonNull(lease);
        long nextLook = System.nanoTime();
        long nextFlush = nextLook;
        boolean failing = false;
        while (!closing) {
            try {
                boolean nudged = awaitNudge(failing, nextLook);
                if (nudged || millisUntil(nextLook) <= 0) {
                    nextLook = System.nanoTime() + own.renewal().toNanos();
                    look();
                    if (mode == Mode.JOINING) {
                        nextLook = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS);
                    }
                }
                if (mode == Mode.TOGETHER) {
                    boolean all = millisUntil(nextFlush) <= 0;
                    if (all) {
                        nextFlush = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
                    }
                    flush(all);
                }
                failing = false;
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failed) {
                if (!failing && !closing) {
                    LOG.warn(
                            "what is spent cannot be told to other nodes, {}; trying again",
                            failed.getClass().getName());
                }
                failing = true;
            }
        }
    }

    private boolean awaitNudge(boolean failing, long nextLook) throws InterruptedException {
        long pause = Math.max(1, millisUntil(nextLook));
        if (mode == Mode.TOGETHER && !failing) {
            pause = Math.min(pause, PACE_MILLIS);
        }
        boolean nudged = nudges.tryAcquire(pause, TimeUnit.MILLISECONDS);
        int _ = nudges.drainPermits();
        return nudged;
    }

    private static long millisUntil(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime());
    }

    private void flush(boolean all) {
        entries.forEach((tenant, entry) -> {
            if (entry.ledger().hasNews() && (all || inHaste.test(tenant))) {
                entry.shared().flush();
            }
        });
    }

    /** Renews this node's row, and does what follows from who is here. */
    private void look() {
        NodeLease own = Objects.requireNonNull(lease);
        NodeLease.Seen seen = own.renew();
        shareAmong(seen);
        switch (mode) {
            case JOINING -> join(own);
            case ALONE -> {
                if (!seen.known()) {
                    LOG.warn("this node was cut off from the database, and counts anew");
                    become(Mode.JOINING);
                    entries.values().forEach(each -> each.shared().lose());
                } else if (seen.others() > 0) {
                    become(Mode.TOGETHER);
                    LOG.info("another node is here: what is spent is counted in the database");
                    letOthersCount(own);
                } else {
                    takeBack();
                }
            }
            case TOGETHER -> {
                switch (seen.counts()) {
                    case NOT -> join(own); // was cut off
                    case ALONE -> letOthersCount(own); // the database failed on the way
                    case TOGETHER -> {
                        if (seen.others() == 0 && own.count(NodeLease.Counts.ALONE)) {
                            // Made while they are shared: others may have spent where this one did
                            // not.
                            tenancy.tenants().forEach(this::of);
                            become(Mode.ALONE);
                            LOG.info("no other node is here: what is spent is counted in memory");
                            takeBack();
                        }
                    }
                }
            }
        }
    }

    /** The first one adds up what was recorded; others go on with those who are there. */
    private void join(NodeLease own) {
        if (own.count(NodeLease.Counts.TOGETHER)) {
            become(Mode.TOGETHER);
        } else if (own.count(NodeLease.Counts.ALONE)) {
            restart(clock.instant());
            become(Mode.ALONE);
            NodeLease.Seen _ = own.renew();
        }
    }

    private void letOthersCount(NodeLease own) {
        entries.values().forEach(each -> each.shared().put());
        boolean _ = own.count(NodeLease.Counts.TOGETHER);
    }

    private void takeBack() {
        entries.values().forEach(each -> each.shared().takeBack());
    }

    /** Adds up what was recorded. */
    private void restart(Instant at) {
        for (TenantId tenant : tenancy.tenants()) {
            List<Ledger.Before> before =
                    tenancy.within(
                            tenant, handle -> SpentRows.before(handle, tenant, at, Instant.MAX));
            of(tenant).shared().restart(before, at);
        }
    }

    /** It shrinks at once and grows when what was done by the larger share of another is over. */
    private void shareAmong(NodeLease.Seen seen) {
        Share now = new Share(seen.place(), seen.others() + 1);
        if (now.equals(share)) {
            shareSince = System.nanoTime();
        } else if (now.of() >= share.of()
                || System.nanoTime() - shareSince > SHARE_GROWS_AFTER_NANOS) {
            share = now;
            shareSince = System.nanoTime();
        }
    }

    /** Tells what there is to tell, and is not here any more. */
    @Override
    public void close() {
        if (lease == null || !begun) {
            return;
        }
        closing = true;
        thread.interrupt();
        try {
            boolean _ = thread.join(Duration.ofSeconds(10));
            if (mode == Mode.TOGETHER) {
                flush(true);
            }
            lease.leave();
        } catch (RuntimeException unreachable) {
            LOG.warn("the other nodes were not told that this one ends; they see it soon");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lease.close();
        }
    }

    /** As a process that is killed: nothing is told any more. For tests. */
    void die() {
        closing = true;
        thread.interrupt();
        Objects.requireNonNull(lease).close();
    }
}
