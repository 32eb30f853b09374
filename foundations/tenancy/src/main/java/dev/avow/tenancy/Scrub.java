package dev.avow.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Takes what was deleted out of the database's files. A deleted row stays in its page until that is
 * used again, in the planner's statistics, and in the write-ahead log until that is let go; this
 * writes the tables that hold accounts and keys anew and lets go of the log.
 *
 * <p>Interactions are not written anew: they name a person by an id alone, which says nothing once
 * the account is gone. An external server keeps its log as its operator set it up.
 *
 * <p>The tables are locked while they are written, for milliseconds as a rule; who waits for them
 * longer than two seconds to be free gives up, and tries again later. Blocks.
 */
final class Scrub {

    private static final List<String> TABLES =
            List.of("users", "sessions", "api_keys", "setup_links", "tenant_keys");

    private final DatabaseAccess access;
    private final boolean ownServer;

    Scrub(DatabaseAccess access, boolean ownServer) {
        this.access = access;
        this.ownServer = ownServer;
    }

    /**
     * Does it.
     *
     * @throws DatabaseUnavailable where the database fails, or a table was in use for too long;
     *     what was done stays done
     */
    void run() {
        try (Connection owner = access.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("SET lock_timeout = '2s'");
            for (String table : TABLES) {
                statement.execute("VACUUM (FULL, ANALYZE) " + table);
            }
            if (ownServer) {
                statement.execute("VACUUM FULL pg_statistic");
                // The log's segments are removed when two checkpoints have passed them by.
                for (int i = 0; i < 2; i++) {
                    statement.execute("SELECT pg_switch_wal()");
                    statement.execute("CHECKPOINT");
                }
            }
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("taking deleted rows out of its files", failed);
        }
    }
}
