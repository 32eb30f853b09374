package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.sealing.SubjectKeys;
import dev.avow.testing.TestDatabase;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R2: interactions move to the archive whole, stay readable there, and expire there too. */
class ArchivesTest {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Schedule SCHEDULE =
            new Schedule(Profile.GOVERNANCE, Map.of(), Optional.of(Duration.ofDays(30)));

    @TempDir Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final Table table = new Table(database, TENANT);
    private final UUID ada = Ids.next();
    private final UUID ben = Ids.next();
    private Instant now = NOW;
    private FailingStore store = new FailingStore(new FolderObjects(Path.of("unused")));
    private final SubjectKeys subjects = database.keyring().subjects();

    @BeforeEach
    void open() {
        store = new FailingStore(new FolderObjects(folder.resolve("archive")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A store that dies at one of its steps, before it is done or after. */
    private static final class FailingStore implements ObjectStore {
        private final ObjectStore real;
        private int stepsLeft = Integer.MAX_VALUE;
        private boolean after;

        FailingStore(ObjectStore real) {
            this.real = real;
        }

        void dieAt(int step, boolean afterIt) {
            stepsLeft = step;
            after = afterIt;
        }

        void live() {
            stepsLeft = Integer.MAX_VALUE;
        }

        /** Several objects are written at once; after a death nothing is. */
        private void step(Runnable work) {
            int left;
            synchronized (this) {
                left = --stepsLeft;
            }
            if (left >= 0 || (left == -1 && after)) {
                work.run();
            }
            if (left < 0) {
                throw new IllegalStateException("killed");
            }
        }

        @Override
        public void put(String name, byte[] content) {
            step(() -> real.put(name, content));
        }

        @Override
        public Optional<byte[]> get(String name) {
            return real.get(name);
        }

        @Override
        public void delete(String name) {
            step(() -> real.delete(name));
        }
    }

    private Archives archives(int rows) {
        return new Archives(
                database.tenancy(), database.keyring(), store, SCHEDULE, () -> now, rows);
    }

    private void run(int rows) {
        new RetentionRun(
                        database.tenancy(),
                        new Expiry(database.tenancy(), SCHEDULE, () -> now, rows),
                        Optional.of(archives(rows)),
                        () -> now)
                .of(TENANT, () -> true);
    }

    private Set<UUID> archived(@Nullable UUID user) {
        List<String> lines = new ArrayList<>();
        Archives.Found found =
                archives(10)
                        .read(
                                TENANT,
                                Instant.EPOCH,
                                NOW.plus(Duration.ofDays(999)),
                                user,
                                bytes ->
                                        new String(bytes, StandardCharsets.UTF_8)
                                                .lines()
                                                .forEach(lines::add));
        assertThat(found.interactions()).isEqualTo(lines.size());
        Set<UUID> ids = new TreeSet<>();
        for (String line : lines) {
            ids.add(UUID.fromString(line.replaceAll(".*\"id\":\"([0-9a-f-]{36})\".*", "$1")));
        }
        assertThat(ids).hasSize(lines.size());
        return ids;
    }

    private long files() throws IOException {
        if (!Files.exists(folder.resolve("archive"))) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder.resolve("archive"))) {
            return all.filter(Files::isRegularFile).count();
        }
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

    private RunCounts counts() {
        return database.tenancy().within(TENANT, RunCounts::last).orElseThrow();
    }

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
        assertThat(files()).isEqualTo(2);
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
        assertThat(files()).isEqualTo(2);
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

    /** The file goes with its newest row; until then nobody reads what is past its time. */
    @Test
    void r1_rowPastItsTimeInAFileThatIsNot_isReadByNobodyUnlessHeld() {
        Instant tuesday = Instant.parse("2026-05-12T12:00:00Z");
        UUID first = table.add(tuesday, ada);
        UUID second = table.add(tuesday.plus(Duration.ofDays(1)), ben);
        UUID last = table.add(tuesday.plus(Duration.ofDays(4)), ben);
        run(10);
        assertThat(archived(null)).containsExactlyInAnyOrder(first, second, last);

        now = tuesday.plus(Duration.ofDays(92));
        run(10);
        assertThat(archived(null)).containsExactly(last);

        LegalHold hold = table.hold(List.of(ada), null, null);
        run(10);
        assertThat(archived(null)).containsExactlyInAnyOrder(first, last);
        assertThat(archived(ada)).containsExactly(first);
        assertThat(table.left()).isEmpty();

        now = tuesday.plus(Duration.ofDays(95));
        run(10);
        assertThat(archived(null)).isEmpty();
        assertThat(table.left()).containsExactly(first);
        table.release(hold);
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

        try (Stream<Path> all = Files.walk(folder.resolve("archive"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain(ada.toString(), "hmac-sha256", "completed");
            }
        }
    }

    @Test
    void erased_personsKeyDestroyed_theirRowsCannotBeReadAndOthersCan() {
        UUID _ = table.add(NOW.minus(Duration.ofDays(40)), ada);
        UUID others = table.add(NOW.minus(Duration.ofDays(40)), ben);
        run(10);

        subjects.destroy(TENANT, ada);

        assertThat(archived(null)).containsExactly(others);
        assertThat(archives(10).read(TENANT, Instant.EPOCH, NOW, null, _ -> {}).erased())
                .isEqualTo(1);
    }

    private void rotate() {
        int version = database.keyring().rotation().add(TENANT);
        database.keyring().rotation().promote(TENANT, version);
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
        assertThat(files()).isEqualTo(3);
        assertThat(table.count("archives")).isEqualTo(3);
    }

    /** Whatever step it dies at, each row is in one valid archive, and nothing stays behind. */
    @Test
    void i7_sealAnew_killedAtEachStep_losesAndDoublesNothing() throws IOException {
        Set<UUID> moved = new TreeSet<>();
        moved.add(table.add(NOW.minus(Duration.ofDays(40)), ada));
        moved.add(table.add(NOW.minus(Duration.ofDays(40)), null));
        run(10);
        int deaths = 0;
        for (boolean after : new boolean[] {false, true}) {
            rotate();
            for (int step = 0; ; step++) {
                store.dieAt(step, after);
                try {
                    assertThat(archives(10).sealAnew(TENANT, () -> true)).isPresent();
                    break;
                } catch (IllegalStateException killed) {
                    deaths++;
                    store.live();
                    assertThat(archived(null)).isEqualTo(moved);
                }
                run(10);
            }
            store.live();
            run(10);
            assertThat(archived(null)).isEqualTo(moved);
            assertThat(files()).isEqualTo(1);
        }
        assertThat(deaths).isEqualTo(4);
    }

    @Test
    void r5_heldRows_stayInTheTableAndMoveWhenReleased() {
        UUID held = table.add(NOW.minus(Duration.ofDays(40)), ada);
        UUID free = table.add(NOW.minus(Duration.ofDays(40)), ben);
        LegalHold hold = table.hold(List.of(ada), null, null);

        run(10);
        assertThat(table.left()).containsExactly(held);
        assertThat(archived(null)).containsExactly(free);

        table.release(hold);
        run(10);
        assertThat(table.left()).isEmpty();
        assertThat(archived(null)).containsExactlyInAnyOrder(held, free);
    }

    @Test
    void r1_archivePastItsRetention_goesWithItsFilesAndHeldRowsComeBack() throws IOException {
        UUID held = table.add(NOW.minus(Duration.ofDays(40)), ada);
        UUID _ = table.add(NOW.minus(Duration.ofDays(40)), ben);
        run(10);
        LegalHold hold = table.hold(List.of(ada), null, null);

        now = NOW.plus(Duration.ofDays(50)).minusSeconds(1);
        run(10);
        assertThat(archived(null)).hasSize(2);

        now = NOW.plus(Duration.ofDays(50)).plusSeconds(1);
        run(10);
        assertThat(archived(null)).isEmpty();
        assertThat(files()).isZero();
        assertThat(table.count("archives")).isZero();
        assertThat(table.left()).containsExactly(held);
        run(10);
        assertThat(table.left()).containsExactly(held);

        table.release(hold);
        run(10);
        assertThat(table.left()).isEmpty();
    }

    /** Every step of the store is a place to die at, before it is done and after. */
    @Test
    void run_diesAtAnyStepOfTheStore_nextRunLosesAndDoublesNothing() throws IOException {
        for (int step = 0; step < 14; step++) {
            for (boolean after : new boolean[] {false, true}) {
                Set<UUID> before = new TreeSet<>(archived(null));
                before.add(table.add(NOW.minus(Duration.ofDays(40)).plusSeconds(step), ada));
                before.add(table.add(NOW.minus(Duration.ofDays(41)).plusSeconds(step), null));
                store.dieAt(step, after);
                try {
                    run(10);
                } catch (IllegalStateException killed) {
                    Set<UUID> everywhere = new TreeSet<>(table.left());
                    everywhere.addAll(archived(null));
                    assertThat(everywhere).isEqualTo(before);
                }
                store.live();
                run(10);
                assertThat(table.left()).isEmpty();
                assertThat(archived(null)).isEqualTo(before);
                assertThat(files()).isEqualTo(table.count("archives"));
            }
        }
    }

    @Test
    void expiry_diesAtAnyStepOfTheStore_nextRunFinishes() throws IOException {
        for (int step = 0; step < 4; step++) {
            UUID _ = table.add(NOW.minus(Duration.ofDays(40 - step)), ada);
            now = NOW;
            run(10);
            now = NOW.plus(Duration.ofDays(55));
            store.dieAt(step, step % 2 == 0);
            assertThatThrownBy(() -> run(10)).hasMessage("killed");
            store.live();

            run(10);

            assertThat(files()).isZero();
            assertThat(table.count("archives")).isZero();
            assertThat(table.left()).isEmpty();
        }
    }

    @Test
    void hold_placedWhileAPartIsWritten_givesThePartUp() throws IOException {
        UUID held = table.add(NOW.minus(Duration.ofDays(40)), ada);
        UUID free = table.add(NOW.minus(Duration.ofDays(40)), ben);
        boolean[] placed = new boolean[1];
        store =
                new FailingStore(
                        new MeddledStore(
                                store,
                                () -> {
                                    if (!placed[0]) {
                                        placed[0] = true;
                                        LegalHold _ = table.hold(List.of(ada), null, null);
                                    }
                                }));

        run(10);

        assertThat(table.left()).containsExactly(held);
        assertThat(archived(null)).containsExactly(free);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void read_fileChangedInItsStore_isRefused() throws IOException {
        UUID _ = table.add(NOW.minus(Duration.ofDays(40)), ada);
        run(10);
        try (Stream<Path> all = Files.walk(folder.resolve("archive"))) {
            Path file = all.filter(Files::isRegularFile).findFirst().orElseThrow();
            byte[] content = Files.readAllBytes(file);
            content[10] ^= 1;
            Files.write(file, content);
        }

        assertThatThrownBy(() -> archived(null))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("was changed in its store");
    }
}
