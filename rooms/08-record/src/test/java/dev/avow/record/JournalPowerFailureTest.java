package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.record.JournalFile.State;
import dev.avow.record.JournalReader.Found;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * B5: whatever pages and names of files a power failure keeps of what was written since the disk
 * was last forced, nothing that was forced is missing, nothing comes back, and nothing is made up.
 */
final class JournalPowerFailureTest {

    private static final int LIVES = 40;

    /** What this test knows of an entry. */
    private static final class Entry {
        final byte[] payload;
        final int number;

        State said = State.NOTED;
        State written = State.NOTED;

        /** What the disk was forced to hold of that; null before. */
        @Nullable State forced;

        Entry(byte[] payload, int number) {
            this.payload = payload;
            this.number = number;
        }
    }

    private static final Entry NONE = new Entry(new byte[0], -1);

    private Random random = new Random(0);
    private UnsteadyDisk disk = new UnsteadyDisk(4096);
    private UnsteadyFolder folder = new UnsteadyFolder(() -> disk);
    private int files;
    private final Map<Integer, Entry> all = new HashMap<>();
    private final List<Entry> life = new ArrayList<>();
    private int found;
    private int failures;
    private boolean wiping;

    /** By 512 bytes a page is torn as well, as on a disk that writes no more of one at once. */
    @ParameterizedTest
    @ValueSource(ints = {4096, 512})
    void entries_afterAPowerFailureAtAnyMoment_areThoseForcedAndNoneOfThoseDone(int unit)
            throws IOException {
        for (int seed = 1; seed <= 4; seed++) {
            random = new Random(seed);
            folder = new UnsteadyFolder(() -> disk = new UnsteadyDisk(unit));
            all.clear();
            life.clear();
            JournalFile file = create();
            for (int i = 0; i < LIVES; i++) {
                live(file);
                if (random.nextInt(8) == 0) {
                    delete(file);
                    file = create();
                }
            }
        }
        assertThat(failures).isGreaterThan(1_000);
        assertThat(found).isGreaterThan(failures);
    }

    @Test
    void force_afterItFailed_neverSaysAgainThatAllIsOnTheDisk() throws IOException {
        JournalSegment segment = new JournalSegment(create(), _ -> {});
        segment.append(new byte[5000]);
        disk.failures = 1;
        assertThatThrownBy(segment::force).isInstanceOf(IOException.class);

        segment.append(new byte[] {1});
        assertThat(read()).as("what it held is lost").isEmpty();
        assertThatThrownBy(segment::force).isInstanceOf(IOException.class);
        assertThat(segment.isBroken()).isTrue();
    }

    @Test
    void forceMarks_nobodyForcesAgain_bringsThemToTheDiskOnce() throws IOException {
        JournalSegment segment = new JournalSegment(create(), _ -> {});
        segment.append(new byte[1]);
        segment.force();
        segment.rowWritten(0);
        segment.writeMarks();
        int before = disk.forces;
        segment.forceMarks();
        segment.forceMarks();

        assertThat(disk.forces).isEqualTo(before + 1);
        assertThat(read()).extracting(Found::state).containsExactly(State.ROW_WRITTEN);
    }

    private JournalFile create() {
        JournalFile file = JournalFile.create(folder, "uses-" + files++ + ".log", Duration.ZERO);
        disk.mayFail = this::mayFail;
        return file;
    }

    /**
     * As a journal does with a file that it does not need any more: at once, whatever is forced.
     */
    private void delete(JournalFile file) {
        folder.mayFail = () -> repeatedly(10);
        file.delete();
        folder.mayFail = () -> {};
        all.values().forEach(each -> each.forced = State.DONE);
        repeatedly(10);
    }

    private void live(JournalFile file) throws IOException {
        JournalSegment segment = new JournalSegment(file, _ -> {});
        life.clear();
        int most = random.nextInt(200);
        for (int i = 0; i < most; i++) {
            switch (random.nextInt(10)) {
                case 0 -> force(segment);
                case 1, 2 -> writeMarks(segment);
                case 3, 4, 5 -> say(segment);
                default -> append(segment);
            }
        }
        for (Entry entry : life) {
            say(segment, entry, State.DONE);
        }
        writeMarks(segment);
        if (random.nextBoolean()) {
            force(segment);
        }
        segment.retire();
        if (random.nextInt(4) == 0) {
            wiping = true;
            file.wipe(Duration.ofNanos(1));
            wiping = false;
            for (Entry each : all.values()) {
                each.forced = State.DONE;
            }
        }
    }

    private void append(JournalSegment segment) {
        byte[] payload = new byte[4 + random.nextInt(random.nextInt(50) == 0 ? 50_000 : 800)];
        random.nextBytes(payload);
        ByteBuffer.wrap(payload).putInt(0, all.size());
        Entry entry = new Entry(payload, life.size());
        all.put(all.size(), entry);
        assertThat(segment.append(payload)).isEqualTo(entry.number);
        life.add(entry);
    }

    private void say(JournalSegment segment) {
        if (!life.isEmpty()) {
            say(
                    segment,
                    life.get(random.nextInt(life.size())),
                    random.nextBoolean() ? State.DONE : State.ROW_WRITTEN);
        }
    }

    private static void say(JournalSegment segment, Entry entry, State state) {
        if (entry.said.compareTo(state) >= 0) {
            return;
        }
        entry.said = state;
        if (state == State.DONE) {
            segment.release(entry.number);
        } else {
            segment.rowWritten(entry.number);
        }
    }

    private void writeMarks(JournalSegment segment) throws IOException {
        segment.writeMarks();
        life.forEach(each -> each.written = each.said);
    }

    private void force(JournalSegment segment) throws IOException {
        segment.force();
        all.values().forEach(each -> each.forced = each.written);
    }

    private void mayFail() {
        repeatedly(wiping ? 10 : random.nextInt(8) / 7);
    }

    private void repeatedly(int times) {
        for (int i = 0; i < times; i++) {
            powerFails();
        }
    }

    private void powerFails() {
        failures++;
        List<Found> left = read();
        found += left.size();
        List<Entry> read = new ArrayList<>();
        for (Found each : left) {
            Entry entry = all.getOrDefault(each.payload().getInt(0), NONE);
            assertThat(each.payload().array()).as("made up").isEqualTo(entry.payload);
            assertThat(each.state()).as("said of it").isLessThanOrEqualTo(entry.said);
            if (entry.forced != null) {
                assertThat(each.state()).as("undone").isGreaterThanOrEqualTo(entry.forced);
            }
            read.add(entry);
        }
        for (Entry each : all.values()) {
            if (each.forced != null && each.said != State.DONE) {
                assertThat(read).as("forced").contains(each);
            }
        }
    }

    private List<Found> read() {
        List<Found> left = new ArrayList<>();
        try {
            for (Map.Entry<String, byte[]> file : folder.afterPowerFailure(random).entrySet()) {
                left.addAll(JournalReader.entries(file.getKey(), file.getValue()));
            }
        } catch (IOException damaged) {
            throw new AssertionError("a power failure damages nothing", damaged);
        }
        return left;
    }
}
