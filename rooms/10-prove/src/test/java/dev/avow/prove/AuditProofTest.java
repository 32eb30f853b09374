package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T1: whatever is done to the log in the database, an export of it no longer proves. */
final class AuditProofTest extends SevenEntries {

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
                        + " WHERE resource_id = 'p3' | not of its tree: 1",
                "added | INSERT INTO audit_logs (tenant_id, id, occurred_at, actor_id, action,"
                    + " resource_type, resource_id, status) SELECT tenant_id, gen_random_uuid(),"
                    + " now(), actor_id, 'users_exported', 'user', 'forged', 'success' FROM"
                    + " audit_logs WHERE resource_id = 'p3' | not of its tree: 1",
                "added with another's id | INSERT INTO audit_logs (tenant_id, id, occurred_at,"
                        + " action, resource_type, status) SELECT tenant_id, id, now(),"
                        + " 'users_exported', 'user', 'success' FROM audit_logs WHERE resource_id ="
                        + " 'p3' | not of its tree: 1",
                "sealed value damaged | UPDATE audit_logs SET changes_sealed = '\\x00' WHERE"
                        + " resource_id = 'p3' | entry 3 was altered",
                "sealed value of another row | UPDATE audit_logs SET changes_sealed = (SELECT"
                        + " changes_sealed FROM audit_logs WHERE resource_id = 'p2') WHERE"
                        + " resource_id = 'p3' | entry 3 was altered",
                "sealed value taken | UPDATE audit_logs SET changes_sealed = NULL WHERE"
                        + " resource_id = 'p3' | entry 3: its changes",
                "nonce damaged | UPDATE audit_leaves SET nonce_sealed = '\\x00' WHERE position = 3"
                        + " | entry 3 was altered",
                "nonce taken alone | UPDATE audit_leaves SET nonce_sealed = NULL WHERE position = 3"
                        + " | entry 3 was altered",
                "said to be refused | UPDATE audit_logs SET status = 'refused'"
                        + " WHERE resource_id = 'p0' | entry 0 was altered",
                "commitment altered | UPDATE audit_leaves SET commitments = set_byte(commitments,"
                        + " 0, 255 - get_byte(commitments, 0)) WHERE position = 2"
                        + " | entry 2",
                "dropped | DELETE FROM audit_logs WHERE resource_id = 'p3' | entry 3 was deleted",
                "dropped with its leaf | DELETE FROM audit_leaves WHERE position = 3"
                        + " | not of its tree: 1",
                "reordered | UPDATE audit_leaves SET position = CASE position WHEN 2 THEN 100"
                        + " ELSE position END; UPDATE audit_leaves SET position = 2 WHERE position"
                        + " = 4; UPDATE audit_leaves SET position = 4 WHERE position = 100"
                        + " | the entries are not those",
                "truncated | DELETE FROM audit_leaves WHERE position > 4 | not of its tree: 2",
                "truncated with its entries | DELETE FROM audit_logs WHERE resource_id IN ('p5',"
                        + " 'p6'); DELETE FROM audit_leaves WHERE position > 4 | entries are"
                        + " missing",
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
        asOwner("UPDATE audit_trees SET peaks = set_byte(peaks, 0, 255 - get_byte(peaks, 0))");

        assertThatThrownBy(() -> append(8)).isInstanceOf(BrokenLog.class);
    }

    /** Without the nonce nobody can tell whose entry it was; that there was one still proves. */
    @Test
    void T1_export_ofAnErasedPersonsEntry_provesUnread() throws Exception {
        asOwner(
                "UPDATE audit_leaves SET nonce_sealed = NULL WHERE position = 2;"
                        + "UPDATE audit_logs SET actor_email_sealed = NULL, changes_sealed = NULL,"
                        + " ip_address_sealed = NULL WHERE resource_id = 'p2'");

        List<String> lines = export();

        assertThat(lines.get(3)).doesNotContain("ada2@example.org").contains("\"nonce\":null");
        assertThat(check(lines, null).opened()).isEqualTo(6);
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
