package dev.avow.budgets;

import dev.avow.tenancy.NodeLease;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
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

    /** Beyond the time after which a node that died is no longer waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For a node that knows that no other can be there. */
    private static final UUID NOBODY = new UUID(0, 0);

    private enum Mode {
        JOINING,
        ALONE,
        TOGETHER
    }

    private final @Nullable NodeLease lease;
    private final InstantSource clock;
    private final TenantCounts counts;
    private final NodeShare share = new NodeShare();
    private final @Nullable CountingRounds rounds;
    private Predicate<TenantId> inHaste = _ -> true;
    private volatile Mode mode;
    private volatile boolean begun;

    private Counting(Tenancy tenancy, @Nullable NodeLease lease, InstantSource clock) {
        this.lease = lease;
        this.clock = clock;
        this.mode = lease == null ? Mode.ALONE : Mode.JOINING;
        this.counts =
                new TenantCounts(
                        tenancy,
                        lease == null ? NOBODY : lease.node(),
                        this::mayCountHere,
                        () -> mode != Mode.ALONE);
        this.rounds = lease == null ? null : new CountingRounds(new Work(), lease.renewal());
    }

    /** What the rounds do. */
    private final class Work implements CountingRounds.Rounds {

        @Override
        public boolean look() {
            Counting.this.look();
            return mode == Mode.JOINING;
        }

        @Override
        public boolean isTogether() {
            return mode == Mode.TOGETHER;
        }

        @Override
        public void flush(boolean all) {
            counts.flush(all ? _ -> true : inHaste);
        }
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
            boolean _ = counts.restart(clock.instant(), () -> true);
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
        Objects.requireNonNull(rounds).start();
    }

    private static void pause() {
        try {
            Thread.sleep(CountingRounds.PACE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    TenantCounts.Entry of(TenantId tenant) {
        return counts.of(tenant);
    }

    private void become(Mode next) {
        counts.whileNoneIsMade(() -> mode = next);
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
        return share.now();
    }

    /** A node came or went. Does not wait. */
    public void nudge() {
        if (rounds != null) {
            rounds.nudge();
        }
    }

    /** Renews this node's row, and does what follows from who is here. */
    private void look() {
        NodeLease own = Objects.requireNonNull(lease);
        NodeLease.Seen seen = own.renew();
        share.among(seen);
        switch (mode) {
            case JOINING -> join(own, seen.counts());
            case ALONE -> {
                if (seen.counts() != NodeLease.Counts.ALONE) {
                    LOG.warn("this node was cut off from the database, and counts anew");
                    become(Mode.JOINING);
                    counts.lose();
                } else if (seen.others() > 0) {
                    become(Mode.TOGETHER);
                    LOG.info("another node is here: what is spent is counted in the database");
                    letOthersCount(own);
                } else {
                    counts.takeBack();
                }
            }
            case TOGETHER -> {
                switch (seen.counts()) {
                    case NOT -> {
                        LOG.warn(
                                "this node was cut off from the database; others may have counted");
                        become(Mode.JOINING);
                        counts.rejoin();
                        join(own, seen.counts());
                    }
                    case ALONE -> letOthersCount(own); // the database failed on the way
                    case TOGETHER -> {
                        if (seen.others() == 0 && own.count(NodeLease.Counts.ALONE)) {
                            // Made while they are shared: others may have spent where this one did
                            // not.
                            counts.makeAll();
                            become(Mode.ALONE);
                            LOG.info("no other node is here: what is spent is counted in memory");
                            counts.takeBack();
                        }
                    }
                }
            }
        }
    }

    /**
     * The first one adds up what was recorded; others go on with those who are there.
     *
     * @param before as the row says; alone where the adding up was begun and failed
     */
    private void join(NodeLease own, NodeLease.Counts before) {
        if (before != NodeLease.Counts.ALONE && own.count(NodeLease.Counts.TOGETHER)) {
            become(Mode.TOGETHER);
        } else if (own.count(NodeLease.Counts.ALONE)) {
            if (counts.restart(clock.instant(), () -> isStillAlone(own))) {
                become(Mode.ALONE);
            } else {
                counts.lose();
            }
        }
    }

    private void letOthersCount(NodeLease own) {
        if (counts.put(() -> isStillAlone(own))) {
            boolean _ = own.count(NodeLease.Counts.TOGETHER);
        }
    }

    /** Renews the row amid long work, so that it does not end over it; false where it did. */
    private static boolean isStillAlone(NodeLease own) {
        return !own.isDue() || own.renew().counts() == NodeLease.Counts.ALONE;
    }

    /** Tells what there is to tell, and is not here any more. */
    @Override
    public void close() {
        if (lease == null || rounds == null || !begun) {
            return;
        }
        rounds.stop();
        try {
            rounds.join();
            if (mode == Mode.TOGETHER) {
                counts.flush(_ -> true);
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
        Objects.requireNonNull(rounds).stop();
        Objects.requireNonNull(lease).close();
    }
}
