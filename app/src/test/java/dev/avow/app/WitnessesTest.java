package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.witness.LocalWitness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** T1: a server that is told of a witness shows it the log, and starts with no wrong one. */
final class WitnessesTest {

    @Test
    void T1_start_withAWitness_isCosignedAndVerifiedOffline(@TempDir Path folder) throws Exception {
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("admin");
            String log;
            try (AvowHere avow = AvowHere.serve(home.path(), Map.of())) {
                log = checkpoint(avow, key).path("verifier_key").asString();
            }
            try (LocalWitness witness = new LocalWitness(log);
                    AvowHere avow =
                            AvowHere.serve(
                                    home.path(),
                                    Map.of(
                                            "AVOW_AUDIT_WITNESSES",
                                            witness.prefix() + " " + witness.verifierKey()))) {
                Eventually.holds(
                        "the log is cosigned",
                        () -> !checkpoint(avow, key).path("cosigned").isEmpty(),
                        Duration.ofSeconds(30));
                Path export = folder.resolve("log.ndjson");
                Files.writeString(
                        export, Http.get(avow.url() + "/api/v1/audit-logs/export", key).body());

                assertThat(verify(home, export, witness.verifierKey()).line())
                        .contains("proven: ", "witnessed: the first 1 entries, by witness.example");
                try (LocalWitness another = new LocalWitness(log)) {
                    assertThat(verify(home, export, another.verifierKey()).err())
                            .contains("no checkpoint in it is cosigned by");
                }
            }
        }
    }

    private static JsonNode checkpoint(Avow avow, String key) {
        return Http.get(avow.url() + "/api/v1/audit-logs/checkpoint", key).json();
    }

    private static AvowProcess.Ended verify(TempHome home, Path export, String witness) {
        return AvowHere.run(
                home.path(), Map.of(), "verify", export.toString(), "--witness-key", witness);
    }

    @Test
    void start_withAKeyThatIsNoWitnesss_saysSo() {
        try (TempHome home = TempHome.fresh()) {
            AvowProcess.Ended ended =
                    AvowHere.run(
                            home.path(),
                            Map.of("AVOW_AUDIT_WITNESSES", "https://witness.example nokey"),
                            "start");

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err()).contains("AVOW_AUDIT_WITNESSES", "none of a witness");
        }
    }
}
