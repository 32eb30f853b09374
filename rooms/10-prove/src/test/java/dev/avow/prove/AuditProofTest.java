package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.merkle.VerifierKey;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T1: whatever is done to the log in the database, an export of it no longer proves. */
final class AuditProofTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    private final TestDatabase database = TestDatabase.fresh();
    private final AuditLog log =
            new StoredAuditLog(
                    database.tenancy(), database.keyring(), InstantSource.system(), false);

    @TempDir private @Nullable Path folder;

    @BeforeEach
    void seven_entries() {
        for (int i = 0; i < 7; i++) {
            append(i);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void append(int i) {
        log.append(
                new Actor(TENANT, Ids.next(), "ada" + i + "@example.org", "203.0.113.7", null),
                new AuditEntry("policy_updated", "policy", "p" + i, null, Map.of("priority", i)));
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(
                database.tenancy(),
                database.keyring(),
                new FileWitness(java.util.Objects.requireNonNull(folder).resolve("witness")));
    }

    private List<String> export() {
        StringBuilder all = new StringBuilder();
        new AuditExport(
                        database.tenancy(),
                        database.keyring(),
                        checkpoints(),
                        InstantSource.system())
                .write(TENANT, bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString().lines().toList();
    }

    private static AuditCheck.Proven check(List<String> lines, @Nullable String earlier)
            throws AuditCheck.Failed {
        AuditCheck check = AuditCheck.begin(lines.getFirst(), null, earlier);
        for (String line : lines.subList(1, lines.size())) {
            check.line(line);
        }
        return check.end();
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("ALTER TABLE audit_logs DISABLE TRIGGER ALL");
            statement.execute("ALTER TABLE audit_leaves DISABLE TRIGGER ALL");
            statement.execute(sql);
        }
    }

    @Test
    void T1_export_ofAnHonestLog_proves() throws AuditCheck.Failed {
        AuditCheck.Proven proven = check(export(), null);

        assertThat(proven.checkpoint().size()).isEqualTo(7);
        assertThat(proven.checkpoint().origin()).isEqualTo("avow/" + TENANT);
        assertThat(proven.opened()).isEqualTo(7);
    }

    @Test
    void T1_export_laterOn_continuesTheEarlierCheckpoint() throws AuditCheck.Failed {
        String earlier = checkpoints().sign(TENANT).note();
        append(7);
        append(8);

        AuditCheck.Proven proven = check(export(), earlier);

        assertThat(proven.continued()).isNotNull();
        assertThat(proven.checkpoint().size()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "altered | UPDATE audit_logs SET action = 'nothing' WHERE resource_id = 'p3'"
                        + " | entry 3 was altered",
                "backdated | UPDATE audit_logs SET occurred_at = occurred_at - interval '1 day'"
                        + " WHERE resource_id = 'p3' | entry 3 was deleted",
                "said to be refused | UPDATE audit_logs SET status = 'refused'"
                        + " WHERE resource_id = 'p0' | entry 0 was altered",
                "commitment altered | UPDATE audit_leaves SET commitments ="
                        + " overlay(commitments placing '\\x00' from 1 for 1) WHERE position = 2"
                        + " | entry 2",
                "dropped | DELETE FROM audit_logs WHERE resource_id = 'p3' | entry 3 was deleted",
                "dropped with its leaf | DELETE FROM audit_leaves WHERE position = 3"
                        + " | entry 3 is missing",
                "reordered | UPDATE audit_leaves SET position = CASE position WHEN 2 THEN 100"
                        + " ELSE position END; UPDATE audit_leaves SET position = 2 WHERE position"
                        + " = 4; UPDATE audit_leaves SET position = 4 WHERE position = 100"
                        + " | the entries are not those",
                "truncated | DELETE FROM audit_leaves WHERE position > 4 | entries are missing",
                "another leaf | UPDATE audit_leaves SET leaf_hash = (SELECT leaf_hash FROM"
                        + " audit_leaves WHERE position = 1) WHERE position = 2 | entry 2",
                "tree altered | UPDATE audit_trees SET size = 6 | altered in the database",
                "tree gone | DELETE FROM audit_trees | deleted from the database",
            })
    void T1_export_ofALogThatWasTamperedWith_failsAndSaysWhere(
            String what, String attack, String complaint) throws SQLException {
        asOwner(attack);

        assertThatThrownBy(() -> check(export(), null))
                .as(what)
                .isInstanceOf(AuditCheck.Failed.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void T1_sign_ofLeavesThatWereExchanged_isRefused() throws SQLException {
        checkpoints().sign(TENANT);
        asOwner(
                "UPDATE audit_leaves SET leaf_hash = (SELECT leaf_hash FROM audit_leaves WHERE"
                        + " position = 1) WHERE position = 2");

        assertThatThrownBy(() -> checkpoints().sign(TENANT))
                .isInstanceOf(BrokenLog.class)
                .hasMessageContaining("altered");
    }

    /** Who has an old copy of the database puts back all three tables: only the witness knows. */
    @Test
    void T1_export_ofALogRolledBackWhole_isNotSigned() throws SQLException {
        asOwner(
                "CREATE TABLE old_trees AS SELECT * FROM audit_trees;"
                        + "CREATE TABLE old_leaves AS SELECT * FROM audit_leaves");
        append(7);
        checkpoints().sign(TENANT);
        asOwner(
                "DELETE FROM audit_logs WHERE resource_id = 'p7';"
                        + "DELETE FROM audit_leaves WHERE position = 7;"
                        + "UPDATE audit_trees t SET size = o.size, peaks = o.peaks, mac = o.mac"
                        + " FROM old_trees o");

        assertThatThrownBy(() -> check(export(), null))
                .isInstanceOf(AuditCheck.Failed.class)
                .hasMessageContaining("cut back");
    }

    @Test
    void append_onATreeThatWasAltered_isRefused() throws SQLException {
        asOwner("UPDATE audit_trees SET peaks = overlay(peaks placing '\\x00' from 1 for 1)");

        assertThatThrownBy(() -> append(8)).isInstanceOf(BrokenLog.class);
    }

    /** Without the nonce nobody can tell whose entry it was; that there was one still proves. */
    @Test
    void T1_export_ofAnErasedPersonsEntry_provesUnread() throws Exception {
        asOwner("UPDATE audit_leaves SET nonce_sealed = '\\x00' WHERE position = 2");

        List<String> lines = export();

        assertThat(lines.get(3)).doesNotContain("ada2@example.org").contains("\"nonce\":null");
        assertThat(check(lines, null).opened()).isEqualTo(6);
    }

    @Test
    void check_exportAlteredOnItsWay_fails() {
        List<String> lines = export();
        for (String[] change :
                new String[][] {
                    {"ada3@", "eve3@"},
                    {"policy_updated", "policy_deleted"},
                    {"203.0.113.7", "203.0.113.8"}
                }) {
            List<String> altered = new ArrayList<>(lines);
            altered.set(4, altered.get(4).replace(change[0], change[1]));
            assertThat(altered).isNotEqualTo(lines);
            assertThatThrownBy(() -> check(altered, null)).isInstanceOf(AuditCheck.Failed.class);
        }
        assertThatThrownBy(() -> check(lines.subList(0, 7), null))
                .hasMessageContaining("last 1 of 7");
    }

    @Test
    void check_signedByAnotherKey_fails() {
        List<String> lines = export();
        VerifierKey another = new VerifierKey("avow/" + TENANT, new byte[32]);

        assertThatThrownBy(() -> AuditCheck.begin(lines.getFirst(), another, null))
                .hasMessageContaining("not signed by the key");
    }

    @Test
    void append_entriesFromBeforeTheTree_areAdoptedInTheirOrder() throws Exception {
        asOwner("DELETE FROM audit_leaves; DELETE FROM audit_trees");
        append(7);

        List<String> lines = export();

        assertThat(check(lines, null).checkpoint().size()).isEqualTo(8);
        assertThat(lines.get(1)).contains("ada0@example.org");
        assertThat(lines.get(8)).contains("ada7@example.org");
    }

    @Test
    void append_bySeveralAtOnce_keepsEveryEntry() throws Exception {
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 60; i++) {
                int number = i;
                threads.execute(() -> append(number));
            }
        }
        assertThatCode(() -> check(export(), null)).doesNotThrowAnyException();
        assertThat(check(export(), null).checkpoint().size()).isEqualTo(67);
    }
}
