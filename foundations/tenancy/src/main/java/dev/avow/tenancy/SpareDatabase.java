package dev.avow.tenancy;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An empty database beside the one in use, on the same server: to try a backup, or to be filled and
 * then to take the other's place. Both names change in one transaction of PostgreSQL, so whatever
 * dies when, there is the old database or the new one, whole.
 *
 * <p>Its name follows from that of the database in use, so that what a process left that died is
 * found and dropped by the next. Not safe for more than one thread; blocks.
 */
public final class SpareDatabase implements AutoCloseable {

    /** What it is for. */
    public enum Purpose {
        /** To take the place of the database in use. */
        RESTORE("restore"),
        /** To see whether a backup can be restored. */
        CHECK("check");

        private final String ending;

        Purpose(String ending) {
            this.ending = ending;
        }
    }

    private static final String LOCALE =
            """
            SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING %L LOCALE_PROVIDER %s LC_COLLATE %L LC_CTYPE %L%s',
                ?::text, pg_encoding_to_char(encoding),
                CASE datlocprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END, datcollate, datctype,
                CASE datlocprovider WHEN 'i' THEN format(' ICU_LOCALE %L', datlocale)
                    WHEN 'b' THEN format(' BUILTIN_LOCALE %L', datlocale) ELSE '' END)
            FROM pg_database WHERE datname = ?
            """;

    /** Empty where nobody is; roles and how many connections of each. */
    private static final String OTHERS =
            """
            SELECT coalesce(string_agg(role || ' (' || connections || ')', ', ' ORDER BY role), '')
            FROM (SELECT coalesce(usename, backend_type) AS role, count(*) AS connections
                FROM pg_stat_activity
                WHERE datname = ANY (?) AND pid <> pg_backend_pid() AND backend_type <> 'autovacuum worker'
                GROUP BY 1) AS others
            """;

    /** As long as PostgreSQL itself waits before it says that a database is in use. */
    private static final Duration LEAVING = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final DatabaseAccess inUse;
    private final String current;
    private final String name;
    private @Nullable String former;

    private SpareDatabase(DatabaseAccess inUse, String current, String name) {
        this.inUse = inUse;
        this.current = current;
        this.name = name;
    }

    /**
     * Makes one, in the place of one that was left over.
     *
     * @throws dev.avow.words.FaultException {@code not_allowed} where the owner may not make
     *     databases; {@code conflict} where another process is at it
     */
    public static SpareDatabase make(DatabaseAccess inUse, Purpose purpose) {
        try (Connection connection = inUse.openAsOwner()) {
            String current = connection.getCatalog();
            String name = named(current, purpose.ending);
            execute(connection, "DROP DATABASE IF EXISTS %I", name);
            try (PreparedStatement statement = connection.prepareStatement(LOCALE)) {
                statement.setString(1, name);
                statement.setString(2, current);
                execute(connection, first(statement));
            }
            return new SpareDatabase(inUse, current, name);
        } catch (SQLException failed) {
            throw switch (String.valueOf(failed.getSQLState())) {
                case "42501" ->
                        Fault.of(
                                        FaultCode.NOT_ALLOWED,
                                        "the database's owner may not make databases, which a"
                                                + " restore needs; run: ALTER ROLE … CREATEDB")
                                .asException();
                case "55006" ->
                        Fault.of(
                                        FaultCode.CONFLICT,
                                        "another restore or check of this database is under way")
                                .asException();
                default -> DatabaseUnavailable.during("making a spare database", failed);
            };
        }
    }

    private static String named(String current, String ending) {
        return current.substring(0, Math.min(40, current.length())) + "_avow_" + ending;
    }

    /**
     * Refuses where somebody is connected to the database in use, and stays so for five seconds: a
     * connection that was closed is seen until its process at the server has ended.
     *
     * @throws dev.avow.words.FaultException {@code conflict}; also where the thread is interrupted
     */
    public void requireNobodyElse() {
        long begun = System.nanoTime();
        try (Connection connection = inUse.openAsOwner()) {
            String others = others(connection, current);
            while (!others.isEmpty()) {
                if (System.nanoTime() - begun > LEAVING.toNanos() || isInterruptedWithin()) {
                    throw busy(others);
                }
                others = others(connection, current);
            }
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("looking who is connected", failed);
        }
    }

    private static boolean isInterruptedWithin() {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        return Thread.currentThread().isInterrupted();
    }

    private static String others(Connection connection, String... databases) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
            statement.setArray(1, connection.createArrayOf("text", databases));
            return first(statement);
        }
    }

    private static RuntimeException busy(String who) {
        return Fault.of(
                        FaultCode.CONFLICT,
                        "somebody is connected to the database: "
                                + who
                                + "; stop every Avow that uses it first")
                .asException();
    }

    /** The way in. */
    public DatabaseAccess access() {
        return inUse.to(name);
    }

    /** PostgreSQL's number for it, which stays when its name changes. */
    public long oid() {
        return oid(access());
    }

    /** The number of a database. */
    public static long oid(DatabaseAccess access) {
        try (Connection connection = access.openAsOwner();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT oid FROM pg_database WHERE datname = current_database()")) {
            return Long.parseLong(first(statement));
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("asking for the database", failed);
        }
    }

    /**
     * Takes the place of the database in use, at once. That one is kept under another name.
     *
     * @return that name
     * @throws dev.avow.words.FaultException {@code conflict} where somebody is connected to either
     */
    public String takeThePlace() {
        String aside = named(current, "before");
        // A database is renamed from beside, not from within.
        try (Connection connection = inUse.to("template1").openAsOwner()) {
            execute(connection, "DROP DATABASE IF EXISTS %I", aside);
            connection.setAutoCommit(false);
            try {
                execute(connection, "ALTER DATABASE %I RENAME TO %I", current, aside);
                execute(connection, "ALTER DATABASE %I RENAME TO %I", name, current);
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                if ("55006".equals(failed.getSQLState())) {
                    throw busy(others(connection, current, name));
                }
                throw failed;
            }
            former = aside;
            return aside;
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("putting the restored database in place", failed);
        }
    }

    /** Drops the database that was in use before a restore, where there still is one. */
    public static void dropFormer(DatabaseAccess inUse) {
        try (Connection connection = inUse.openAsOwner()) {
            execute(
                    connection,
                    "DROP DATABASE IF EXISTS %I",
                    named(connection.getCatalog(), "before"));
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("dropping the former database", failed);
        }
    }

    /** Drops what restores and checks left that died; one that is under way is left alone. */
    public static void dropLeftOver(DatabaseAccess inUse) {
        for (Purpose purpose : Purpose.values()) {
            try (Connection connection = inUse.openAsOwner()) {
                execute(
                        connection,
                        "DROP DATABASE IF EXISTS %I",
                        named(connection.getCatalog(), purpose.ending));
            } catch (SQLException inUseOrForbidden) {
                // The next one to be made takes its place.
            }
        }
    }

    /** Drops it, unless it took the other's place. */
    @Override
    public void close() {
        if (former == null) {
            try (Connection connection = inUse.openAsOwner()) {
                execute(connection, "DROP DATABASE IF EXISTS %I WITH (FORCE)", name);
            } catch (SQLException left) {
                // The next one to be made takes its place.
            }
        }
    }

    private static void execute(Connection connection, String pattern, String... names)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT format(?::text, VARIADIC ?::text[])")) {
            statement.setString(1, pattern);
            statement.setArray(2, connection.createArrayOf("text", names));
            execute(connection, first(statement));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
