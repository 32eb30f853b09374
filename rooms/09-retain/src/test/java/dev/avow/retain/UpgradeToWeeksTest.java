package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Tenancy;
import dev.avow.testing.TestDatabase;
import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An installation whose interactions lie in one table, with rows, is brought up to date. */
final class UpgradeToWeeksTest {

    private static final String ROWS =
            """
            INSERT INTO interactions (tenant_id, id, occurred_at, channel, platform_id, model,
                prompt_hash, content_length, classifications, policy_action, risk_score, status)
            SELECT tenant_id, gen_random_uuid(), t, 'api', 'p', 'm', 'h', 1, '[]', 'Log', 0, 'completed'
            FROM tenants, unnest(ARRAY['-infinity', '2020-02-29', now(), now() + interval '20 days',
                '2999-01-01', 'infinity']::timestamptz[]) t
            """;

    private static final String ALL =
            "SELECT i::text FROM interactions i ORDER BY occurred_at, tenant_id, id";

    private final TestDatabase server = TestDatabase.fresh();
    private final String url = server.jdbcUrl().replaceFirst("/avow_test_[0-9]+", "/avow_v21");

    @AfterEach
    void close() throws SQLException {
        try (Connection owner = server.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("DROP DATABASE avow_v21 WITH (FORCE)");
        }
        server.close();
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(url, server.owner(), server.plaintextOwnerPassword());
    }

    private static List<String> strings(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    @Test
    void upgrade_withRows_keepsEachWhereItWas() throws SQLException {
        try (Connection owner = server.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE DATABASE avow_v21");
        }
        Flyway.configure(Tenancy.class.getClassLoader())
                .dataSource(url, server.owner(), server.plaintextOwnerPassword())
                .locations("classpath:avow/schema")
                .repeatableSqlMigrationPrefix("not-yet")
                .target("21")
                .load()
                .migrate();
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.execute(ROWS);
            List<String> before = strings(owner, ALL);
            String file = strings(owner, "SELECT pg_relation_filenode('interactions')").getFirst();

            try (Tenancy tenancy =
                    Tenancy.open(
                            DatabaseAccess.of(
                                    url,
                                    server.owner(),
                                    server.plaintextOwnerPassword(),
                                    server.masterKey(),
                                    2))) {
                int seen =
                        tenancy.within(
                                TenantId.DEFAULT,
                                handle ->
                                        handle.createQuery("SELECT count(*) FROM interactions")
                                                .mapTo(Integer.class)
                                                .one());
                assertThat(seen).isEqualTo(6);
            }

            assertThat(strings(owner, ALL)).isEqualTo(before).hasSize(6);
            assertThat(strings(owner, "SELECT pg_relation_filenode('interactions_before')"))
                    .as("its rows were not copied")
                    .containsExactly(file);
            assertThat(
                            strings(
                                    owner,
                                    "SELECT tableoid::regclass FROM interactions ORDER BY"
                                            + " occurred_at"))
                    .startsWith("interactions_before", "interactions_before", "interactions_before")
                    .endsWith("interactions_after", "interactions_after");
        }
    }
}
