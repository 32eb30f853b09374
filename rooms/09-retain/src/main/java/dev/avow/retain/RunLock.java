package dev.avow.retain;

import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.TenantLane;
import dev.avow.words.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one node at a time apply retention: an advisory lock that lives as long as a connection of
 * its own, so it ends with the process however that dies. For one thread.
 *
 * <p>It saves work rather than keeps order: each step is also right where two nodes do it at once,
 * as they may where a connection breaks without its node knowing.
 */
public final class RunLock implements AutoCloseable {

    private static final String TRY = "SELECT pg_try_advisory_lock(6125023413)";

    private final TenantLane lane;

    public RunLock(Tenancy tenancy) {
        this.lane = tenancy.openLane();
    }

    /**
     * Takes it, or sees that it is still held.
     *
     * @return whether it is; another node applies retention where it is not
     */
    public boolean held() {
        AtomicBoolean got = new AtomicBoolean();
        lane.within(
                TenantId.DEFAULT,
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(TRY);
                            ResultSet answer = statement.executeQuery()) {
                        got.set(answer.next() && answer.getBoolean(1));
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
