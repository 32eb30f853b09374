package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.retain.JournalEntry;
import dev.avow.retain.PrivacyJournal;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** R4, P3: the commands as an operator meets them, and their sudden deaths. */
final class BackupCommandsTest {

    private static final String CHAT =
            """
            {"model": "avow/mirror", "messages": [{"role": "user", "content": "hello"}]}
            """;

    private static final Map<String, String> NONE = Map.of();

    @Test
    void restore_personErasedSince_bringsBackEverythingElse() throws IOException {
        try (TempHome home = TempHome.fresh()) {
            List<String> keys =
                    home.newKeysOf("models,read", List.of("anna@example.com", "ben@example.com"));
            String anna = keys.getFirst();
            String ben = keys.getLast();
            String admin = home.newKey("admin");
            String location;
            UUID person;
            try (AvowHere avow = AvowHere.serve(home.path(), NONE)) {
                assertThat(chat(avow, anna)).isEqualTo(200);
                assertThat(chat(avow, ben)).isEqualTo(200);
                person =
                        UUID.fromString(
                                Http.get(avow.url() + "/api/v1/users/me", anna)
                                        .json()
                                        .path("id")
                                        .stringValue());
                String out = AvowHere.run(home.path(), NONE, "backup", "--verify").line();
                location = out.lines().toList().getLast();
                JsonNode listed = Http.get(avow.url() + "/api/v1/backups", admin).json();
                assertThat(listed.path("items").path(0).path("location").stringValue())
                        .isEqualTo(location);
                assertThat(listed.path("items").path(0).path("restored_on_trial").booleanValue())
                        .isTrue();
                assertThat(chat(avow, ben)).isEqualTo(200);
                var running = AvowHere.run(home.path(), NONE, "restore", location);
                assertThat(running.status()).isEqualTo(1);
                assertThat(running.err().lines()).singleElement().asString().contains("stop it");
            }
            new PrivacyJournal(home.path().resolve("keys"))
                    .append(JournalEntry.erased(Instant.now(), TenantId.DEFAULT, person));

            String said = AvowHere.run(home.path(), NONE, "restore", location).line();

            assertThat(said).contains("replayed: 1 erasures").contains("lost up to");
            try (AvowHere avow = AvowHere.serve(home.path(), NONE)) {
                assertThat(chat(avow, anna)).isEqualTo(401);
                assertThat(chat(avow, ben)).isEqualTo(200);
                JsonNode uses =
                        Http.get(avow.url() + "/api/v1/interactions", admin).json().path("items");
                assertThat(uses).hasSize(2);
                assertThat(uses.toString()).doesNotContain(person.toString());
                var verified =
                        AvowHere.run(home.path(), Map.of("AVOW_KEY", admin), "verify", avow.url());
                assertThat(verified.line()).contains("proven");
            }
        }
    }

    @Test
    void restore_killedAtAnyMoment_leavesTheOldOrTheNew() {
        try (TempHome home = TempHome.fresh()) {
            String first = home.newKey("models");
            String location =
                    AvowHere.run(home.path(), NONE, "backup").line().lines().toList().getLast();
            long began = System.nanoTime();
            // As a process too, since it tells how long one takes.
            var _ = AvowProcess.run(home.path(), NONE, "restore", location).line();
            long whole = System.nanoTime() - began;
            String second = home.newKey("models");
            int percent = new Random().nextInt(40, 90);
            try (AvowProcess restoring =
                    AvowProcess.begin(home.path(), NONE, "restore", location)) {
                LockSupport.parkNanos(whole * percent / 100);
                restoring.kill();
            }
            try (AvowHere avow = AvowHere.serve(home.path(), NONE)) {
                assertThat(chat(avow, first)).as("after %d %%", percent).isEqualTo(200);
                assertThat(chat(avow, second)).as("after %d %%", percent).isIn(200, 401);
                assertThat(home.path().resolve("restore.pending")).doesNotExist();
            }
            assertThat(AvowHere.run(home.path(), NONE, "restore", location).status()).isZero();
        }
    }

    @Test
    void commands_mistakes_areOneLine() throws IOException {
        try (TempHome home = TempHome.fresh()) {
            Path file = Files.createFile(Files.createDirectories(home.outputs()).resolve("file"));
            wrong(home, "cannot be written", "backup", "--to", file.toString());
            wrong(home, "folder", "backup", "--to", "s3://Bucket/prefix");
            wrong(home, "no whole backup", "restore", file.resolveSibling("none").toString());
            wrong(home, "LOCATION", "restore", "s3://bucket");
        }
    }

    private static void wrong(TempHome home, String said, String... command) {
        var ended = AvowHere.run(home.path(), NONE, command);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err().lines()).singleElement().asString().contains(said);
    }

    private static int chat(Avow avow, String key) {
        return Http.post(avow.url() + "/v1/chat/completions", key, CHAT).status();
    }
}
