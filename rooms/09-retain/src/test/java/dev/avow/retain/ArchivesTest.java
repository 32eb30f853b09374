package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R2: interactions move to the archive whole, and stay readable there. */
class ArchivesTest extends ArchiveSite {

    @Test
    void r2_daysThatAreOver_moveAndAreReadBackWhole() throws IOException {
        Instant old = NOW.minus(Duration.ofDays(40));
        Set<UUID> moved =
                new TreeSet<>(
                        Set.of(
                                table.add(old, ada),
                                table.add(old.plusSeconds(1), null),
                                table.add(old.plusSeconds(2), ben),
                                table.add(old.plus(Duration.ofDays(2)), ada)));
        // Of the day that is 30 days ago only the morning is: the day is not over.
        UUID morning = table.add(NOW.minus(Duration.ofDays(30)).minusSeconds(60), ada);

        run(2);

        assertThat(table.left()).containsExactly(morning);
        assertThat(archived(null)).isEqualTo(moved);
        assertThat(archived(ada)).hasSize(2);
        // Two of the week, and two more of it, of another day.
        assertThat(table.count("archives")).isEqualTo(2);
        assertThat(files()).hasSize(2);
        assertThat(archives(10).read(TENANT, old, old.plusSeconds(1), null, _ -> {}).interactions())
                .isEqualTo(1);
    }

    @Test
    void r2_twoWeeks_areTwoFiles() throws IOException {
        Instant sunday = Instant.parse("2026-05-17T23:59:59.999999Z");
        Set<UUID> moved = new TreeSet<>();
        moved.add(table.add(sunday.minus(Duration.ofDays(6)), ada));
        moved.add(table.add(sunday, ada));
        moved.add(table.add(sunday.plusNanos(1_000), ada));

        run(10);

        assertThat(archived(null)).isEqualTo(moved);
        assertThat(files()).hasSize(2);
        assertThat(archives(10).between(TENANT, sunday, sunday.plusSeconds(1)))
                .extracting(Archive::rows)
                .containsExactly(2, 1);
    }

    /** The driver brings some hundred at a time, and a hold is asked for each. */
    @Test
    void r2_manyRowsAtOnce_moveWholeButForThoseOfAHold() {
        Instant monday = Instant.parse("2026-05-11T00:00:00Z");
        Set<UUID> adas = new TreeSet<>();
        Set<UUID> bens = new TreeSet<>();
        int _ =
                database.tenancy()
                        .within(
                                TENANT,
                                handle -> {
                                    for (int row = 0; row < 1_300; row++) {
                                        UUID user = row % 3 == 0 ? ben : ada;
                                        UUID id = Ids.next();
                                        (row % 3 == 0 ? bens : adas).add(id);
                                        // Told in 20 or in 27 characters.
                                        long nanos = row % 2 == 0 ? 0 : 1_000;
                                        Instant at = monday.plusSeconds(row).plusNanos(nanos);
                                        int _ = table.add(handle, id, at, user);
                                    }
                                    return 0;
                                });
        LegalHold hold = table.hold(List.of(ben), null, null);

        run(5_000);

        assertThat(archived(null)).isEqualTo(adas);
        assertThat(table.left()).isEqualTo(bens);
        assertThat(counts().held()).isEqualTo(bens.size());

        table.release(hold);
        run(5_000);

        assertThat(archived(null)).hasSize(1_300);
        assertThat(archived(ben)).isEqualTo(bens);
    }

    /** Found at first: each was counted again as deleted when it went from the disk. */
    @Test
    void r2_whatMoved_isCountedOnce() {
        UUID _ = table.add(NOW.minus(Duration.ofDays(40)), ada);
        UUID _ = table.add(NOW.minus(Duration.ofDays(39)), ben);
        run(10);
        assertThat(counts().archived()).isEqualTo(2);

        long gone = new Sweep(database.tenancy(), SCHEDULE, () -> now).run(() -> true);
        run(10);

        assertThat(gone).isEqualTo(2);
        assertThat(counts().archived()).isZero();
        assertThat(counts().interactions()).isZero();
    }

    @Test
    void preview_archive_tellsWhatMovesAndWhichFilesGo() {
        UUID _ = table.add(NOW.minus(Duration.ofDays(60)), ada);
        run(10);
        UUID _ = table.add(NOW.minus(Duration.ofDays(40)), ada);
        UUID _ = table.add(NOW.minus(Duration.ofDays(29)), ada);
        UUID _ = table.add(NOW, ada);

        Preview preview = new Preview(database.tenancy(), SCHEDULE, () -> now);

        assertThat(preview.ahead(TENANT, 31).stream().map(each -> each.what() + " " + each.day()))
                .containsExactly(
                        "archive 2026-06-30",
                        "archive 2026-07-02",
                        "archive 2026-07-31",
                        "delete 2026-07-30");
        assertThat(preview.ahead(TENANT, 1)).hasSize(1);
    }

    @Test
    void files_all_sayNothingInTheClearOfPeopleOrUse() throws IOException {
        UUID _ = table.add(NOW.minus(Duration.ofDays(40)), ada);

        run(10);

        for (Path file : files()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .doesNotContain(ada.toString(), "hmac-sha256", "completed");
        }
    }

    @Test
    void erased_personsKeyDestroyed_theirRowsCannotBeReadAndOthersCan() {
        UUID _ = table.add(NOW.minus(Duration.ofDays(40)), ada);
        UUID others = table.add(NOW.minus(Duration.ofDays(40)), ben);
        run(10);

        database.keyring().subjects().destroy(TENANT, ada);

        assertThat(archived(null)).containsExactly(others);
        assertThat(archives(10).read(TENANT, Instant.EPOCH, NOW, null, _ -> {}).erased())
                .isEqualTo(1);
    }

    @Test
    void i7_sealAnew_keyRotated_everyArchiveIsReadWithoutTheOldVersion() throws IOException {
        Set<UUID> moved = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            moved.add(table.add(NOW.minus(Duration.ofDays(40 + 7 * i)), i == 0 ? ada : null));
            moved.add(table.add(NOW.minus(Duration.ofDays(40 + 7 * i)), null));
        }
        run(10);
        rotate();

        assertThat(archives(10).sealAnew(TENANT, () -> true)).contains(3);
        assertThat(archives(10).sealAnew(TENANT, () -> true)).contains(0);
        assertThat(archives(10).sealAnew(TENANT, () -> false)).isEmpty();
        assertThat(database.keyring().subjects().rewrap(TENANT, ada)).isTrue();
        database.keyring().rotation().retireOthers(TENANT);

        assertThat(archived(null)).isEqualTo(moved);
        assertThat(archived(ada)).hasSize(1);
        assertThat(files()).hasSize(3);
        assertThat(table.count("archives")).isEqualTo(3);
    }

    @Test
    void read_fileChangedInItsStore_isRefused() throws IOException {
        UUID _ = table.add(NOW.minus(Duration.ofDays(40)), ada);
        run(10);
        Path file = files().getFirst();
        byte[] content = Files.readAllBytes(file);
        content[10] ^= 1;
        Files.write(file, content);

        assertThatThrownBy(() -> archived(null))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("was changed in its store");
    }
}
