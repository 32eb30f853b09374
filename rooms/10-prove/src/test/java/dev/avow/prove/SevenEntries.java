package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A log of seven entries, p0 to p6, and whoever owns the database that it is in. */
abstract class SevenEntries {

    static final TenantId TENANT = TenantId.DEFAULT;

    final TestDatabase database = TestDatabase.fresh();
    final StoredAuditLog log =
            new StoredAuditLog(
                    database.tenancy(), database.keyring(), InstantSource.system(), false);

    @TempDir private @Nullable Path folder;

    @BeforeEach
    void log_sevenEntries() {
        for (int i = 0; i < 7; i++) {
            append(i);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    void append(int i) {
        log.append(
                new Actor(TENANT, Ids.next(), "ada" + i + "@example.org", "203.0.113.7", null),
                new AuditEntry("policy_updated", "policy", "p" + i, null, Map.of("priority", i)));
    }

    /** Where the witness keeps its files. */
    Path witnessed() {
        return Objects.requireNonNull(folder).resolve("witness");
    }

    /** Those of a process that has just started. */
    Checkpoints checkpoints() {
        return new Checkpoints(
                database.tenancy(), database.keyring(), new FileWitness(witnessed()));
    }

    List<String> export() {
        StringBuilder all = new StringBuilder();
        new AuditExport(
                        database.tenancy(),
                        database.keyring(),
                        checkpoints(),
                        InstantSource.system())
                .write(TENANT, bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString().lines().toList();
    }

    static AuditCheck.Proven check(List<String> lines, @Nullable String earlier)
            throws AuditCheck.Failed {
        AuditCheck check = AuditCheck.begin(lines.getFirst(), null, earlier);
        for (String line : lines.subList(1, lines.size())) {
            check.line(line);
        }
        return check.end();
    }

    /** An export with another line in the place of one; it must be another. */
    static List<String> with(List<String> lines, int at, String line) {
        List<String> altered = new ArrayList<>(lines);
        assertThat(line).isNotEqualTo(lines.get(at));
        altered.set(at, line);
        return altered;
    }

    void asOwner(String sql) throws SQLException {
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("ALTER TABLE audit_logs DISABLE TRIGGER ALL");
            statement.execute("ALTER TABLE audit_leaves DISABLE TRIGGER ALL");
            statement.execute(sql);
        }
    }
}
