package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.Charge;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** B5: what is under way outlives the process. */
final class JournalTest {

    @TempDir Path folder;

    @Test
    void read_whatWasWritten_isTheSame() throws IOException {
        Opening full =
                new Opening(
                        TenantId.DEFAULT,
                        Ids.next(),
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        Ids.next(),
                        Ids.next(),
                        "api",
                        "p",
                        "m",
                        "h",
                        7,
                        "[]",
                        "é 语",
                        "Mask",
                        0.5,
                        "h.example",
                        "1.0",
                        "b",
                        new Charge(7L, 8),
                        Aside.NONE);
        Opening bare =
                new Opening(
                        TenantId.DEFAULT,
                        Ids.next(),
                        Instant.EPOCH,
                        null,
                        null,
                        "",
                        "",
                        "",
                        "",
                        0,
                        "",
                        null,
                        "",
                        0,
                        null,
                        null,
                        null,
                        new Charge(7L, 8),
                        Aside.NONE);

        assertThat(JournalCodec.read(ByteBuffer.wrap(JournalCodec.write(full))))
                .isEqualTo(new JournalCodec.Opened(full));
        assertThat(JournalCodec.read(ByteBuffer.wrap(JournalCodec.write(bare))))
                .isEqualTo(new JournalCodec.Opened(bare));
    }

    @Test
    void append_entries_areReadBackInOrder() throws IOException {
        Path file = folder.resolve("uses-1.journal");
        JournalSegment segment = JournalSegment.create(file);
        for (int i = 1; i < 100; i++) {
            assertThat(segment.append(new byte[i])).isNotNegative();
        }

        List<JournalSegment.Found> entries = JournalSegment.entries(file);
        assertThat(entries).hasSize(99);
        assertThat(entries.get(41).payload().remaining()).isEqualTo(42);
    }

    @Test
    void append_full_isRefusedAndTheJournalGoesOnInAnotherFile() throws IOException {
        JournalSegment segment = JournalSegment.create(folder.resolve("uses-1.journal"));

        assertThat(segment.append(new byte[JournalSegment.SIZE - JournalSegment.HEADER])).isZero();
        assertThat(segment.append(new byte[1])).isNegative();
        assertThat(JournalSegment.entries(folder.resolve("uses-1.journal"))).hasSize(1);
    }

    @Test
    void entries_alteredByteOrLength_endTheFileThere() throws IOException {
        Path file = folder.resolve("uses-1.journal");
        JournalSegment segment = JournalSegment.create(file);
        segment.append(new byte[] {1, 2, 3});
        segment.append(new byte[] {4, 5, 6});
        byte[] bytes = Files.readAllBytes(file);
        bytes[12 + 10] ^= 1;
        Files.write(file, bytes);
        assertThat(JournalSegment.entries(file)).hasSize(1);

        bytes[12] = (byte) 0xFF;
        Files.write(file, bytes);
        assertThat(JournalSegment.entries(file)).hasSize(1);
        bytes[12] = 0x7F;
        Files.write(file, bytes);
        assertThat(JournalSegment.entries(file)).hasSize(1);
    }

    @Test
    void release_lastOfARetiredFile_deletesItAndNoSooner() {
        Path file = folder.resolve("uses-1.journal");
        JournalSegment segment = JournalSegment.create(file);
        long first = segment.append(new byte[1]);
        long second = segment.append(new byte[1]);
        segment.release(first);
        segment.retire();
        assertThat(file).exists();
        assertThat(segment.append(new byte[1])).isNegative();

        segment.release(second);
        assertThat(file).doesNotExist();
    }

    @Test
    void release_allWhileStillInUse_keepsTheFile() {
        Path file = folder.resolve("uses-1.journal");
        JournalSegment segment = JournalSegment.create(file);
        segment.release(segment.append(new byte[1]));

        assertThat(file).exists();
        assertThat(segment.append(new byte[1])).isNotNegative();
    }

