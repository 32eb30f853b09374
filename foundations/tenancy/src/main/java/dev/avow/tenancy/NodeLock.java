package dev.avow.tenancy;

import dev.avow.words.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one node at a time do a kind of work: an advisory lock that lives as long as a connection of
 * its own, so it ends with the process however that dies. For one thread.
 *
 * <p>It saves work rather than keeps order: where a connection breaks without its node knowing, two
 * nodes may do it at once, and what they do has to be right then too.
 */
public final class NodeLock implements AutoCloseable {

    private static final String TRY = "SELECT pg_try_advisory_lock(?)";

    private final TenantLane lane;
    private final Work work;

    /** What one node does for all. */
    public enum Work {
        RETENTION(6_125_023_413L),
        KEY_ROTATION(6_125_023_419L);

        private final long number;

        Work(long number) {
            this.number = number;
        }
    }

    public NodeLock(Tenancy tenancy, Work work) {
        this.lane = tenancy.openLane();
        this.work = work;
    }

    /**
     * Takes it, or sees that it is still held.
     *
     * @return whether it is; another node does that work where it is not
     */
    public boolean held() {
        AtomicBoolean got = new AtomicBoolean();
        lane.within(
                TenantId.DEFAULT,
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(TRY)) {
                        statement.setLong(1, work.number);
                        try (ResultSet answer = statement.executeQuery()) {
                            got.set(answer.next() && answer.getBoolean(1));
                        }
                    }
                });
        return got.get();
    }

    /** Gives it back. It may be taken again. */
    @Override
    public void close() {
        lane.close();
    }
}
