package dev.avow.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** P3: no table with rows about single people is forgotten. */
final class PersonalStoresTest {

    private static final String TABLES =
            """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                AND NOT c.relispartition AND a.attname = 'user_id' AND NOT a.attisdropped
            """;

    @Test
    void all_tablesThatNameAPerson_areListed() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh();
                var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            List<String> tables = handle.createQuery(TABLES).mapTo(String.class).list();

            assertThat(PersonalStores.ALL)
                    .extracting(PersonalStore::name)
                    .containsExactlyInAnyOrderElementsOf(tables);
        }
    }
}
