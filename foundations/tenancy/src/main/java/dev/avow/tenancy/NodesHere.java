package dev.avow.tenancy;

import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which nodes are here, and which versions of the master key each has read. A node tells it by
 * shared advisory locks of a connection of its own, so it is told no longer than the node lives,
 * however that dies. For one thread; blocks.
 */
public final class NodesHere implements AutoCloseable {

    /** The first of a lock's two numbers: that a node is here, and that it knows a version. */
    private static final int HERE = 61_250_001;

    private static final int KNOWS = 61_250_002;

    private static final String TELL =
            """
            SELECT pg_advisory_lock_shared(?, ?) WHERE NOT EXISTS (SELECT FROM pg_locks
                WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND objsubid = 2
                    AND classid = ?::bigint::oid AND objid = ?::bigint::oid)
            """;

    private static final String DO_NOT_KNOW =
            """
            SELECT count(*) FROM pg_locks h JOIN pg_database d
                ON d.oid = h.database AND d.datname = current_database()
            WHERE h.locktype = 'advisory' AND h.objsubid = 2 AND h.classid = ?::bigint::oid
                AND NOT EXISTS (SELECT FROM pg_locks k WHERE k.locktype = 'advisory'
                    AND k.objsubid = 2 AND k.database = h.database AND k.pid = h.pid
                    AND k.classid = ?::bigint::oid AND k.objid = ?::bigint::oid)
            """;

    private final TenantLane lane;
    private boolean told;

    public NodesHere(Tenancy tenancy) {
        this.lane = tenancy.openLane();
    }

    /**
     * Tells that this node is here and knows these versions; what it told before stays told.
     *
     * @param versions as {@code MasterKey.versions} has them
     */
    public void tell(List<String> versions) {
        lane.within(
                TenantId.DEFAULT,
                connection -> {
                    tell(connection, HERE, 0);
                    for (String version : versions) {
                        tell(connection, KNOWS, number(version));
                    }
                });
        told = true;
    }

    private static void tell(Connection connection, int first, int second) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setInt(1, first);
            statement.setInt(2, second);
            statement.setLong(3, first);
            statement.setLong(4, Integer.toUnsignedLong(second));
            statement.execute();
        }
    }

    /** How many nodes are here that have not told that they know a version. */
    public int thatDoNotKnow(String version) {
        AtomicInteger count = new AtomicInteger();
        lane.within(
                TenantId.DEFAULT,
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(DO_NOT_KNOW)) {
                        statement.setLong(1, HERE);
                        statement.setLong(2, KNOWS);
                        statement.setLong(3, Integer.toUnsignedLong(number(version)));
                        try (ResultSet row = statement.executeQuery()) {
                            count.set(row.next() ? row.getInt(1) : 0);
                        }
                    }
                });
        return count.get();
    }

    private static int number(String version) {
        return Integer.parseUnsignedInt(version, 16);
    }

    /** This node is here no more: at once, where the server would see it a moment later. */
    @Override
    public void close() {
        try {
            if (told) {
                lane.within(TenantId.DEFAULT, NodesHere::tellNothing);
            }
        } catch (DatabaseUnavailable gone) {
            // What was told went with the connection.
        } finally {
            lane.close();
        }
    }

    private static void tellNothing(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_all()");
        }
    }
}
