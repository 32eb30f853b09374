package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.backup.Backups;
import dev.avow.backup.Checked;
import dev.avow.control.BackupRoutes;
import dev.avow.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** R4: daily, kept 30 days, tried once a week; what fails is told. */
final class BackupJobTest {

    @Test
    void look_dayAfterDay_makesTriesAndExpires() throws IOException {
        try (TempHome home = TempHome.fresh()) {
            Settings settings = home.settings();
            try (Storage storage = Storage.forCommand(settings)) {
                job(settings, storage, Duration.ZERO).look();
                BackupJob job = job(settings, storage, Duration.ofHours(1));
                job.look();
                assertThat(job.backups()).hasSize(1).allMatch(each -> tried(each));
                assertThat(job.lastFailure()).isEmpty();

                job(settings, storage, Duration.ofHours(25)).look();
                assertThat(job.backups()).hasSize(2);
                assertThat(tried(job.backups().getFirst())).isFalse();

                job(settings, storage, Duration.ofDays(31)).look();
                assertThat(job.backups()).hasSize(1);

                Path place = home.path().resolve("backups");
                Files.move(place, home.path().resolve("moved"));
                Files.createFile(place);
                job.look();
                assertThat(job.lastFailure().map(BackupRoutes.Failure::message).orElse(""))
                        .contains("cannot be written");
            }
        }
    }

    private static BackupJob job(Settings settings, Storage storage, Duration later) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        return new BackupJob(settings, storage, Services.audit(storage, settings, clock), clock);
    }

    private static boolean tried(Backups.Entry entry) {
        return entry.checked().map(Checked::restored).orElse(false);
    }
}
