package dev.avow.app;

import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.testing.TestDatabase;
import dev.avow.words.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Everything that one tenant can try on another's rows of a table. Statements name tables, never values. */
record TenantAttack(TestDatabase database, TenantId attacker, TenantId victim) {

    private static final String REFUSED = "SQL state 42501";

    /** What succeeded and must not; empty where the table is safe. */
    List<String> on(String table) {
        List<String> found = new ArrayList<>();
        String before = fingerprint(table);
        if (before.isEmpty()) {
            found.add("has no row of the victim, so nothing is shown by it");
        }
        if (seen(table) > 0) {
            found.add("shows the victim's rows");
        }
        if (seenAtTheGate(table) > 0) {
            found.add("shows rows where no tenant is set");
        }
        String ofVictim = " WHERE tenant_id = :victim";
        harmless(found, "UPDATE " + table + " SET tenant_id = tenant_id" + ofVictim);
        harmless(found, "UPDATE " + table + " SET tenant_id = :attacker" + ofVictim);
        harmless(found, "DELETE FROM " + table + ofVictim);
        refused(found, TenantRows.insertInto(table).replace(":tenant", ":victim"));
        refused(found, "UPDATE " + table + " SET tenant_id = :victim");
        refused(found, "TRUNCATE " + table + " CASCADE");
        refused(found, "ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY");
        refused(found, "DROP POLICY of_the_tenant ON " + table);
        refused(
                found,
                "CREATE RULE r AS ON SELECT TO " + table + " DO INSTEAD SELECT * FROM " + table);
        if (!fingerprint(table).equals(before)) {
            found.add("lost or gained rows of the victim");
        }
        return found;
    }

    /** Rows of the victim, or of anybody but the attacker. */
    private long seen(String table) {
        String sql = "SELECT count(*) FROM " + table + " WHERE tenant_id <> :attacker";
        return database.tenancy()
                .within(
                        attacker,
                        handle ->
                                handle.createQuery(sql)
                                        .bind("attacker", attacker.value())
                                        .mapTo(Long.class)
                                        .one());
    }

    private long seenAtTheGate(String table) {
        String sql = "SELECT count(*) FROM " + table;
        return database.tenancy()
                .atTheGate(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void harmless(List<String> found, String sql) {
        try {
            if (database.tenancy().within(attacker, handle -> execute(handle, sql)) > 0) {
                found.add("lets this touch the victim's rows: " + sql);
            }
        } catch (DatabaseUnavailable notAllowed) {
            onlyRefused(found, sql, notAllowed);
        }
    }

    private void refused(List<String> found, String sql) {
        try {
            database.tenancy().within(attacker, handle -> execute(handle, sql));
            found.add("does not refuse: " + sql);
        } catch (DatabaseUnavailable notAllowed) {
            onlyRefused(found, sql, notAllowed);
        }
    }

    /** Any other failure could hide that the statement was allowed. */
    private static void onlyRefused(List<String> found, String sql, DatabaseUnavailable failure) {
        if (!String.valueOf(failure.getMessage()).contains(REFUSED)) {
            found.add("fails for another reason: " + failure.getMessage() + ": " + sql);
        }
    }

    private int execute(Handle handle, String sql) {
        var update = handle.createUpdate(sql);
        if (sql.contains(":victim")) {
            update.bind("victim", victim.value());
        }
        if (sql.contains(":attacker")) {
            update.bind("attacker", attacker.value());
        }
        return update.execute();
    }

    /** The victim's rows as the owner sees them; empty where there are none. */
    private String fingerprint(String table) {
        String sql =
                "SELECT coalesce(string_agg(md5(t::text), ',' ORDER BY md5(t::text)), '') FROM "
                        + table
                        + " t WHERE tenant_id = :victim";
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            return handle.createQuery(sql)
                    .bind("victim", victim.value())
                    .mapTo(String.class)
                    .one();
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the owner could not look", unreachable);
        }
    }
}
