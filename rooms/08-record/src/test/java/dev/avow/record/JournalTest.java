package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
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
                        "b");
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
                        null);

        assertThat(Journal.read(Journal.write(full))).isEqualTo(full);
        assertThat(Journal.read(Journal.write(bare))).isEqualTo(bare);
    }

    @Test
    void append_entries_areReadBackInOrder() throws IOException {
        Path file = folder.resolve("uses-1.journal");
        JournalSegment segment = JournalSegment.create(file);
        for (int i = 1; i < 100; i++) {
            assertThat(segment.append(new byte[i])).isTrue();
        }

        List<byte[]> entries = JournalSegment.entries(file);
        assertThat(entries).hasSize(99);
        assertThat(entries.get(41)).hasSize(42);
    }

    @Test
    void append_full_isRefusedAndTheJournalGoesOnInAnotherFile() throws IOException {
        JournalSegment segment = JournalSegment.create(folder.resolve("uses-1.journal"));

        assertThat(segment.append(new byte[JournalSegment.SIZE - 8])).isTrue();
        assertThat(segment.append(new byte[1])).isFalse();
        assertThat(JournalSegment.entries(folder.resolve("uses-1.journal"))).hasSize(1);
    }

    @Test
    void entries_alteredByteOrLength_endTheFileThere() throws IOException {
        Path file = folder.resolve("uses-1.journal");
        JournalSegment segment = JournalSegment.create(file);
        segment.append(new byte[] {1, 2, 3});
        segment.append(new byte[] {4, 5, 6});
        byte[] bytes = Files.readAllBytes(file);
        bytes[11 + 9] ^= 1;
        Files.write(file, bytes);
        assertThat(JournalSegment.entries(file)).hasSize(1);

        bytes[11] = (byte) 0xFF;
        Files.write(file, bytes);
        assertThat(JournalSegment.entries(file)).hasSize(1);
        bytes[11] = 0x7F;
        Files.write(file, bytes);
        assertThat(JournalSegment.entries(file)).hasSize(1);
    }

    @Test
    void release_lastOfARetiredFile_deletesItAndNoSooner() {
        Path file = folder.resolve("uses-1.journal");
        JournalSegment segment = JournalSegment.create(file);
        segment.append(new byte[1]);
        segment.append(new byte[1]);
        segment.release();
        segment.retire();
        assertThat(file).exists();
        assertThat(segment.append(new byte[1])).isFalse();

        segment.release();
        assertThat(file).doesNotExist();
    }

    @Test
    void release_allWhileStillInUse_keepsTheFile() {
        Path file = folder.resolve("uses-1.journal");
        JournalSegment segment = JournalSegment.create(file);
        segment.append(new byte[1]);
        segment.release();

        assertThat(file).exists();
        assertThat(segment.append(new byte[1])).isTrue();
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
                        null);
        JournalSegment first = journal.append(opening);
        JournalSegment last = first;
        for (int i = 0; i < 200; i++) {
            JournalSegment next = journal.append(opening);
            next.release();
            last = next;
        }

        assertThat(last).isNotSameAs(first);
        assertThat(Journal.left(folder)).hasSize(2);
        first.release();
        assertThat(Journal.left(folder)).hasSize(1);
        journal.close();
        assertThat(Journal.left(folder)).isEmpty();
    }
}
