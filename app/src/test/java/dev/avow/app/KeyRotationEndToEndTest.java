package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** I7: a tenant's key is rotated by a running Avow, through sudden deaths, backups and restores. */
final class KeyRotationEndToEndTest {

    private static final String CHAT =
            """
            {"model":"up/m","messages":[{"role":"user","content":"hello"}]}
            """;

    private static final String ROTATIONS = "/api/v1/key-rotations";

    @Test
    void I7_rotation_killedAgainAndAgain_endsAndEverythingOpens() throws IOException {
        try (TempHome home = TempHome.fresh();
                SlowUpstream upstream = SlowUpstream.start(7)) {
            Map<String, String> settings =
                    Map.of(
                            "AVOW_KEY_ROTATION_SETTLE",
                            "3",
                            "AVOW_KEY_ROTATION_BATCH_ROWS",
                            "3",
                            "AVOW_KEYS_BACKUP_DIR",
                            home.outputs().resolve("keys").toString());
            String admin = home.newKey("admin,models");
            home.newProvider("up", upstream.baseUrl());
            home.newKeysOf(
                    "models",
                    IntStream.range(0, 12).mapToObj(i -> "person" + i + "@example.org").toList());
            String backup =
                    AvowHere.run(home.path(), settings, "backup").line().lines().toList().getLast();
            String id = AvowHere.run(home.path(), settings, "key", "rotate").line();
            for (int kill = 0; kill < 3; kill++) {
                try (AvowProcess avow = AvowProcess.serve(home.path(), settings)) {
                    LockSupport.parkNanos(1_300_000_000L * kill);
                    avow.kill();
                }
            }
            try (AvowHere avow = AvowHere.serve(home.path(), settings)) {
                JsonNode done = complete(avow, admin, id);
                assertThat(done.path("moved").asInt()).isGreaterThan(12);
                assertThat(done.path("unreadable").asInt()).isZero();
                allOpens(home, avow, admin);
            }
            sameKeys(home);

            AvowHere.run(home.path(), settings, "restore", backup).line();
            try (AvowHere avow = AvowHere.serve(home.path(), settings)) {
                JsonNode again =
                        Http.get(avow.url() + ROTATIONS, admin).json().path("items").path(0);
                assertThat(again.path("reason").stringValue()).isEqualTo("restored");
                JsonNode done = complete(avow, admin, again.path("id").stringValue());
                assertThat(done.path("unreadable").asInt()).isZero();
                allOpens(home, avow, admin);
            }
        }
    }

    private static JsonNode complete(Avow avow, String admin, String id) {
        String one = avow.url() + ROTATIONS + "/" + id;
        Eventually.holds(
                "the rotation is complete",
                () -> Http.get(one, admin).json().path("state").asString("").equals("complete"),
                Duration.ofSeconds(60));
        return Http.get(one, admin).json();
    }

    private static void allOpens(TempHome home, Avow avow, String admin) {
        JsonNode users = Http.get(avow.url() + "/api/v1/users", admin).json().path("items");
        assertThat(users.toString()).contains("person0@example.org", "person11@example.org");
        assertThat(
                        Http.post(
                                        avow.url() + "/v1/chat/completions",
                                        admin,
                                        HttpRequest.BodyPublishers.ofString(CHAT))
                                .status())
                .isEqualTo(200);
        var verified = AvowHere.run(home.path(), Map.of("AVOW_KEY", admin), "verify", avow.url());
        assertThat(verified.line()).contains("proven");
    }

    /** The copy of the keys is the keys: an older one would open nothing any more. */
    private static void sameKeys(TempHome home) throws IOException {
        Path keys = home.path().resolve("keys");
        try (Stream<Path> all = Files.walk(keys)) {
            List<Path> files =
                    all.filter(file -> file.toString().endsWith(".key"))
                            .map(keys::relativize)
                            .toList();
            assertThat(files).hasSizeGreaterThan(12);
            for (Path file : files) {
                assertThat(home.outputs().resolve("keys").resolve(file))
                        .hasSameBinaryContentAs(keys.resolve(file));
            }
        }
        assertThat(
                        new String(
                                Files.readAllBytes(keys.resolve("master.json")),
                                StandardCharsets.UTF_8))
                .isNotEmpty();
    }
}
