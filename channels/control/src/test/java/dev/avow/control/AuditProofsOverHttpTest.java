package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import dev.avow.prove.AuditCheck;
import dev.avow.prove.ProofCheck;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** T1: proofs of the audit log, over HTTP. */
final class AuditProofsOverHttpTest {

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    private Site.Answer get(String path) {
        return site.asAdmin("GET", "/api/v1/audit-logs" + path, null);
    }

    private static String body(Site.Answer answer) {
        return new String(answer.http().body(), StandardCharsets.UTF_8);
    }

    @Test
    void T1_proof_ofAnEntry_isCheckedWithNothingElse() throws AuditCheck.Failed {
        site.key(Set.of(Scope.READ), null);
        String id =
                site.reader
                        .page(TenantId.DEFAULT, PageRequest.first())
                        .items()
                        .getFirst()
                        .id()
                        .toString();

        Site.Answer answer = get("/" + id + "/proof");

        assertThat(answer.status()).isEqualTo(200);
        ProofCheck.Proven proven = ProofCheck.check(body(answer), null, null);
        assertThat(proven.opened()).isTrue();
        assertThat(proven.checkpoint().size()).isGreaterThan(proven.index() + 1);
        assertThat(site.actions()).startsWith("audit_log_proof_viewed");
    }

    @Test
    void T1_consistency_withACheckpointOfBefore_isCheckedWithNothingElse()
            throws AuditCheck.Failed {
        JsonNode before = get("/checkpoint").json();
        assertThat(get("").status()).isEqualTo(200);
        long size = before.path("size").asLong();

        Site.Answer answer = get("/consistency?from=" + size);

        assertThat(answer.status()).isEqualTo(200);
        ProofCheck.Proven proven =
                ProofCheck.check(body(answer), null, before.path("checkpoint").asString());
        assertThat(proven.checkpoint().size()).isEqualTo(size + 1);
        assertThat(get("/consistency?from=1&to=1").json().path("proof").size()).isZero();
    }

    @Test
    void proof_ofNothingAndOfNoSize_isRefusedByName() {
        assertThat(get("/00000000-0000-7000-8000-0000000000ff/proof").status()).isEqualTo(404);
        for (String query : new String[] {"", "?from=x", "?from=0", "?from=9999"}) {
            Site.Answer answer = get("/consistency" + query);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(body(answer)).contains("\"from\"");
        }
    }
}
