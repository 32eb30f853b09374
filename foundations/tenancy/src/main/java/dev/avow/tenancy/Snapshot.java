package dev.avow.tenancy;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * All tenants' rows as they are at one moment, for a backup and for nothing else: it reads as the
 * owner of the tables, whom row-level security does not bind. It never writes, and holds up nobody
 * who does.
 *
 * <p>One transaction of the isolation level REPEATABLE READ (PostgreSQL's documentation, chapter
 * 13.2.2) reads everything. Which tables there are is asked of PostgreSQL's own catalogue, so that
 * a new one cannot be forgotten. One at a time for a database, whichever node takes it.
 *
 * <p>Not safe for more than one thread; blocks. Rows come one by one and are not gathered.
 */
public final class Snapshot implements AutoCloseable {

    /**
     * Any number but the migration's. It is waited for since the server takes the right of a closed
     * connection back a moment after, and later where that was closed amid a table's rows.
     */
    private static final String ONE_AT_A_TIME =
            "SET lock_timeout = '2s'; SELECT pg_advisory_lock(6125023412); SET lock_timeout = 0";

    /** PostgreSQL's documentation, appendix A: {@code lock_not_available}. */
    private static final String STILL_HELD = "55P03";

    /** Values are written the same way whatever the server's configuration says. */
    private static final String SAME_FORM =
            """
            SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
            SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres'; SET LOCAL TimeZone = 'UTC';
            SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL work_mem = '32MB'
            """;

    private static final String TABLES =
            """
            SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND c.relname <> 'flyway_schema_history'
            GROUP BY c.relname ORDER BY c.relname <> 'tenant_keys', c.relname
            """;

    private static final String LOCK =
            "SELECT format('LOCK TABLE public.%I IN ACCESS SHARE MODE', ?::text)";

    private static final String VERSION =
            """
            SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL
            ORDER BY installed_rank DESC LIMIT 1
            """;

    /** Whose rows come first, so that rows of one person stand together. */
    private static final String COPY =
            """
            SELECT format('COPY (SELECT t.tenant_id, %s, %s FROM public.%I t%s) TO STDOUT', ?::text,
                (SELECT string_agg(format('t.%I', c), ', ' ORDER BY n) FROM unnest(?::text[]) WITH ORDINALITY u (c, n)),
                ?::text, CASE WHEN ? THEN ' ORDER BY 1, 2' ELSE '' END)
            """;

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    /**
     * A table.
     *
     * @param columns in their order, without those that are computed from others
     */
    public record Table(String name, List<String> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Whom a row is about.
     *
     * @param person null where it is about nobody
     */
    public record Whose(TenantId tenant, @Nullable UUID person) {}

    /** Takes rows. */
    public interface Rows {
        /**
         * One row in the text form of COPY (PostgreSQL's documentation, COPY, "Text Format"), with
         * the end of its line.
         *
         * @param whose the same object as long as it does not change
         * @param from where the row begins in the bytes
         */
        void row(Whose whose, byte[] bytes, int from);
    }

    /**
     * Reserves the right to take a snapshot of this database; waits two seconds for it at most.
     * What the database holds is not looked at before {@link #begin}.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where another one is being taken
     * @throws DatabaseUnavailable where the database cannot be reached
     */
    public static Snapshot reserve(DatabaseAccess access) {
        Connection connection = null;
        try {
            connection = access.openAsOwner();
            try (Statement statement = connection.createStatement()) {
                statement.execute(ONE_AT_A_TIME);
            }
            return new Snapshot(connection);
        } catch (SQLException failed) {
            close(connection);
            if (STILL_HELD.equals(failed.getSQLState())) {
                throw Fault.of(
                                FaultCode.CONFLICT,
                                "another backup of this database is being made; wait for it to end")
                        .asException();
            }
            throw DatabaseUnavailable.during("reserving a snapshot", failed);
        }
    }

    /**
     * Takes the snapshot: what is read from now on is as it is now.
     *
     * @return when, by the database's clock
     */
    public Instant begin() {
        try (Statement statement = connection.createStatement()) {
            List<Table> known = tables();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            statement.execute(SAME_FORM);
            // Before anything is read: a table that is rewritten after that would look empty.
            for (Table each : known) {
                statement.execute(text(LOCK, each.name()));
            }
            try (ResultSet now = statement.executeQuery("SELECT clock_timestamp()")) {
                now.next();
                return now.getObject(1, OffsetDateTime.class).toInstant();
            }
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("taking a snapshot", failed);
        }
    }

    /** All tables but the migration's own; the tenants' keys first, then by name. */
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(
                        new Table(
                                rows.getString(1),
                                List.of((String[]) rows.getArray(2).getArray())));
            }
            return List.copyOf(tables);
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("listing tables", failed);
        }
    }

    /** The version of the schema, as the migrations number it. */
    public String schemaVersion() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(VERSION)) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("reading the schema's version", failed);
        }
    }

    /**
     * Reads a table's rows.
     *
     * @param person SQL for the id of the person that a row, called {@code t}, is about; empty
     *     where its rows are about nobody. Rows come by person then
     */
    public void read(Table table, String person, Rows rows) {
        try {
            CopyOut copy =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy(table, person));
            Prefix prefix = new Prefix();
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                int from = prefix.end(row);
                rows.row(prefix.whose(row, from), row, from);
            }
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("reading the rows of " + table.name(), failed);
        }
    }

    private String copy(Table table, String person) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COPY)) {
            statement.setString(1, person.isEmpty() ? "NULL::uuid" : person);
            statement.setArray(2, connection.createArrayOf("text", table.columns().toArray()));
            statement.setString(3, table.name());
            statement.setBoolean(4, !person.isEmpty());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private String text(String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Gives the right back. */
    @Override
    public void close() {
        close(connection);
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException alreadyGone) {
                // Nothing was written.
            }
        }
    }
}
