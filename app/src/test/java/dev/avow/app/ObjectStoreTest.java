package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.backup.BackupPlace;
import dev.avow.objects.S3Server;
import dev.avow.postgres.Options;
import dev.avow.retain.Archives;
import dev.avow.retain.Expiry;
import dev.avow.retain.RetentionRun;
import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** R2, R4: with an S3-compatible store in the place of folders. */
final class ObjectStoreTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    private static final String USES =
            """
            INSERT INTO interactions (tenant_id, id, occurred_at, channel, platform_id, model,
                prompt_hash, content_length, classifications, policy_action, risk_score, status)
            VALUES (:tenant, :id, :at, 'api', 'p', 'm', 'h', 1, '[]', 'Log', 0.1, 'completed')
            """;

    private static S3Server server;

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void archiveAndBackup_inABucket_areReadBackAndRestored() throws IOException {
        try (TempHome home = TempHome.fresh()) {
            Settings settings = Settings.from(environment(home));
            assertThat(Places.check(settings)).isEmpty();
            Instant old = Instant.now().minus(Duration.ofDays(40));
            BackupPlace place = Places.backups(settings);
            String name;
            try (Storage storage = Storage.forCommand(settings)) {
                add(storage, old);
                add(storage, Instant.now());
                Archives archives = archive(settings, storage);
                assertThat(uses(storage)).isOne();
                assertThat(archived(archives, old)).contains("\"prompt_hash\":\"h\"");

                BackupRun.Done done =
                        new BackupRun(
                                        settings,
                                        storage,
                                        Services.audit(storage, settings, Clock.systemUTC()),
                                        Clock.systemUTC())
                                .run(place, true);
                name = done.made().name();
                assertThat(done.location()).isEqualTo("s3://avow-test/backups/" + name);
                add(storage, Instant.now());
            }

            RestoreRun.Done restored =
                    new RestoreRun(settings, Optional.empty()).run(place, name, false);

            assertThat(restored.manifest().rows()).isPositive();
            try (Storage storage = Storage.forCommand(settings)) {
                assertThat(uses(storage)).isOne();
            }
        }
    }

    @Test
    void check_storeThatRefuses_stopsTheStartWithoutTheSecret() {
        try (TempHome home = TempHome.fresh()) {
            Map<String, String> wrong = environment(home);
            wrong.put("AVOW_S3_SECRET_ACCESS_KEY", "another-secret");

            assertThatThrownBy(() -> Places.check(Settings.from(wrong)))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("AVOW_S3_SECRET_ACCESS_KEY")
                    .hasMessageNotContaining("another-secret");
        }
    }

    @Test
    void check_bucketWithVersions_isRefusedUnlessAllowed() {
        try (TempHome home = TempHome.fresh()) {
            server.keepVersions("with-versions");
            Map<String, String> environment = environment(home);
            environment.put("AVOW_BACKUP_LOCATION", "s3://with-versions/x");

            assertThatThrownBy(() -> Places.check(Settings.from(environment)))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("AVOW_S3_VERSIONED_BUCKET");

            environment.put("AVOW_S3_VERSIONED_BUCKET", "allow");
            assertThat(Places.check(Settings.from(environment))).isEmpty();
        }
    }

    @Test
    void places_locationThatIsNone_isNamed() {
        try (TempHome home = TempHome.fresh()) {
            Map<String, String> environment = environment(home);
            environment.put("AVOW_BACKUP_LOCATION", "gs://bucket/x");

            assertThatThrownBy(() -> Places.backups(Settings.from(environment)))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("AVOW_BACKUP_LOCATION must be a folder");
        }
    }

    private static Map<String, String> environment(TempHome home) {
        Map<String, String> environment = new HashMap<>(server.settings());
        environment.put("AVOW_HOME", home.path().toString());
        environment.put("AVOW_DATABASE_PROGRAMS", Options.sharedBinariesDir().toString());
        environment.put("AVOW_INTERACTION_ARCHIVE_ENABLED", "true");
        environment.put("AVOW_INTERACTION_ARCHIVE_LOCATION", "s3://avow-test/archive");
        environment.put("AVOW_BACKUP_LOCATION", "s3://avow-test/backups");
        return environment;
    }

    private static Archives archive(Settings settings, Storage storage) {
        Clock clock = Clock.systemUTC();
        Archives archives =
                new Archives(
                        storage.tenancy(),
                        storage.keyring(),
                        Places.archive(
                                settings.retention().archiveLocation().orElseThrow(),
                                settings.objectStore()),
                        Retaining.schedule(settings),
                        clock,
                        100);
        new RetentionRun(
                        storage.tenancy(),
                        new Expiry(storage.tenancy(), Retaining.schedule(settings), clock, 100),
                        Optional.of(archives),
                        clock)
                .of(TENANT, () -> true);
        return archives;
    }

    private static String archived(Archives archives, Instant around) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Archives.Found found =
                archives.read(
                        TENANT,
                        around.minusSeconds(1),
                        around.plusSeconds(1),
                        null,
                        lines::writeBytes);
        assertThat(found).isEqualTo(new Archives.Found(1, 0));
        return lines.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void add(Storage storage, Instant at) {
        int _ =
                storage.tenancy()
                        .within(
                                TENANT,
                                handle ->
                                        handle.createUpdate(USES)
                                                .bind("tenant", TENANT.value())
                                                .bind("id", Ids.next())
                                                .bind("at", at.atOffset(ZoneOffset.UTC))
                                                .execute());
    }

    private static long uses(Storage storage) {
        return storage.tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.createQuery("SELECT count(*) FROM interactions")
                                        .mapTo(long.class)
                                        .one());
    }
}
