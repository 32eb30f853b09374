package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.record.JournalFile.State;
import dev.avow.record.JournalReader.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B5: what was written into a file of the journal is read from it, and nothing else. */
final class JournalFileTest {

    @TempDir Path folder;

    private Path path;
    private JournalFile file;
    private final List<JournalFile> free = new ArrayList<>();

    @BeforeEach
    void create() {
        path = folder.resolve("uses-1.log");
        file = JournalFile.create(JournalFolder.of(folder), "uses-1.log", Duration.ZERO);
    }

    @Test
    void append_entries_areReadBackInOrder() throws IOException {
        JournalSegment segment = begin();
        for (int i = 1; i < 100; i++) {
            assertThat(segment.append(new byte[i])).isEqualTo(i - 1);
        }

        assertThat(sizes()).hasSize(99).contains(42).isSorted();
    }

    @Test
    void append_largerThanWhatIsLeft_isRefused() throws IOException {
        JournalSegment segment = begin();
        int room = JournalFile.SIZE - JournalFile.ENTRIES_AT - JournalFile.HEADER;

        assertThat(segment.append(new byte[room + 1])).isNegative();
        assertThat(segment.append(new byte[room])).isZero();
        assertThat(segment.append(new byte[1])).isNegative();
        assertThat(sizes()).containsExactly(room);
        assertThat(path).hasSize(JournalFile.SIZE);
    }

    @Test
    void append_moreThanHaveMarks_isRefused() throws IOException {
        JournalSegment segment = begin();
        for (int i = 0; i < JournalFile.MOST; i++) {
            assertThat(segment.append(new byte[1])).isEqualTo(i);
        }

        assertThat(segment.append(new byte[1])).isNegative();
        segment.release(JournalFile.MOST - 1);
        segment.writeMarks();
        assertThat(states()).hasSize(JournalFile.MOST).last().isEqualTo(State.DONE);
        assertThat(path).hasSize(JournalFile.SIZE);
    }

    @Test
    void append_diskFails_isRefusedFromThenOn() {
        JournalSegment segment = begin();
        segment.append(new byte[1]);
        file.delete();

        assertThatThrownBy(() -> segment.append(new byte[1]))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(segment.append(new byte[1])).isNegative();
    }

    @Test
    void entries_alteredByteOrLength_endTheFileThere() throws IOException {
        JournalSegment segment = begin();
        segment.append(new byte[] {1, 2, 3});
        segment.append(new byte[] {4, 5, 6});
        byte[] bytes = Files.readAllBytes(path);
        int second = JournalFile.ENTRIES_AT + JournalFile.HEADER + 3;
        assertThat(bytes[second + JournalFile.HEADER]).isEqualTo((byte) 4);
        for (int altered : new int[] {0, 3, 4, 7, 8, 10}) {
            byte[] copy = bytes.clone();
            copy[second + altered] ^= (byte) 0xFF;
            Files.write(path, copy);
            assertThat(RecordedUses.entries(path)).as("byte %s", altered).hasSize(1);
        }
        bytes[second] = 0x7F;
        Files.write(path, bytes);
        assertThat(RecordedUses.entries(path)).hasSize(1);
    }

    @Test
    void entries_fileThatWasBeingMade_areNone() throws IOException {
        assertThat(RecordedUses.entries(path)).isEmpty();
        byte[] bytes = Files.readAllBytes(path);
        for (int size : new int[] {0, 7, 4096, JournalFile.ENTRIES_AT, 1 << 20}) {
            Files.write(path, java.util.Arrays.copyOf(bytes, size));
            assertThat(RecordedUses.entries(path)).as("%s bytes", size).isEmpty();
        }
    }

    @Test
    void begin_again_endsWhatWasThereAndItsMarks() throws IOException {
        JournalSegment first = begin();
        for (int i = 1; i <= 3; i++) {
            first.release(first.append(new byte[] {1, 1}));
        }
        first.writeMarks();
        assertThat(states()).containsExactly(State.DONE, State.DONE, State.DONE);

        JournalSegment second = begin();
        assertThat(RecordedUses.entries(path)).isEmpty();
        second.append(new byte[] {2, 2});
        assertThat(states())
                .as("the second of the first life follows")
                .containsExactly(State.NOTED);
    }

