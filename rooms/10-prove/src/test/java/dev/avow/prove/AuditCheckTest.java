package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.merkle.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T1: whatever is done to an export on its way, it no longer proves. */
final class AuditCheckTest extends SevenEntries {

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

    /** Who forges the clear text need only leave out the nonce. */
    @Test
    void check_valuesForgedAndTheirNonceLeftOut_fails() {
        List<String> lines = export();
        String forged =
                lines.get(4)
                        .replace("ada3@example.org", "eve@example.org")
                        .replaceAll("\"nonce\":\"[^\"]*\"", "\"nonce\":null");

        assertThatThrownBy(() -> check(with(lines, 4, forged), null))
                .isInstanceOf(AuditCheck.Failed.class);
    }

    /** What is no text counts as absent, whatever it says. */
    @Test
    void check_valueAddedThatIsNoText_fails() {
        List<String> lines = export();
        String forged =
                lines.get(4).replace("\"user_agent\":null", "\"user_agent\":[\"forged by eve\"]");

        assertThatThrownBy(() -> check(with(lines, 4, forged), null))
                .isInstanceOf(AuditCheck.Failed.class);
    }

    @Test
    void check_memberThatStandsTwice_fails() {
        List<String> lines = export();
        String forged = lines.get(4).replaceFirst("\\{", "{\"actor_email\":\"eve@example.org\",");

        assertThatThrownBy(() -> check(with(lines, 4, forged), null))
                .isInstanceOf(AuditCheck.Failed.class);
    }

    @Test
    void check_somethingBehindTheEntry_fails() {
        List<String> lines = export();
        String more = lines.get(4) + "{\"action\":\"key_revoked\"}";

        assertThatThrownBy(() -> check(with(lines, 4, more), null))
                .isInstanceOf(AuditCheck.Failed.class);
    }

    /** What is not checked must not look as if it were. */
    @ParameterizedTest
    @ValueSource(strings = {"\"note\":\"approved\",", "\"Actor_email\":\"eve@example.org\","})
    void check_memberThatNoExportHas_fails(String added) {
        List<String> lines = export();

        for (int line : new int[] {0, 4}) {
            String more = lines.get(line).replaceFirst("\\{", "{" + added);
            assertThatThrownBy(() -> check(with(lines, line, more), null))
                    .isInstanceOf(AuditCheck.Failed.class)
                    .hasMessageContaining("no export has");
        }
    }

    /** A leaf's text written as a number would hash alike. */
    @Test
    void check_leafWithANumberForAText_fails() {
        append(7);
        List<String> lines = export();
        String forged = lines.get(4).replace("\"p3\"", "3");

        assertThatThrownBy(() -> check(with(lines, 4, forged), null))
                .hasMessageContaining("neither text nor null");
    }

    @Test
    void check_nonceOfAnotherLength_fails() {
        List<String> lines = export();
        String forged = lines.get(4).replaceAll("\"nonce\":\"[^\"]*\"", "\"nonce\":\"\"");

        assertThatThrownBy(() -> check(with(lines, 4, forged), null)).hasMessageContaining("nonce");
    }

    @Test
    void check_originOfAnotherLog_fails() {
        List<String> lines = export();
        String forged = lines.getFirst().replace("\"origin\":\"avow/", "\"origin\":\"avow/9");

        assertThatThrownBy(() -> check(with(lines, 0, forged), null))
                .hasMessageContaining("another log");
    }
}
