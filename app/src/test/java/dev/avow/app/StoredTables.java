package dev.avow.app;

import dev.avow.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the database itself says of its tables, so that a new one cannot be forgotten. */
final class StoredTables {

    /** Its own bookkeeping; the application may not touch it. */
    static final String OF_THE_MIGRATION = "flyway_schema_history";

    private static final String ALL =
            """
            SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS comment,
                   EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid
                           AND a.attname = 'tenant_id' AND a.attnotnull) AS of_a_tenant,
                   c.relrowsecurity AS guarded,
                   (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive) AS policies,
                   EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'
                           AND p.polpermissive
                           AND pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = ( SELECT avow_tenant() AS avow_tenant))'
                           AND pg_get_expr(p.polwithcheck, p.polrelid)
                               = pg_get_expr(p.polqual, p.polrelid)) AS by_tenant,
                   c.relkind IN ('r', 'p') AS plain
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname <> :except
              AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
              AND NOT c.relispartition
            ORDER BY c.relname
            """;

    private static final String PARTITIONS =
            "SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r' ORDER BY relname";

    private StoredTables() {}

    /**
     * A table, or a view: those are found too.
     *
     * @param comment empty where there is none
     * @param ofATenant whether it has a tenant_id that is never null
     * @param policies those that show something; a restrictive one only takes away
     * @param byTenant whether a policy binds reading and writing to the scope's tenant
     */
    record Table(
            String name,
            Optional<String> comment,
            boolean ofATenant,
            boolean guarded,
            long policies,
            boolean byTenant,
            boolean plain) {}

    static List<Table> of(Handle handle) {
        return handle.createQuery(ALL)
                .bind("except", OF_THE_MIGRATION)
                .map((row, _) ->
                        new Table(
                                row.getString("name"),
                                Optional.ofNullable(row.getString("comment")),
                                row.getBoolean("of_a_tenant"),
                                row.getBoolean("guarded"),
                                row.getLong("policies"),
                                row.getBoolean("by_tenant"),
                                row.getBoolean("plain")))
                .list();
    }

    static List<String> names(Handle handle) {
        return of(handle).stream().map(Table::name).toList();
    }

    /** Parts of tables, which are reached through the table alone. */
    static List<String> partitions(TestDatabase database) {
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            return handle.createQuery(PARTITIONS).mapTo(String.class).list();
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the catalogue could not be read", unreachable);
        }
    }

    static List<String> names(TestDatabase database) {
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            return names(handle);
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the catalogue could not be read", unreachable);
        }
    }
}