    @Test
    void wipe_afterLives_leavesZeros() throws IOException {
        begin().append("a person's id".getBytes(StandardCharsets.UTF_8));
        begin().append(new byte[1]);
        assertThat(file.holdsEntries()).isTrue();
        assertThat(Files.readString(path, StandardCharsets.ISO_8859_1)).contains("person's id");

        file.wipe(Duration.ofNanos(1));
        assertThat(file.holdsEntries()).isFalse();
        assertThat(Files.readAllBytes(path)).containsOnly(0).hasSize(JournalFile.SIZE);
    }

    @Test
    void writeMarks_entries_sayWhatBecameOfThem() throws IOException {
        JournalSegment segment = begin();
        segment.append(new byte[1]);
        segment.rowWritten(segment.append(new byte[1]));
        segment.release(segment.append(new byte[1]));
        assertThat(states()).containsOnly(State.NOTED);
        segment.writeMarks();
        segment.force();

        assertThat(states()).containsExactly(State.NOTED, State.ROW_WRITTEN, State.DONE);
        segment.release(0);
        segment.writeMarks();
        assertThat(states()).containsExactly(State.DONE, State.ROW_WRITTEN, State.DONE);
        segment.rowWritten(0);
        segment.writeMarks();
        assertThat(states().getFirst()).as("never undone").isEqualTo(State.DONE);
    }

    @Test
    void retire_entriesUnderWay_givesTheFileWhenTheLastIsMarked() throws IOException {
        JournalSegment segment = begin();
        int first = segment.append(new byte[1]);
        int second = segment.append(new byte[1]);
        segment.release(first);
        segment.writeMarks();
        segment.retire();
        assertThat(segment.append(new byte[1])).isNegative();
        segment.release(second);
        assertThat(free).as("before its mark is written").isEmpty();

        segment.writeMarks();
        assertThat(segment.isDone()).isTrue();
        segment.retire();
        segment.writeMarks();
        assertThat(free).containsExactly(file);
    }

    @Test
    void force_interruptedOrDeleted_failsUnlessAllIsDone() throws IOException {
        JournalSegment segment = begin();
        int entry = segment.append(new byte[1]);
        Thread.currentThread().interrupt();
        assertThatThrownBy(segment::force).isInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();

        JournalSegment other = new JournalSegment(another(), JournalFile::delete);
        other.release(other.append(new byte[1]));
        other.writeMarks();
        other.retire();
        other.force();
        assertThat(folder.resolve("uses-2.log")).doesNotExist();
        assertThat(entry).isZero();
    }

    @Test
    void create_failedMidway_leavesNothingBehind() {
        Thread.currentThread().interrupt(); // as a disk that is full: the channel refuses
        assertThatThrownBy(this::another).isInstanceOf(UncheckedIOException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("uses-2.log")).doesNotExist();
    }

    @Test
    void create_file_isItsOwnersAloneAndWhole() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(path).hasSize(JournalFile.SIZE);
    }

    @Test
    void entries_ofFormerVersions_areReadWithTheirStates() throws IOException {
        Path former = folder.resolve("uses-1.journal");
        ByteBuffer bytes = ByteBuffer.allocate(100);
        for (byte state = 0; state <= 2; state++) {
            byte[] payload = {7, state};
            CRC32 crc = new CRC32();
            crc.update(payload);
            bytes.putInt(2).putInt((int) crc.getValue()).put(state).put(payload);
        }
        Files.write(former, bytes.array());
        assertThat(RecordedUses.entries(former))
                .extracting(Found::state)
                .containsExactly(State.NOTED, State.ROW_WRITTEN, State.DONE);

        bytes.array()[2 * 11 + 10] ^= 1;
        Files.write(former, bytes.array());
        assertThat(RecordedUses.entries(former)).hasSize(2);
        assertThat(RecordedUses.entries(former).get(1).payload().array()).containsExactly(7, 1);
    }

    private JournalFile another() {
        return JournalFile.create(JournalFolder.of(folder), "uses-2.log", Duration.ofNanos(1));
    }

    private JournalSegment begin() {
        return new JournalSegment(file, free::add);
    }

    private List<Integer> sizes() throws IOException {
        return RecordedUses.entries(path).stream().map(e -> e.payload().remaining()).toList();
    }

    private List<State> states() throws IOException {
        return RecordedUses.entries(path).stream().map(Found::state).toList();
    }
}
