package dev.avow.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.rights.KeptExports.Asked;
import dev.avow.sealing.Place;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P1, P2: a copy goes on where it broke off, and nothing of it lies open meanwhile. */
final class KeptExportsTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final int SIZE = 200_000;

    private final TestDatabase database = TestDatabase.fresh();
    private final UUID anna = Ids.next();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir private @Nullable Path home;

    @AfterEach
    void close() {
        database.close();
    }

    private Path folder() {
        return Objects.requireNonNull(home).resolve("exports");
    }

    private KeptExports exports(Duration life, long mostBytes) {
        return new KeptExports(folder(), database.keyring().subjects(), life, mostBytes, () -> now);
    }

    private KeptExports exports() {
        return exports(Duration.ofHours(1), 1 << 30);
    }

    private Asked asked(UUID asker) {
        return new Asked(TENANT, asker, anna, ExportFormat.NDJSON);
    }

    private static byte[] content() {
        byte[] content = new byte[SIZE];
        for (int at = 0; at < SIZE; at++) {
            content[at] = "anna@example.org ".getBytes(UTF_8)[at % 17];
        }
        return content;
    }

    /** Gives the content in parts of some length that divides nothing. */
    private static void make(Consumer<byte[]> sink) {
        byte[] content = content();
        for (int at = 0; at < SIZE; at += 30_011) {
            sink.accept(Arrays.copyOfRange(content, at, Math.min(SIZE, at + 30_011)));
        }
    }

    private static byte[] read(KeptExport copy, long from, long to) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        copy.read(from, to, all::writeBytes);
        return all.toByteArray();
    }

    private KeptExport made(KeptExports exports, UUID asker) {
        KeptExport copy = exports.begin(asked(asker)).orElseThrow();
        exports.make(copy, KeptExportsTest::make, _ -> {});
        assertThat(copy.awaitWhole(Duration.ZERO)).isTrue();
        return copy;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 200000, all of it",
        "199999, 200000, its last byte",
        "65536, 131072, one part",
        "65535, 65537, over the edge of two parts",
        "100000, 200000, what a client asks for that has half of it",
        "70000, 70001, a byte in the middle",
    })
    void P2_read_ofAnyRange_isTheSameBytes(int from, int to, String why) {
        KeptExport copy = made(exports(), anna);

        assertThat(copy.size()).isEqualTo(SIZE);
        assertThat(read(copy, from, to)).as(why).isEqualTo(Arrays.copyOfRange(content(), from, to));
    }

    @Test
    void P2_make_whoseTakerGoesAway_isMadeToItsEnd() {
        KeptExports exports = exports();
        KeptExport copy = exports.begin(asked(anna)).orElseThrow();
        List<byte[]> taken = new ArrayList<>();

        assertThatThrownBy(() ->
                        exports.make(
                                copy,
                                KeptExportsTest::make,
                                part -> {
                                    if (taken.size() == 2) {
                                        throw new IllegalStateException("broken off");
                                    }
                                    taken.add(part);
                                }))
                .hasMessage("broken off");

        KeptExport found = exports.find(asked(anna)).orElseThrow();
        assertThat(found.awaitWhole(Duration.ZERO)).isTrue();
        assertThat(read(found, 60_022, SIZE))
                .isEqualTo(Arrays.copyOfRange(content(), 60_022, SIZE));
    }

    @Test
    void awaitWhole_whileItIsMade_letsGoOfWhoTakesItNow() {
        KeptExports exports = exports();
        KeptExport copy = exports.begin(asked(anna)).orElseThrow();
        int[] letGo = new int[1];
        copy.onResumed(() -> letGo[0]++);
        assertThat(copy.awaitWhole(Duration.ZERO)).as("nobody takes it yet").isFalse();
        exports.make(
                copy,
                sink -> {
                    sink.accept(new byte[10]);
                    assertThat(copy.awaitWhole(Duration.ZERO)).isFalse();
                    assertThat(copy.isMade()).isTrue();
                },
                _ -> {});

        assertThat(letGo[0]).isEqualTo(1);
        assertThat(copy.awaitWhole(Duration.ZERO)).isTrue();
    }

    @Test
    void find_byAnybodyElseOrAfterItsTime_isEmpty() {
        KeptExports exports = exports();
        KeptExport copy = made(exports, anna);
        assertThat(exports.find(asked(Ids.next()))).isEmpty();
        assertThat(exports.find(new Asked(TENANT, anna, anna, ExportFormat.CSV))).isEmpty();

        now = now.plus(Duration.ofMinutes(59));
        assertThat(exports.find(asked(anna))).contains(copy);
        assertThat(read(copy, 0, 1)).hasSize(1);
        now = now.plus(Duration.ofMinutes(59));
        assertThat(exports.find(asked(anna))).as("it was used meanwhile").contains(copy);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(exports.find(asked(anna))).isEmpty();
        assertThat(exports(Duration.ZERO, 1 << 30).begin(asked(anna))).isEmpty();
    }

    @Test
    void begin_again_letsGoOfTheOneBefore() {
        KeptExports exports = exports();
        KeptExport first = made(exports, anna);

        KeptExport second = made(exports, anna);

        assertThat(second.entityTag()).isNotEqualTo(first.entityTag());
        assertThatThrownBy(() -> read(first, 0, 1)).isInstanceOf(RuntimeException.class);
        assertThat(exports.find(asked(anna))).contains(second);
    }

    @Test
    void P3_erasure_byKeyOrByName_leavesNothingToRead() {
        KeptExports exports = exports();
        KeptExport copy = made(exports, anna);
        database.keyring().subjects().destroy(TENANT, anna);
        assertThatThrownBy(() -> read(copy, 0, 1)).hasMessage("the person was erased");

        exports.drop(TENANT, anna);
        assertThat(exports.find(asked(anna))).isEmpty();
    }

    @Test
    void P3_make_ofAPersonWhoIsErasedMeanwhile_keepsNothing() {
        KeptExports exports = exports();
        KeptExport copy = exports.begin(asked(anna)).orElseThrow();
        Optional<byte[]> _ =
                database.keyring()
                        .subjects()
                        .seal(TENANT, anna, "x", new Place(TENANT, "t", "c", anna));

        exports.make(
                copy,
                sink -> {
                    database.keyring().subjects().destroy(TENANT, anna);
                    make(sink);
                },
                _ -> {});

        assertThat(exports.find(asked(anna))).isEmpty();
    }

    @Test
    void I7_disk_hasNoFileOfThatName_andNothingInTheClear() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("left.spool"), "of a process that died");
        KeptExports exports = exports();
        assertThat(folder()).isEmptyDirectory();

        KeptExport copy = made(exports, anna);

        assertThat(folder()).isEmptyDirectory();
        assertThat(copy.onDisk()).isGreaterThan(SIZE);
        assertThat(new String(copy.bytesOnDisk(), UTF_8)).doesNotContain("anna@", "example.org");
    }

    @Test
    void make_beyondTheLimit_takesTheOldestAndGoesOnWithoutBeingKept() {
        KeptExports exports = exports(Duration.ofHours(1), 2 * SIZE + 100_000);
        UUID ben = Ids.next();
        UUID carl = Ids.next();
        KeptExport first = made(exports, anna);
        KeptExport second = made(exports, ben);
        KeptExport third = made(exports, carl);
        assertThat(exports.find(asked(anna))).as("the oldest").isEmpty();
        assertThat(exports.find(asked(ben))).contains(second);
        assertThat(exports.find(asked(carl))).contains(third);
        assertThat(first.isMade()).isFalse();

        KeptExports small = exports(Duration.ofHours(1), 100_000);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        small.make(small.begin(asked(anna)).orElseThrow(), KeptExportsTest::make, all::writeBytes);
        assertThat(all.toByteArray()).isEqualTo(content());
        assertThat(small.find(asked(anna))).isEqualTo(Optional.empty());
    }
}
