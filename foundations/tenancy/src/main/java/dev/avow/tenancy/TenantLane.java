package dev.avow.tenancy;

import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One connection that stays open and changes tenant only when it must, so that a group commit costs
 * one round trip. It is for writing, so it sees rows that are past their time too ({@link
 * Expired}). Not safe for more than one thread. After a failure the next use connects anew.
 */
public final class TenantLane implements AutoCloseable {

    private static final String ENTER =
            "SELECT set_config('avow.tenant', ?, false), set_config('avow.expired', 'shown',"
                    + " false)";

    private final DatabaseAccess access;
    private @Nullable Connection connection;
    private @Nullable TenantId scope;

    TenantLane(DatabaseAccess access) {
        this.access = access;
    }

    /** Work with a connection in auto-commit mode: each statement is durable when it returns. */
    public interface Work {
        void on(Connection connection) throws SQLException;
    }

    /**
     * Does work as one tenant.
     *
     * @throws DatabaseUnavailable where the database fails; what was asked may or may not have been
     *     done, so the work must bear being repeated
     */
    public void within(TenantId tenant, Work work) {
        try {
            Connection open = connection != null ? connection : connect();
            if (!tenant.equals(scope)) {
                try (PreparedStatement statement = open.prepareStatement(ENTER)) {
                    statement.setString(1, tenant.toString());
                    statement.execute();
                }
                scope = tenant;
            }
            work.on(open);
        } catch (SQLException failed) {
            close();
            throw DatabaseUnavailable.during("writing in a group", failed);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        Connection fresh = access.asApp(properties).getConnection();
        connection = fresh;
        return fresh;
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        scope = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException alreadyGone) {
                // It was to be given up in any case.
            }
        }
    }
}
