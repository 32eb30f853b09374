package dev.avow.app;

import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.testing.TestDatabase;
import dev.avow.words.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Everything that one tenant can try on another's rows of a table. What succeeds is undone, so that
 * one database serves for many attacks.
 */
record TenantAttack(TestDatabase database, TenantId attacker, TenantId victim) {

    private static final String REFUSED = "SQL state 42501";

    /** What succeeded and must not; empty where the table is safe. */
    List<String> on(String table) {
        List<String> found = new ArrayList<>();
        if (!victimHasRows(table)) {
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
            database.tenancy().within(attacker, handle -> execute(handle, sql));
        } catch (Undone undone) {
            if (undone.rows > 0) {
                found.add("lets this touch the victim's rows: " + sql);
            }
        } catch (DatabaseUnavailable notAllowed) {
            onlyRefused(found, sql, notAllowed);
        }
    }

    private void refused(List<String> found, String sql) {
        try {
            database.tenancy().within(attacker, handle -> execute(handle, sql));
        } catch (Undone undone) {
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

    private Object execute(Handle handle, String sql) {
        var update = handle.createUpdate(sql);
        if (sql.contains(":victim")) {
            update.bind("victim", victim.value());
        }
        if (sql.contains(":attacker")) {
            update.bind("attacker", attacker.value());
        }
        throw new Undone(update.execute());
    }

    /** Whether there is anything to be seen; as the owner sees it. */
    private boolean victimHasRows(String table) {
        String sql = "SELECT EXISTS (SELECT FROM " + table + " WHERE tenant_id = :victim)";
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            return handle.createQuery(sql)
                    .bind("victim", victim.value())
                    .mapTo(Boolean.class)
                    .one();
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the owner could not look", unreachable);
        }
    }

    /** Undoes what succeeded, and carries how many rows it touched. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int rows;

        Undone(int rows) {
            this.rows = rows;
        }
    }
}
