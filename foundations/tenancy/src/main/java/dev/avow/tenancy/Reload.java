package dev.avow.tenancy;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills an empty database with the rows of a {@link Snapshot}, as the owner.
 *
 * <p>Triggers rest and foreign keys are taken away until all rows are there, so that tables may
 * come in any order; then rows whose parent did not come are removed where the parent's deletion
 * would have removed them, and the keys are put back, which checks them. A loading that fails
 * leaves a database that is to be thrown away.
 *
 * <p>Not safe for more than one thread; blocks.
 */
public final class Reload implements AutoCloseable {

    private static final String NEWEST =
            """
            SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL
            ORDER BY installed_rank DESC LIMIT 1
            """;

    /** What the migrations themselves put there goes; the backup has its own. */
    private static final String MAKE_READY =
            """
            CREATE TEMPORARY TABLE reload_keys AS
            SELECT c.conrelid::regclass::text AS child, c.conname::text AS name,
                   pg_get_constraintdef(c.oid) AS definition, c.confdeltype = 'c' AS cascades,
                   format('DELETE FROM %s c WHERE %s AND NOT EXISTS (SELECT FROM %s p WHERE %s)',
                       c.conrelid::regclass, k.present, c.confrelid::regclass, k.joined) AS orphans
            FROM pg_constraint c, LATERAL (
                SELECT string_agg(format('p.%I = c.%I', p.attname, a.attname), ' AND ') AS joined,
                       string_agg(format('c.%I IS NOT NULL', a.attname), ' AND ') AS present
                FROM unnest(c.conkey, c.confkey) AS u (child, parent)
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = u.child
                JOIN pg_attribute p ON p.attrelid = c.confrelid AND p.attnum = u.parent) k
            WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.conparentid = 0;
            CREATE TEMPORARY TABLE reload_tables AS
            SELECT c.oid::regclass::text AS name FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND c.relname <> 'flyway_schema_history';
            DO $$ DECLARE r record; BEGIN
                FOR r IN SELECT * FROM reload_keys LOOP
                    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', r.child, r.name);
                END LOOP;
                FOR r IN SELECT * FROM reload_tables LOOP
                    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', r.name);
                    EXECUTE format('TRUNCATE %s', r.name);
                END LOOP;
            END $$;
            DO $$ BEGIN
                -- So that rows of the last two years go week by week as they would have (schema 22 and newer).
                IF to_regprocedure('public.make_weeks_back(integer)') IS NOT NULL THEN
                    PERFORM public.make_weeks_back(104);
                END IF;
            END $$;
            SET synchronous_commit = off; SET maintenance_work_mem = '128MB'; SET statement_timeout = 0;
            SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'
            """;

    private static final String FINISH =
            """
            CREATE TEMPORARY TABLE reload_orphans (name text, gone bigint);
            DO $$ DECLARE r record; gone bigint; again boolean := true; BEGIN
                WHILE again LOOP
                    again := false;
                    FOR r IN SELECT * FROM reload_keys WHERE cascades LOOP
                        EXECUTE r.orphans;
                        GET DIAGNOSTICS gone = ROW_COUNT;
                        IF gone > 0 THEN
                            again := true;
                            INSERT INTO reload_orphans VALUES (r.child, gone);
                        END IF;
                    END LOOP;
                END LOOP;
                FOR r IN SELECT * FROM reload_keys LOOP
                    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', r.child, r.name, r.definition);
                END LOOP;
                FOR r IN SELECT * FROM reload_tables LOOP
                    EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', r.name);
                END LOOP;
            END $$;
            ANALYZE
            """;

    private static final String COPY =
            """
            SELECT format('COPY public.%I (%s) FROM STDIN', ?::text,
                (SELECT string_agg(format('%I', c), ', ' ORDER BY n) FROM unnest(?::text[]) WITH ORDINALITY u (c, n)))
            """;

    private final Connection connection;

    private Reload(Connection connection) {
        this.connection = connection;
    }

    /**
     * Brings an empty database to a version of the schema and makes it ready to be filled.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where this program does not know the
     *     version
     */
    public static Reload into(DatabaseAccess access, String schemaVersion) {
        Migration.runTo(access, schemaVersion);
        try {
            Reload reload = new Reload(access.openAsOwner());
            try {
                reload.makeReady(schemaVersion);
                return reload;
            } catch (SQLException | RuntimeException failed) {
                reload.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("making a database ready", failed);
        }
    }

    private void makeReady(String wanted) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(NEWEST)) {
                String reached = row.next() ? row.getString(1) : "none";
                if (!reached.equals(wanted)) {
                    throw Fault.of(
                                    FaultCode.CONFLICT,
                                    "the backup's schema is version "
                                            + wanted
                                            + ", and this Avow knows "
                                            + reached
                                            + "; use the Avow that made the backup, or a newer one")
                            .asException();
                }
            }
            statement.execute(MAKE_READY);
        }
    }

    /** Takes a table's rows, in pieces of whole rows in COPY's text form. */
    public static final class Loading {
        private final String table;
        private final CopyIn copy;

        private Loading(String table, CopyIn copy) {
            this.table = table;
            this.copy = copy;
        }

        /** Sends rows. */
        public void rows(byte[] bytes) {
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException failed) {
                throw refused(table, failed);
            }
        }

        /**
         * Commits them.
         *
         * @return how many they were
         */
        public long end() {
            try {
                return copy.endCopy();
            } catch (SQLException failed) {
                throw refused(table, failed);
            }
        }
    }

    private static DatabaseUnavailable refused(String table, SQLException why) {
        return DatabaseUnavailable.during("loading the rows of " + table, why);
    }

    /** Begins to fill a table; one at a time. */
    public Loading load(String table, List<String> columns) {
        try (PreparedStatement statement = connection.prepareStatement(COPY)) {
            statement.setString(1, table);
            statement.setArray(2, connection.createArrayOf("text", columns.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Loading(
                        table,
                        connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn(row.getString(1)));
            }
        } catch (SQLException failed) {
            throw refused(table, failed);
        }
    }

    /**
     * Removes rows whose parents did not come, and puts back what was taken away.
     *
     * @return how many rows were removed, by table; none where all parents came
     * @throws DatabaseUnavailable where a row points to one that is not there
     */
    public Map<String, Long> finish() {
        Map<String, Long> removed = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(FINISH);
            try (ResultSet rows =
                    statement.executeQuery(
                            "SELECT name, sum(gone) FROM reload_orphans GROUP BY name")) {
                while (rows.next()) {
                    removed.put(rows.getString(1), rows.getLong(2));
                }
            }
            return removed;
        } catch (SQLException failed) {
            throw DatabaseUnavailable.during("checking what was loaded", failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // What was not finished is thrown away in any case.
        }
    }
}
