package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.Tenancy;
import dev.avow.testing.TestDatabase;
import dev.avow.words.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise I1: no tenant reaches another's rows, whatever it asks the database; and the
 * application's role cannot make itself more than it is.
 */
final class TenantAttackTest {

    private static TestDatabase database;
    private static TenantId victim;

    @BeforeAll
    static void twoTenants() {
        database = TestDatabase.fresh();
        victim = database.newTenant("Distel");
        TenantRows.plant(database, victim);
        TenantRows.plant(database, TenantId.DEFAULT);
    }

    @AfterAll
    static void end() {
        database.close();
    }

    @Test
    void everyTable_triedFromAnotherTenant_givesAndTakesNothing() {
        TenantAttack attack = new TenantAttack(database, TenantId.DEFAULT, victim);
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String table : StoredTables.names(database)) {
            List<String> onTable = attack.on(table);
            if (!onTable.isEmpty()) {
                found.put(table, onTable);
            }
        }
        assertThat(found).isEmpty();
    }

    /** What is not guarded must be found by the very attack above. */
    @Test
    void everyTableInTurn_withoutRowLevelSecurity_isFoundByTheAttack() throws SQLException {
        List<String> overlooked = new ArrayList<>();
        for (String table : StoredTables.names(database)) {
            asOwner("ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY");
            try {
                if (new TenantAttack(database, TenantId.DEFAULT, victim).on(table).isEmpty()) {
                    overlooked.add(table);
                }
            } finally {
                asOwner("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
            }
        }
        assertThat(overlooked).isEmpty();
    }

    /** Around the policies of its table, so it must not be possible even for one's own rows. */
    @Test
    void everyPartition_triedDirectly_isRefused() {
        List<String> partitions = StoredTables.partitions(database);
        assertThat(partitions).contains("interactions_before", "interactions_after");
        for (String each : partitions) {
            assertRefused(handle -> handle.execute("SELECT count(*) FROM " + each));
            assertRefused(handle -> handle.execute("DELETE FROM " + each));
            assertRefused(handle -> handle.execute("UPDATE " + each + " SET model = 'm'"));
            assertRefused(handle ->
                    handle.execute("INSERT INTO " + each + " SELECT * FROM interactions LIMIT 0"));
            assertRefused(handle -> handle.execute("TRUNCATE " + each));
            assertRefused(handle -> handle.execute("DROP TABLE " + each));
            assertRefused(
                    handle -> handle.execute("ALTER TABLE interactions DETACH PARTITION " + each));
        }
    }

    @Test
    void everyPartition_inTheCatalogue_showsNothingEvenWhereItIsGranted() throws SQLException {
        for (String each : StoredTables.partitions(database)) {
            asOwner("GRANT SELECT ON " + each + " TO avow_app");
            try {
                long seen =
                        tenancy()
                                .within(
                                        victim,
                                        handle ->
                                                handle.createQuery("SELECT count(*) FROM " + each)
                                                        .mapTo(Long.class)
                                                        .one());
                assertThat(seen).isZero();
            } finally {
                asOwner("REVOKE SELECT ON " + each + " FROM avow_app");
            }
        }
    }

    @Test
    void newTable_withoutASeed_failsTheAttack() throws SQLException {
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            handle.begin();
            handle.execute("CREATE TABLE novelty (tenant_id uuid NOT NULL)");
            assertThat(StoredTables.names(handle)).contains("novelty");
            handle.rollback();
        }
        assertThatThrownBy(() -> TenantRows.insertInto("novelty"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("novelty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET ROLE avow_owner",
                "SET ROLE pg_read_all_data",
                "SET SESSION AUTHORIZATION avow_owner",
                "ALTER ROLE avow_app SUPERUSER",
                "ALTER ROLE avow_app BYPASSRLS",
                "GRANT avow_owner TO avow_app",
                "CREATE ROLE accomplice",
                "CREATE TABLE public.mine (a int)",
                "CREATE SCHEMA mine",
                "CREATE DATABASE mine",
                "CREATE EXTENSION dblink",
                "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE OR REPLACE FUNCTION avow_tenant() RETURNS uuid LANGUAGE sql AS 'SELECT"
                        + " NULL'",
                "ALTER FUNCTION avow_tenant() OWNER TO avow_app",
                "SELECT rolpassword FROM pg_authid",
                "SELECT pg_read_file('PG_VERSION')",
                "SELECT pg_ls_dir('.')",
                "SELECT lo_import('/etc/hostname')",
                "COPY (SELECT 1) TO '/tmp/avow-must-not-be'",
                "COPY (SELECT 1) TO PROGRAM 'true'",
                "ALTER SYSTEM SET log_statement = 'all'",
                "SET log_statement = 'all'",
                "SET session_replication_role = 'replica'",
                "ALTER TABLE audit_logs DISABLE TRIGGER ALL",
                "SELECT * FROM flyway_schema_history",
                "DELETE FROM flyway_schema_history"
            })
    void applicationsRole_reachingForMore_isRefused(String sql) {
        // At the gate, since some of these cannot be asked inside a transaction at all
        assertThatThrownBy(() -> tenancy().atTheGate(handle -> handle.execute(sql)))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("SQL state 42501");
    }

    /** A way around row-level security that PostgreSQL accepts as a setting, and then errs on. */
    @Test
    void rowSecurity_turnedOff_showsNothing() {
        assertRefused(handle -> {
            handle.execute("SET LOCAL row_security = off");
            return count(handle);
        });
    }

    @Test
    void role_reset_staysWhatItIs() {
        long seen =
                tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle -> {
                                    handle.execute("RESET ROLE");
                                    handle.execute("RESET SESSION AUTHORIZATION");
                                    return count(handle);
                                });
        assertThat(seen).isZero();
    }

    /**
     * A limit, told openly: who can run SQL of their own making on the application's connection can
     * name another tenant. That is why SQL is constant text with bound values. What holds here is
     * that the change ends with the transaction, and that a scope without a tenant is empty.
     */
    @Test
    void tenant_setInsideAScope_isPossibleAndEndsWithIt() {
        long seen =
                tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle -> {
                                    handle.createQuery("SELECT set_config('avow.tenant', ?, true)")
                                            .bind(0, victim.toString())
                                            .mapTo(String.class)
                                            .one();
                                    return count(handle);
                                });
        assertThat(seen).isPositive();
        long afterwards = tenancy().within(TenantId.DEFAULT, TenantAttackTest::count);
        long atTheGate = tenancy().atTheGate(TenantAttackTest::count);
        assertThat(afterwards).isZero();
        assertThat(atTheGate).isZero();
    }

    @Test
    void tenant_emptyOrNonsense_showsNothing() {
        long withEmpty =
                tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle -> {
                                    handle.execute("SET LOCAL avow.tenant = ''");
                                    return count(handle);
                                });
        assertThat(withEmpty).isZero();
        assertThatThrownBy(() ->
                        tenancy()
                                .within(
                                        TenantId.DEFAULT,
                                        handle -> {
                                            handle.execute("SET LOCAL avow.tenant = '%'");
                                            return count(handle);
                                        }))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    /**
     * A function that runs as the owner must not take a table of the caller's making for its own:
     * what a temporary view calls would run as the owner too.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gate_api_key('x')",
                "gate_session('x')",
                "gate_account('x')",
                "gate_address_taken(ARRAY['x'::bytea])"
            })
    void gate_withTemporaryViewsInTheWay_runsNothingOfTheCallers(String gate) {
        String user =
                tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle -> {
                                    handle.execute("CREATE TEMP TABLE caught (who text)");
                                    handle.execute("GRANT ALL ON caught TO PUBLIC");
                                    handle.execute(
                                            "CREATE FUNCTION pg_temp.snare() RETURNS uuid LANGUAGE"
                                                + " plpgsql AS 'BEGIN INSERT INTO pg_temp.caught"
                                                + " SELECT current_user; RETURN NULL; END'");
                                    snare(handle, "api_keys", "key_hash, name", "'x', 'n'");
                                    snare(handle, "sessions", "token_hash", "'x'");
                                    snare(handle, "users", "email_index, status", "'x', 'active'");
                                    handle.execute("SELECT * FROM " + gate);
                                    String caught =
                                            handle.createQuery(
                                                            "SELECT coalesce(max(who), 'nobody')"
                                                                    + " FROM pg_temp.caught")
                                                    .mapTo(String.class)
                                                    .one();
                                    handle.execute("DISCARD TEMP");
                                    return caught;
                                });
        assertThat(user).isEqualTo("nobody");
    }

    /** A view in a table's place, whose one row fits the gate and whose every reader is caught. */
    private static void snare(Handle handle, String table, String columns, String values) {
        String shape = table + "_shape";
        handle.execute(
                "CREATE TEMP TABLE " + shape + " AS SELECT * FROM public." + table + " LIMIT 0");
        handle.execute("INSERT INTO " + shape + " (" + columns + ") VALUES (" + values + ")");
        handle.execute(
                "CREATE TEMP VIEW "
                        + table
                        + " AS SELECT * FROM "
                        + shape
                        + " WHERE pg_temp.snare() IS NULL");
    }

    @Test
    void functionThatRunsAsTheOwner_inTheCatalogue_searchesTemporaryTablesLast()
            throws SQLException {
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            List<String> paths =
                    handle.createQuery(
                                    """
                                    SELECT coalesce(array_to_string(proconfig, ';'), '')
                                    FROM pg_proc
                                    WHERE prosecdef AND pronamespace = 'public'::regnamespace
                                    """)
                            .mapTo(String.class)
                            .list();
            assertThat(paths).isNotEmpty();
            assertThat(paths).containsOnly("search_path=pg_catalog, public, pg_temp");
        }
    }

    @Test
    void applicationsRole_inTheCatalogue_isNobody() throws SQLException {
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            assertThat(
                            handle.createQuery(
                                            """
                                            SELECT rolsuper OR rolbypassrls OR rolcreaterole
                                                   OR rolcreatedb OR rolreplication
                                            FROM pg_roles WHERE rolname = 'avow_app'
                                            """)
                                    .mapTo(Boolean.class)
                                    .one())
                    .isFalse();
            assertThat(
                            handle.createQuery(
                                            """
                                            SELECT (SELECT count(*) FROM pg_class
                                                    WHERE relowner = 'avow_app'::regrole)
                                                 + (SELECT count(*) FROM pg_proc
                                                    WHERE proowner = 'avow_app'::regrole)
                                                 + (SELECT count(*) FROM pg_namespace
                                                    WHERE nspowner = 'avow_app'::regrole)
                                                 + (SELECT count(*) FROM pg_auth_members
                                                    WHERE member = 'avow_app'::regrole)
                                            """)
                                    .mapTo(Long.class)
                                    .one())
                    .isZero();
            assertThat(
                            handle.createQuery(
                                            "SELECT has_schema_privilege('avow_app', 'public',"
                                                    + " 'CREATE')")
                                    .mapTo(Boolean.class)
                                    .one())
                    .isFalse();
        }
    }

    private static Tenancy tenancy() {
        return database.tenancy();
    }

    /** Interactions of the victim that are visible. */
    private static long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM interactions WHERE tenant_id = :victim")
                .bind("victim", victim.value())
                .mapTo(Long.class)
                .one();
    }

    private static void assertRefused(Function<Handle, ?> attempt) {
        assertThatThrownBy(() -> tenancy().within(TenantId.DEFAULT, attempt))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("SQL state 42501");
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = database.openAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
