package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T1: an auditor checks the log of a running installation, and what was taken away of it. */
final class VerifyCommandTest {

    @Test
    void verify_urlFileAndAlteredFile_provesAndRefuses(@TempDir Path folder) throws Exception {
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("admin");
            try (AvowHere avow = AvowHere.serve(home.path(), Map.of())) {
                Http.Answer checkpoint =
                        Http.get(avow.url() + "/api/v1/audit-logs/checkpoint", key);
                Http.Answer export = Http.get(avow.url() + "/api/v1/audit-logs/export", key);
                Path file = folder.resolve("log.ndjson");
                Files.writeString(file, export.body());
                Path earlier = folder.resolve("checkpoint");
                Files.writeString(earlier, checkpoint.json().path("checkpoint").asString());
                String verifier = checkpoint.json().path("verifier_key").asString();

                assertThat(
                                AvowHere.run(
                                                home.path(),
                                                Map.of("AVOW_KEY", key),
                                                "verify",
                                                avow.url())
                                        .line())
                        .contains("proven: 3 entries");
                assertThat(
                                AvowHere.run(
                                                home.path(),
                                                Map.of(),
                                                "verify",
                                                file.toString(),
                                                "--key",
                                                verifier,
                                                "--checkpoint",
                                                earlier.toString())
                                        .line())
                        .contains("proven: 2 entries", "continues the checkpoint of 1");

                Files.writeString(file, export.body().replace("api_key_created", "nothing"));
                AvowProcess.Ended refused =
                        AvowHere.run(home.path(), Map.of(), "verify", file.toString());
                assertThat(refused.status()).isEqualTo(1);
                assertThat(refused.err()).contains("entry 0 was altered");

                String logs = avow.url() + "/api/v1/audit-logs";
                String id = Http.get(logs, key).json().path("items").path(0).path("id").asString();
                Path entry = folder.resolve("entry.json");
                Files.writeString(entry, Http.get(logs + "/" + id + "/proof", key).body());
                Path growth = folder.resolve("growth.json");
                Files.writeString(growth, Http.get(logs + "/consistency?from=1", key).body());
                assertThat(
                                AvowHere.run(
                                                home.path(),
                                                Map.of(),
                                                "verify",
                                                entry.toString(),
                                                "--key",
                                                verifier)
                                        .line())
                        .contains("proven: entry 3 is in", "of 5 entries, with its sealed values");
                assertThat(
                                AvowHere.run(
                                                home.path(),
                                                Map.of(),
                                                "verify",
                                                growth.toString(),
                                                "--checkpoint",
                                                earlier.toString())
                                        .line())
                        .contains("of 5 entries continues the checkpoint of 1");

                Path tiles = folder.resolve("tiles");
                for (int entries : new int[] {5, 6}) {
                    assertThat(
                                    AvowHere.run(
                                                    home.path(),
                                                    Map.of("AVOW_KEY", key),
                                                    "tiles",
                                                    avow.url(),
                                                    "--to",
                                                    tiles.toString())
                                            .line())
                            .contains("proven: " + entries + " entries", "of 1 bundles", verifier);
                }
                assertThat(
                                AvowHere.run(
                                                home.path(),
                                                Map.of(),
                                                "verify",
                                                tiles.toString(),
                                                "--checkpoint",
                                                earlier.toString())
                                        .line())
                        .contains("proven: 6 entries");
                Path bundle = tiles.resolve("tile/entries/000.p/6");
                Files.writeString(
                        bundle, Files.readString(bundle).replace("api_key_created", "nothing"));
                assertThat(AvowHere.run(home.path(), Map.of(), "verify", tiles.toString()).err())
                        .contains("it does not prove: tile/entries/000.p/6");
            }
        }
    }
}
