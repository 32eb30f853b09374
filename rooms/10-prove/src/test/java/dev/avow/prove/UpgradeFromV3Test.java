package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.sealing.TenantKeys;
import dev.avow.sealing.WrappedKeyStore;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.TenantKeyStore;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation of version 3 of the schema, with rows, is brought up to date. */
final class UpgradeFromV3Test {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final int ROWS = 5_000;

    @TempDir private @Nullable Path folder;

    @Test
    void upgrade_withRows_keepsAndProvesThem() throws Exception {
        TestDatabase other = TestDatabase.fresh();
        try (Connection owner = other.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE DATABASE avow_v3");
        }
        String url = other.jdbcUrl().replaceFirst("/avow_test_[0-9]+", "/avow_v3");
        Flyway.configure()
                .dataSource(url, other.owner(), other.plaintextOwnerPassword())
                .locations("classpath:v3", "filesystem:" + firstThree())
                .load()
                .migrate();
        try (Connection owner =
                DriverManager.getConnection(url, other.owner(), other.plaintextOwnerPassword())) {
            fill(
                    owner,
                    new Keyring(
                                    other.masterKey(),
                                    new Store(owner),
                                    new SubjectKeyFiles(other.keysDir()))
                            .of(TENANT));
        }

        try (Tenancy tenancy =
                Tenancy.open(
                        DatabaseAccess.of(
                                url,
                                other.owner(),
                                other.plaintextOwnerPassword(),
                                other.masterKey(),
                                5))) {
            Keyring keyring =
                    new Keyring(
                            other.masterKey(),
                            new TenantKeyStore(tenancy),
                            new SubjectKeyFiles(other.keysDir()));
            StoredAuditLog log = new StoredAuditLog(tenancy, keyring, InstantSource.system(), true);
            log.adopt(TENANT);
            log.append(Actor.operator(TENANT), AuditEntry.viewed("first", "policy", null));
            Checkpoints checkpoints =
                    new Checkpoints(
                            tenancy, keyring, new FileWitness(Objects.requireNonNull(folder)));
            StringBuilder all = new StringBuilder();
            new AuditExport(tenancy, keyring, checkpoints, InstantSource.system())
                    .write(TENANT, bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)));
            var lines = all.toString().lines().toList();
            AuditCheck check = AuditCheck.begin(lines.getFirst(), null, null);
            for (String line : lines.subList(1, lines.size())) {
                check.line(line);
            }
            AuditCheck.Proven proven = check.end();
            assertThat(proven.opened()).isEqualTo(ROWS + 1);
            String cost =
                    tenancy.within(
                            TENANT,
                            handle ->
                                    handle.createQuery(
                                                    "SELECT cost || ' ' || charged_picos FROM"
                                                            + " interactions")
                                            .mapTo(String.class)
                                            .one());
            assertThat(cost).isEqualTo("0.125000000000 0");
        } finally {
            other.close();
        }
    }

    /** What is repeated is as it was then, in this test's own resources; the steps never change. */
    private Path firstThree() throws IOException {
        Path steps = Files.createDirectory(Objects.requireNonNull(folder).resolve("v3"));
        for (String step :
                List.of(
                        "V1__the_first_tables.sql",
                        "V2__the_gate_sees_no_temporary_tables.sql",
                        "V3__what_a_tenant_looks_for.sql")) {
            try (InputStream in = Tenancy.class.getResourceAsStream("/avow/schema/" + step)) {
                Files.copy(Objects.requireNonNull(in, step), steps.resolve(step));
            }
        }
        return steps;
    }

    private static void fill(Connection owner, TenantKeys keys) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO interactions (tenant_id, id, occurred_at, channel, platform_id,"
                            + " model, prompt_hash, content_length, classifications,"
                            + " policy_action, risk_score, cost, status) VALUES ('"
                            + TENANT
                            + "', gen_random_uuid(), now(), 'api', 'up', 'm', 'x', 1, '[]',"
                            + " 'Mask', 0, 0.125, 'completed')");
            statement.execute(
                    "INSERT INTO api_keys (tenant_id, id, name, prefix, key_hash, scopes,"
                            + " created_at) VALUES ('"
                            + TENANT
                            + "', gen_random_uuid(), 'old', 'avow_', '\\x01', '{models}', now())");
            statement.execute(
                    "INSERT INTO policies (tenant_id, id, name, enabled, priority, conditions,"
                            + " action, created_at, modified_at) VALUES ('"
                            + TENANT
                            + "', gen_random_uuid(), 'old', true, 1, '{}', 'Log', now(), now())");
        }
        try (PreparedStatement insert =
                owner.prepareStatement("INSERT INTO audit_logs VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")) {
            for (int i = 0; i < ROWS; i++) {
                UUID id = Ids.next();
                insert.setObject(1, TENANT.value());
                insert.setObject(2, id);
                insert.setTimestamp(3, Timestamp.from(Instant.ofEpochSecond(1_700_000_000 + i)));
                insert.setObject(4, i % 2 == 0 ? id : null);
                insert.setBytes(5, sealed(keys, id, "actor_email_sealed", i, "ada@example.org"));
                insert.setString(6, "policy_changed");
                insert.setString(7, "policy");
                insert.setString(8, i % 3 == 0 ? null : "é\"\\ " + i);
                insert.setBytes(
                        9,
                        sealed(
                                keys,
                                id,
                                "changes_sealed",
                                i + 1,
                                "{\"before\":null,\"after\":{\"name\":\"x\"}}"));
                insert.setBytes(10, sealed(keys, id, "ip_address_sealed", i, "203.0.113.0"));
                insert.setBytes(11, sealed(keys, id, "user_agent_sealed", i, "curl"));
                insert.setString(12, i % 5 == 0 ? "refused" : "success");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static byte @Nullable [] sealed(
            TenantKeys keys, UUID id, String column, int i, String text) {
        return i % 2 == 0 ? null : keys.seal(text, new Place(TENANT, "audit_logs", column, id));
    }

    /** As version 3 kept keys: no key for signatures. */
    private record Store(Connection owner, Map<Purpose, byte[]> memory) implements WrappedKeyStore {

        Store(Connection owner) {
            this(owner, new EnumMap<>(Purpose.class));
        }

        @Override
        public Optional<byte[]> find(TenantId tenant, Purpose purpose) {
            return Optional.ofNullable(memory.get(purpose));
        }

        @Override
        public byte[] keepFirst(TenantId tenant, Purpose purpose, byte[] wrapped) {
            memory.put(purpose, wrapped);
            if (purpose != Purpose.SIGN) {
                try (PreparedStatement insert =
                        owner.prepareStatement(
                                "INSERT INTO tenant_keys (tenant_id, purpose, wrapped) VALUES"
                                        + " (?, ?, ?)")) {
                    insert.setObject(1, tenant.value());
                    insert.setString(2, purpose.name());
                    insert.setBytes(3, wrapped);
                    insert.executeUpdate();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }
            return wrapped;
        }
    }
}
