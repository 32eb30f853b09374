package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.sealing.Rewrapping;
import dev.avow.words.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** I7: the master key is rotated by a running Avow, through a sudden death and a restore. */
final class MasterRotationEndToEndTest {

    private static final Map<String, String> SETTINGS = Map.of("AVOW_KEY_ROTATION_SETTLE", "1");

    @Test
    void I7_masterKeyRotation_killedOnceWhileRequestsRun_endsAndOlderBackupsNeedTheFormerKey()
            throws Exception {
        try (TempHome home = TempHome.fresh()) {
            String admin = home.newKey("admin,models");
            List<String> _ = home.newKeysOf("models", List.of("anna@example.org"));
            Path master = home.path().resolve("keys/master.json");
            Path former = home.outputs().resolve("former.json");
            String backup = run(home, "backup").line().lines().toList().getLast();
            refused(
                    home,
                    "--former must not lie in " + home.path().resolve("backups"),
                    SETTINGS,
                    "key",
                    "rotate-master",
                    "--former",
                    home.path().resolve("backups/former.json").toString());
            assertThat(run(home, "key", "rotate-master", "--former", former.toString()).line())
                    .contains("is kept in " + former, "./avow restore --former-master-key");
            assertThat(former).hasSameBinaryContentAs(master);
            try (AvowProcess avow = AvowProcess.serve(home.path(), SETTINGS)) {
                LockSupport.parkNanos(500_000_000);
                avow.kill();
            }
            try (AvowHere avow = AvowHere.serve(home.path(), SETTINGS)) {
                goesOnServing(avow, admin, home.path().resolve("keys/master.json.rotation"));
                assertThat(run(home, "key", "master").line())
                        .contains("rotation: none", " 0 under an older one, 0 do not open");
            }
            assertThat(former).isNotEmptyFile();

            refused(home, "--former-master-key FILE", SETTINGS, "restore", backup);
            refused(
                    home,
                    "check that AVOW_MASTER_KEY_FILE",
                    Map.of("AVOW_MASTER_KEY_FILE", former.toString()),
                    "start");
            Path nowhere = home.path().resolve("keys/other.json");
            refused(
                    home,
                    "there is no master key at " + nowhere,
                    Map.of("AVOW_MASTER_KEY_FILE", nowhere.toString()),
                    "start");
            assertThat(nowhere).doesNotExist();

            String _ =
                    run(home, "restore", "--former-master-key", former.toString(), backup).line();
            try (AvowHere avow = AvowHere.serve(home.path(), SETTINGS)) {
                sees(avow, admin);
            }
            allIsUnderTheNewest(home);
        }
    }

    private static void allIsUnderTheNewest(TempHome home) {
        try (Storage storage = Storage.forCommand(home.settings())) {
            Rewrapping.Found found = storage.keyring().rewrapping().look(TenantId.DEFAULT);
            assertThat(found.newest()).isGreaterThanOrEqualTo(3);
            assertThat(found.older() + found.unreadable().size()).isZero();
        }
    }

    private static void goesOnServing(Avow avow, String admin, Path underWay)
            throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger served = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Thread asking =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!over.get()) {
                                int status = Http.get(avow.url() + "/api/v1/users", admin).status();
                                (status == 200 ? served : failed).incrementAndGet();
                                LockSupport.parkNanos(5_000_000);
                            }
                        });
        Eventually.holds(
                "the rotation is complete", () -> !Files.exists(underWay), Duration.ofSeconds(60));
        over.set(true);
        boolean asked = asking.join(Duration.ofSeconds(20));
        assertThat(asked).isTrue();
        assertThat(served.get()).isPositive();
        assertThat(failed.get()).isZero();
        sees(avow, admin);
    }

    private static void sees(Avow avow, String admin) {
        assertThat(Http.get(avow.url() + "/api/v1/users", admin).json().path("items").toString())
                .contains("anna@example.org");
    }

    private static AvowProcess.Ended run(TempHome home, String... command) {
        return AvowHere.run(home.path(), SETTINGS, command);
    }

    private static void refused(
            TempHome home, String said, Map<String, String> settings, String... command) {
        AvowProcess.Ended ended = AvowHere.run(home.path(), settings, command);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains(said);
    }
}
