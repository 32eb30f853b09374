package dev.avow.rotation;

import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.TenantLane;
import dev.avow.words.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one node at a time rotate keys: an advisory lock that lives as long as a connection of its
 * own, so it ends with the process however that dies. For one thread.
 */
final class RotationLock implements AutoCloseable {

    private static final String TRY = "SELECT pg_try_advisory_lock(6125023419)";

    private final TenantLane lane;

    RotationLock(Tenancy tenancy) {
        this.lane = tenancy.openLane();
    }

    /** Takes it, or sees that it is still held; another node rotates where it is not. */
    boolean held() {
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

    @Override
    public void close() {
        lane.close();
    }
}
