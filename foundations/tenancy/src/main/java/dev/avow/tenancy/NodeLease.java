package dev.avow.tenancy;

import dev.avow.words.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * This node's row among those of all nodes on the database. It is good for a time and has to be
 * renewed before that is over, so that a node which died, or is cut off from the database, is gone
 * for the others when it has stopped to rely on it itself.
 *
 * <p>The end is measured here by a clock that only goes forward, from before the renewal was sent,
 * and there by the database's, from when it came; so it ends here first. For one thread, but for
 * {@link #isGood}; blocks.
 */
public final class NodeLease implements AutoCloseable {

    private static final String HERE = "SELECT * FROM gate_node_here(?, ?)";

    private static final String COUNTS = "SELECT gate_node_counts(?, ?)";

    private static final String LEAVES = "SELECT gate_node_leaves(?)";

    private final TenantLane lane;
    private final UUID node;
    private final @Nullable UUID former;
    private final Duration life;
    private volatile long goodUntil = System.nanoTime();

    /**
     * Who is here.
     *
     * @param known whether this node's row was still there; where it was not, others may have gone
     *     on without it
     * @param others how many other nodes are here
     * @param place how many nodes come before this one, in an order that is the same for all
     */
    public record Seen(boolean known, Counts counts, int others, int place) {}

    /** How a node counts what is spent. */
    public enum Counts {
        /** It waits, or was cut off. */
        NOT,
        /** In its memory. */
        ALONE,
        /** In the database. */
        TOGETHER
    }

    /**
     * @param node this process's; no other ever had it
     * @param former that of the process before, whose place this one takes; null where there was
     *     none
     * @param life how long a renewal is good; at least two seconds
     */
    public NodeLease(Tenancy tenancy, UUID node, @Nullable UUID former, Duration life) {
        this.lane = tenancy.openLane();
        this.node = node;
        this.former = former;
        this.life = life;
    }

    public UUID node() {
        return node;
    }

    /** How often it is to be renewed, so that it does not end when one or two are late. */
    public Duration renewal() {
        return life.dividedBy(5);
    }

    /** Whether so much time has passed since; for whoever works long on the thread that renews. */
    public boolean isDue() {
        return goodUntil - System.nanoTime() < life.minus(renewal()).toNanos();
    }

    /** How long a node that died is still taken for one that is here. */
    public Duration life() {
        return life;
    }

    /**
     * Renews it, or takes it where there is none, and sees who is here.
     *
     * @throws DatabaseUnavailable where the database fails
     */
    public Seen renew() {
        long sent = System.nanoTime();
        AtomicReference<Seen> seen = new AtomicReference<>();
        lane.within(
                TenantId.DEFAULT,
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(HERE)) {
                        statement.setObject(1, node);
                        statement.setInt(2, (int) life.toSeconds());
                        try (ResultSet row = statement.executeQuery()) {
                            boolean _ = row.next();
                            seen.set(
                                    new Seen(
                                            row.getBoolean("known"),
                                            Counts.valueOf(
                                                    row.getString("counts")
                                                            .toUpperCase(Locale.ROOT)),
                                            row.getInt("others"),
                                            row.getInt("place")));
                        }
                    }
                });
        Seen now = seen.get();
        // One that was lost is good from the next renewal on: its node has to hear of it first.
        goodUntil = now.known() ? sent + life.toNanos() : sent;
        return now;
    }

    /** Whether this node may still rely on what the last renewal said. For any thread. */
    public boolean isGood() {
        return System.nanoTime() - goodUntil < 0;
    }

    /**
     * Begins to count otherwise: alone where no other node counts, together where others do so too
     * or where this one counted alone.
     *
     * @return false where it cannot
     */
    public boolean count(Counts how) {
        AtomicReference<Boolean> done = new AtomicReference<>(false);
        lane.within(
                TenantId.DEFAULT,
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
                        statement.setObject(1, node);
                        statement.setString(2, how.name().toLowerCase(Locale.ROOT));
                        try (ResultSet row = statement.executeQuery()) {
                            done.set(row.next() && row.getBoolean(1));
                        }
                    }
                });
        return done.get();
    }

    /** Takes the place of the process before, which ended: it is not waited for. */
    public void succeed() {
        if (former != null) {
            leave(former);
        }
    }

    /** Is not here any more. */
    public void leave() {
        leave(node);
        goodUntil = System.nanoTime();
    }

    private void leave(UUID who) {
        lane.within(
                TenantId.DEFAULT,
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(LEAVES)) {
                        statement.setObject(1, who);
                        boolean _ = statement.execute();
                    }
                });
    }

    /** Closes the connection; the row stays until {@link #leave} or its end. */
    @Override
    public void close() {
        lane.close();
    }
}
