package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.PageRequest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries from before there were trees get one. */
final class AuditAdoptionTest extends SevenEntries {

    private static final String NO_TREE = "DELETE FROM audit_leaves; DELETE FROM audit_trees;";

    @Test
    void adopt_entriesFromBeforeTheTree_provesThem() throws Exception {
        asOwner(NO_TREE);

        log.adopt(TENANT);
        log.adopt(TENANT);

        assertThat(check(export(), null).opened()).isEqualTo(7);
    }

    @Test
    void adopt_whereNothingWasLogged_makesNoTree() throws Exception {
        asOwner(NO_TREE + "DELETE FROM audit_logs");

        log.adopt(TENANT);

        assertThat(check(export(), null).checkpoint().size()).isZero();
    }

    /** What did not open when it was adopted is proven as it stood. */
    @Test
    void adopt_anEntryThatDoesNotOpen_isProvenAsItStood() throws Exception {
        asOwner(
                NO_TREE
                        + "UPDATE audit_logs SET changes_sealed = '\\x00' WHERE resource_id ="
                        + " 'p3'");
        log.adopt(TENANT);

        assertThat(check(export(), null).opened()).isEqualTo(6);
        assertThat(
                        new AuditLogReader(database.tenancy(), database.keyring())
                                .page(TENANT, PageRequest.first()).items().stream()
                                        .filter(AuditRecord::damaged)
                                        .map(AuditRecord::resourceId))
                .containsExactly("p3");

        asOwner("UPDATE audit_logs SET changes_sealed = '\\x01' WHERE resource_id = 'p3'");
        assertThatThrownBy(() -> check(export(), null)).hasMessageContaining("entry 3 was altered");
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

    /** One entry of before version 6 that does not open must not end all that is logged. */
    @Test
    void append_adoptingAnEntryThatDoesNotOpen_isNotRefusedForEver() throws SQLException {
        asOwner(
                "DELETE FROM audit_leaves; DELETE FROM audit_trees; UPDATE audit_logs SET"
                        + " changes_sealed = '\\x00' WHERE resource_id = 'p3'");

        assertThatCode(() -> append(7)).doesNotThrowAnyException();
    }
}
