package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** T1: one entry, or the log's growth, is shown to who has nothing but a proof and a key. */
final class AuditProofsTest extends SevenEntries {

    private static final JsonMapper JSON = new JsonMapper();

    private AuditProofs proofs() {
        return new AuditProofs(
                database.tenancy(),
                database.keyring(),
                checkpoints(),
                new AuditExport(
                        database.tenancy(),
                        database.keyring(),
                        checkpoints(),
                        InstantSource.system()));
    }

    private List<UUID> entries() {
        return new AuditLogReader(database.tenancy(), database.keyring())
                .page(TENANT, new PageRequest(100, null)).items().stream()
                        .map(AuditRecord::id)
                        .toList();
    }

    private String proof(UUID entry) {
        return JSON.writeValueAsString(proofs().inclusion(TENANT, entry).orElseThrow());
    }

    @Test
    void T1_inclusion_ofEveryEntry_proves() throws AuditCheck.Failed {
        for (UUID entry : entries()) {
            ProofCheck.Proven proven = ProofCheck.check(proof(entry), null, null);
            assertThat(proven.checkpoint().size()).isEqualTo(7);
            assertThat(proven.opened()).isTrue();
        }
        assertThat(proofs().inclusion(TENANT, Ids.next())).isEmpty();
    }

    @Test
    void T1_inclusion_alteredOnItsWay_fails() {
        String proof = proof(entries().get(3));

        assertThat(ProofCheck.isProof(proof)).isTrue();
        for (String[] change :
                new String[][] {
                    {"ada3@", "eve3@"},
                    {"policy_updated", "policy_deleted"},
                    {"\"index\":3", "\"index\":2"},
                    {"\"path\":[\"", "\"path\":[\"AAAA"},
                    {"\"path\":[", "\"note\":\"approved\",\"path\":["},
                    {"\\n7\\n", "\\n8\\n"}
                }) {
            assertThat(proof).contains(change[0]);
            assertThatThrownBy(
                            () -> ProofCheck.check(proof.replace(change[0], change[1]), null, null))
                    .as(change[1])
                    .isInstanceOf(AuditCheck.Failed.class);
        }
    }

    @Test
    void T1_consistency_ofEverySize_provesAgainstTheCheckpointOfThen() throws Exception {
        String three = "";
        for (int n = 7; n < 12; n++) {
            String before = checkpoints().sign(TENANT).note();
            append(n);
            String proof = JSON.writeValueAsString(proofs().consistency(TENANT, n, null));
            assertThat(ProofCheck.check(proof, null, before).checkpoint().size()).isEqualTo(n + 1);
            three = three.isEmpty() ? before : three;
            String earliest = three;
            if (n > 7) {
                assertThatThrownBy(() -> ProofCheck.check(proof, null, earliest))
                        .isInstanceOf(AuditCheck.Failed.class)
                        .hasMessageContaining("other sizes");
            }
        }
    }

    @Test
    void consistency_ofSizesThatAreNone_isRefusedByField() {
        assertThatThrownBy(() -> proofs().consistency(TENANT, 0, null))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("from is a number of entries from 1 to 7");
        assertThatThrownBy(() -> proofs().consistency(TENANT, 1, 8L))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("to is at most the 7 entries");
    }
}
