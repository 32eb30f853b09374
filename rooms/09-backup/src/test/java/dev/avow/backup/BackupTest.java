package dev.avow.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.tenancy.Snapshot;
import dev.avow.tenancy.SpareDatabase;
import dev.avow.words.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** R4: backups hold everything, of one moment, and the newest stays. */
final class BackupTest extends AtSite {

    @Test
    void make_whileRowsAreWritten_isOfOneMoment() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Thread writing =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; !stop.get(); i++) {
                                site.newPerson("p" + i + "@example.com", 5);
                            }
                        });
        try {
            for (int round = 0; round < 5; round++) {
                BackupMaker.Made made = site.backup();
                try (SpareDatabase spare = site.spare()) {
                    // Foreign keys are checked when they are put back; nothing may be missing.
                    assertThat(Restoration.load(site.open(made), spare.access()))
                            .allMatch(each -> each.orphans() == 0);
                }
            }
        } finally {
            stop.set(true);
            writing.join();
        }
    }

    @Test
    void make_secondAtTheSameTime_isRefused() {
        try (var _ = Snapshot.reserve(site.database.access())) {
            assertThatThrownBy(site::backup)
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("another backup");
        }
        site.backup();
    }

    @Test
    void make_placeThatFails_leavesNothing() throws IOException {
        for (int failing = 0; failing < 12; failing += 3) {
            FailingPlace place = new FailingPlace(site.place, failing);
            assertThatThrownBy(() -> site.maker().make(place, Map.of()))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("cannot be written");
            assertThat(site.place.names()).isEmpty();
        }
    }

    @Test
    void expire_old_goesButNeverTheNewest() throws IOException {
        site.backup();
        BackupMaker.Made newest = site.backup();
        Files.createDirectories(folder.resolve("backups/avow-20200101T000000Z-0123456789ab"));
        Backups backups = new Backups(site.place);
        backups.check(newest.name(), new Checked(Instant.now(), true));

        assertThat(backups.expire(Duration.ofDays(30), Instant.now())).isEqualTo(1);
        assertThat(backups.all()).hasSize(2);
        assertThat(backups.expire(Duration.ofDays(30), Instant.now().plus(Duration.ofDays(31))))
                .isEqualTo(1);
        assertThat(backups.all())
                .singleElement()
                .satisfies(each -> assertThat(each.name()).isEqualTo(newest.name()))
                .satisfies(
                        each -> assertThat(each.checked().map(Checked::restored)).contains(true));
    }

    @Test
    void persons_everyTable_isKnownWhereItNamesPeople() {
        try (var snapshot = Snapshot.reserve(site.database.access())) {
            assertThat(snapshot.tables())
                    .isNotEmpty()
                    .noneMatch(each -> Persons.isForgotten(each.name(), each.columns()));
            assertThat(Persons.isForgotten("novelty", List.of("tenant_id", "user_id"))).isTrue();
        }
        long sequences =
                site.database
                        .tenancy()
                        .atTheGate(handle ->
                                handle.createQuery("SELECT count(*) FROM pg_sequences")
                                        .mapTo(long.class)
                                        .one());
        assertThat(sequences).as("sequences, which a backup would have to hold too").isZero();
    }
}
