package dev.avow.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.merkle.CosignerKey;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditCheck;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditExport;
import dev.avow.prove.AuditTiles;
import dev.avow.prove.Checkpoints;
import dev.avow.prove.CosignedNotes;
import dev.avow.prove.Cosigning;
import dev.avow.prove.FileWitness;
import dev.avow.prove.StoredAuditLog;
import dev.avow.prove.Witnessed;
import dev.avow.testing.TestDatabase;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T1: a witness outside sees that the log only grows, and whoever trusts it can check that. */
final class HttpWitnessTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    private final TestDatabase database = TestDatabase.fresh();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final StoredAuditLog log =
            new StoredAuditLog(database.tenancy(), database.keyring(), () -> now, false);
    private final LocalWitness witness =
            new LocalWitness(checkpoints(List.of(), "none").key(TENANT).text());
    private final CosignerKey key = CosignerKey.parse(witness.verifierKey()).orElseThrow();

    @TempDir private @Nullable Path folder;

    @BeforeEach
    void log_threeEntries() {
        append(3);
    }

    @AfterEach
    void close() {
        witness.close();
        database.close();
    }

    private void append(int entries) {
        for (int n = 0; n < entries; n++) {
            log.append(
                    Actor.operator(TENANT),
                    new AuditEntry("policy_updated", "policy", "p" + n, null, Map.of("n", n)));
        }
    }

    private Path folder(String name) {
        return folder == null ? Path.of(name) : Objects.requireNonNull(folder).resolve(name);
    }

    private Checkpoints checkpoints(List<CosignerKey> witnesses, String name) {
        return new Checkpoints(
                database.tenancy(),
                database.keyring(),
                new FileWitness(folder(name)),
                new CosignedNotes(folder(name), witnesses));
    }

    private Checkpoints checkpoints() {
        return checkpoints(List.of(key), "witness");
    }

    /** That of a process that has just started. */
    private Cosigning cosigning() {
        Checkpoints checkpoints = checkpoints();
        return new Cosigning(
                checkpoints,
                new AuditTiles(database.tenancy(), database.keyring(), checkpoints),
                List.of(new HttpWitness(witness.prefix(), key, Duration.ofSeconds(5))),
                Duration.ofMinutes(4),
                () -> now);
    }

    private List<String> export() {
        StringBuilder all = new StringBuilder();
        new AuditExport(database.tenancy(), database.keyring(), checkpoints(), () -> now)
                .write(TENANT, bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString().lines().toList();
    }

    private static List<Witnessed> check(List<String> lines, CosignerKey... witnesses)
            throws AuditCheck.Failed {
        AuditCheck check = AuditCheck.begin(lines.getFirst(), null, null, List.of(witnesses));
        check.lines(lines.subList(1, lines.size()));
        return check.end().witnessed();
    }

    private List<String> cosigned() {
        Checkpoints checkpoints = checkpoints();
        return checkpoints.cosigned(TENANT, checkpoints.sign(TENANT));
    }

    @Test
    void T1_round_ofALogThatGrows_isCosignedEachTimeAndProvesOffline() throws Exception {
        for (int size : new int[] {3, 4, 8, 300, 777}) {
            append(size - (size == 3 ? 3 : (int) witness.size()));
            cosigning().round(TENANT);
            assertThat(witness.size()).isEqualTo(size);
        }
        append(2);

        assertThat(check(export(), key))
                .containsExactly(
                        new Witnessed(
                                "witness.example/w1", 777, Instant.ofEpochSecond(1_790_000_000L)));
        assertThat(cosigned()).singleElement().asString().contains("\n777\n", "— witness.example");
    }

    @Test
    void round_ofALogThatHasNotGrown_asksNobody() {
        cosigning().round(TENANT);
        cosigning().round(TENANT);

        assertThat(witness.requests).hasSize(1);
        assertThat(witness.requests.getFirst()).startsWith("old 0\n\navow/");
    }

    @Test
    void round_afterItsNoteWasLost_goesOnWhereTheWitnessIs() throws IOException {
        cosigning().round(TENANT);
        append(4);
        try (Stream<Path> files = Files.list(folder("witness"))) {
            for (Path each : files.filter(file -> file.toString().endsWith(".cosigned")).toList()) {
                Files.writeString(each, "garbage");
            }
        }
        assertThat(cosigned()).isEmpty();

        cosigning().round(TENANT);

        assertThat(witness.requests).hasSize(3);
        assertThat(witness.requests.get(1)).startsWith("old 0\n");
        assertThat(witness.requests.get(2)).startsWith("old 3\n");
        assertThat(cosigned()).singleElement().asString().contains("\n7\n");
    }

    @Test
    void T1_round_withAWitnessThatForgot_beginsAnewThere() {
        cosigning().round(TENANT);
        append(1);
        witness.remember(0);

        cosigning().round(TENANT);

        assertThat(witness.size()).isEqualTo(4);
    }

    @Test
    void T1_round_withASignatureOfAnotherText_keepsNothing() throws Exception {
        witness.signsAnother = true;

        cosigning().round(TENANT);

        assertThat(cosigned()).isEmpty();
        assertThat(check(export())).isEmpty();
        assertThatThrownBy(() -> check(export(), key))
                .isInstanceOf(AuditCheck.Failed.class)
                .hasMessage("no checkpoint in it is cosigned by witness.example/w1");
    }

    @Test
    void round_whileTheWitnessIsAway_asksLessAndLessAndCosignsAgain() {
        Cosigning cosigning = cosigning();
        witness.broken = 503;
        for (int minute = 0; minute < 12; minute++) {
            cosigning.round(TENANT);
            append(1);
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(witness.asked).as("after 1, 2 and then 4 minutes each").hasValue(5);

        witness.broken = 0;
        now = now.plus(Duration.ofMinutes(4));
        cosigning.round(TENANT);

        assertThat(witness.size()).as("the log went on meanwhile").isEqualTo(15);
    }

    @Test
    void T1_round_ofALogThatTheWitnessKnowsLonger_isAskedOnceAndNotCosigned() {
        witness.remember(99);
        Cosigning cosigning = cosigning();

        cosigning.round(TENANT);
        cosigning.round(TENANT);

        assertThat(witness.requests).singleElement().asString().startsWith("old 0\n");
        assertThat(witness.size()).isEqualTo(99);
        assertThat(cosigned()).isEmpty();
    }

    @Test
    void T1_round_ofALogWithAnotherPast_isNotCosigned() {
        witness.remember(2); // of another root: 409 first, then 422

        cosigning().round(TENANT);

        assertThat(witness.requests).hasSize(2);
        assertThat(witness.requests.getLast()).startsWith("old 2\n");
        assertThat(witness.size()).isEqualTo(2);
        assertThat(cosigned()).isEmpty();
    }

    /**
     * Another installation of the same tenant: the witness knows the log by the first one's key.
     */
    @Test
    void T1_round_ofALogThatAnotherKeySigned_isNotCosigned() {
        cosigning().round(TENANT);
        try (TestDatabase other = TestDatabase.fresh()) {
            StoredAuditLog another =
                    new StoredAuditLog(other.tenancy(), other.keyring(), () -> now, false);
            another.append(
                    Actor.operator(TENANT),
                    new AuditEntry("policy_updated", "policy", "p", null, Map.of("n", 1)));
            Checkpoints checkpoints =
                    new Checkpoints(
                            other.tenancy(),
                            other.keyring(),
                            new FileWitness(folder("other")),
                            new CosignedNotes(folder("other"), List.of(key)));

            new Cosigning(
                            checkpoints,
                            new AuditTiles(other.tenancy(), other.keyring(), checkpoints),
                            List.of(new HttpWitness(witness.prefix(), key, Duration.ofSeconds(5))),
                            Duration.ofMinutes(4),
                            () -> now)
                    .round(TENANT);

            assertThat(checkpoints.cosigned(TENANT, checkpoints.sign(TENANT))).isEmpty();
        }
        assertThat(witness.size()).isEqualTo(3);
    }
}
