package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.tenancy.TableCatalogue;
import dev.avow.testing.TestDatabase;
import dev.avow.words.DataClass;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every table says what kind of data it holds, for how long and how it is erased (promise R1), and
 * is bound to a tenant (promise I1).
 */
final class TableCatalogueTest {

    private static TestDatabase database;

    @BeforeAll
    static void aDatabase() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void end() {
        database.close();
    }

    @Test
    void everyTable_inTheCatalogue_declaresItselfAndIsBoundToATenant() {
        assertThat(StoredTables.names(database)).contains("tenants", "interactions");
        assertThat(wrongsAfter("SELECT 1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE novelty (tenant_id uuid NOT NULL)",
                "CREATE VIEW novelty AS SELECT * FROM users",
                "COMMENT ON TABLE users IS NULL",
                "COMMENT ON TABLE users IS 'class=account; retention=closure'",
                "COMMENT ON TABLE users IS 'class=account; retention=; erase=row deleted'",
                "COMMENT ON TABLE users IS 'class=gossip; retention=closure; erase=row deleted'",
                "ALTER TABLE users DISABLE ROW LEVEL SECURITY",
                "DROP POLICY of_the_tenant ON users",
                "ALTER POLICY of_the_tenant ON users USING (true)",
                "ALTER POLICY of_the_tenant ON users WITH CHECK (true)",
                "CREATE POLICY backdoor ON users FOR SELECT USING (true)",
                "ALTER TABLE interactions RENAME COLUMN tenant_id TO tenant"
            })
    void table_changedForTheWorse_isFound(String sql) {
        assertThat(wrongsAfter(sql)).hasSize(1);
    }

    /** What is wrong after a statement of the owner, which is then undone. */
    private static List<String> wrongsAfter(String sql) {
        List<String> wrongs = new ArrayList<>();
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            handle.begin();
            handle.execute(sql);
            for (StoredTables.Table table : StoredTables.of(handle)) {
                wrong(table).ifPresent(it -> wrongs.add(table.name() + ": " + it));
            }
            handle.rollback();
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the owner could not look", unreachable);
        }
        return wrongs;
    }

    private static Optional<String> wrong(StoredTables.Table table) {
        Matcher declared = TableCatalogue.DECLARATION.matcher(table.comment().orElse(""));
        if (!table.plain()) {
            return Optional.of("row-level security does not bind its reader; use a table");
        }
        if (!declared.matches()) {
            return Optional.of("its comment must read class=…; retention=…; erase=…");
        }
        if (Arrays.stream(DataClass.values()).noneMatch(it -> it.id().equals(declared.group(1)))) {
            return Optional.of("its class is none of DataClass");
        }
        if (!table.ofATenant()) {
            return Optional.of("it needs a tenant_id that is never null");
        }
        if (!table.guarded() || table.policies() != 1 || !table.byTenant()) {
            return Optional.of("it needs row-level security with the one policy of_the_tenant");
        }
        return Optional.empty();
    }
}