    @Test
    void append_manyUses_rotatesAndKeepsFilesWithUsesUnderWay() throws IOException {
        Journal journal = Journal.open(folder);
        Opening opening =
                new Opening(
                        TenantId.DEFAULT,
                        Ids.next(),
                        Instant.EPOCH,
                        null,
                        null,
                        "api",
                        "p",
                        "m",
                        "h",
                        1,
                        "x".repeat(60_000),
                        null,
                        "Mask",
                        0,
                        null,
                        null,
                        null,
                        new Charge(7L, 8),
                        Aside.NONE);
        byte[] entry = JournalCodec.write(opening);
        JournalEntry first = journal.append(entry);
        JournalEntry last = first;
        for (int i = 0; i < 200; i++) {
            JournalEntry next = journal.append(entry);
            next.release();
            last = next;
        }

        assertThat(last.segment()).isNotSameAs(first.segment());
        assertThat(Journal.left(folder)).hasSize(2);
        first.release();
        assertThat(Journal.left(folder)).hasSize(1);
        journal.close();
        assertThat(Journal.left(folder)).isEmpty();
    }

    @Test
    void read_anEnding_isTheSame() throws IOException {
        UUID use = Ids.next();
        for (Ending ending :
                List.of(
                        new Ending(
                                Ending.Status.COMPLETED,
                                "h",
                                "[]",
                                1,
                                2,
                                3,
                                new Charge(5L, 6),
                                null,
                                List.of()),
                        Ending.unanswered(Ending.Status.CANCELLED, 0, Charge.NONE))) {
            assertThat(JournalCodec.read(ByteBuffer.wrap(JournalCodec.write(use, ending))))
                    .isEqualTo(new JournalCodec.Ended(use, ending));
        }
    }

    @Test
    void entries_marked_sayWhatBecameOfThem() throws IOException {
        Path file = folder.resolve("uses-1.journal");
        JournalSegment segment = JournalSegment.create(file);
        segment.append(new byte[1]);
        segment.rowWritten(segment.append(new byte[1]));
        segment.release(segment.append(new byte[1]));
        segment.force();

        assertThat(JournalSegment.entries(file).stream().map(JournalSegment.Found::state))
                .containsExactly(
                        JournalSegment.State.NOTED,
                        JournalSegment.State.ROW_WRITTEN,
                        JournalSegment.State.DONE);
    }

    @Test
    void makeSpare_fileHalfFull_isTheNextOneAndGoesWhenClosed() {
        Journal journal = Journal.open(folder);
        byte[] large = new byte[JournalSegment.SIZE / 3];
        journal.makeSpare();
        assertThat(Journal.left(folder)).hasSize(1);
        journal.append(large).release();
        journal.append(large).release();
        journal.makeSpare();
        journal.makeSpare();
        assertThat(Journal.left(folder)).hasSize(2);
        journal.append(large).release();
        assertThat(Journal.left(folder)).hasSize(1);

        journal.append(large).release();
        journal.makeSpare();
        journal.close();
        assertThat(Journal.left(folder)).isEmpty();
    }

    @Test
    void create_failedMidway_leavesNothingBehind() {
        Path file = folder.resolve("uses-1.journal");
        Thread.currentThread().interrupt(); // as a disk that is full: the channel refuses
        assertThatThrownBy(() -> JournalSegment.create(file, Duration.ofMillis(1)))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void create_file_isItsOwnersAloneAndWhole() throws IOException {
        Path file = folder.resolve("uses-1.journal");
        JournalSegment segment = JournalSegment.create(file, Duration.ofNanos(1));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).hasSize(JournalSegment.SIZE);
        assertThat(segment.append(new byte[1])).isZero();
    }

    @Test
    void makeSpare_readyAfterSparesEnded_isTakenAway() {
        Journal journal = Journal.open(folder);
        journal.append(new byte[JournalSegment.SIZE / 3]).release();
        journal.append(new byte[JournalSegment.SIZE / 3]).release();
        journal.makeNoSpares();
        journal.makeSpare();

        assertThat(Journal.left(folder)).hasSize(1);
        journal.close();
        assertThat(Journal.left(folder)).isEmpty();
    }

    @Test
    @Timeout(60)
    void spare_fileFillsUp_isMadeMeanwhileAndNoneAfterClose() throws Exception {
        Journal journal = Journal.open(folder);
        byte[] large = new byte[JournalSegment.SIZE / 3];
        try (JournalSpare spare = new JournalSpare(journal)) {
            spare.start();
            journal.append(large).release();
            journal.append(large).release();
            while (Journal.left(folder).size() < 2) {
                Thread.sleep(1);
            }
        }
        journal.append(large).release();
        journal.append(large).release();
        assertThat(journal.awaitFillingUp()).isFalse();
        journal.close();

        assertThat(Journal.left(folder)).isEmpty();
    }
}
