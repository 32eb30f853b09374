package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** B5: what is under way outlives the process; what is done does not stay. */
final class JournalTest {

    private static final byte[] THIRD = new byte[JournalFile.SIZE / 3];

    @TempDir Path path;

    private JournalFolder folder;

    @BeforeEach
    void open() {
        folder = JournalFolder.of(path);
    }

    @Test
    void append_manyUses_writesTwoFilesAgainAndAgainAndKeepsWhatIsUnderWay() throws IOException {
        Journal journal = Journal.open(folder);
        byte[] entry = new byte[60_000];
        JournalEntry first = journal.append("first".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 1_000; i++) {
            journal.append(entry).release();
            if (i % 10 == 0) {
                journal.writeMarks();
            }
        }

        journal.writeMarks();
        assertThat(Journal.left(folder)).hasSizeBetween(2, 3);
        assertThat(underWay()).containsExactly("first");
        first.release();
        journal.writeMarks();
        assertThat(underWay()).isEmpty();
        journal.close();
        assertThat(Journal.left(folder)).isEmpty();
    }

    @Test
    void close_usesUnderWay_leavesTheirFiles() throws IOException {
        Journal journal = Journal.open(folder);
        journal.append("one".getBytes(StandardCharsets.UTF_8));
        journal.append(THIRD).release();
        journal.append(THIRD).release();
        journal.append(THIRD).release();
        journal.append("two".getBytes(StandardCharsets.UTF_8));
        journal.writeMarks();
        journal.close();

        assertThat(underWay()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void keep_fileHalfFull_makesTheNextOneAndOnlyThat() throws IOException {
        Journal journal = Journal.open(folder);
        journal.keep(System.nanoTime());
        assertThat(Journal.left(folder)).hasSize(1);
        journal.append(THIRD);
        journal.append(THIRD);
        journal.keep(System.nanoTime());
        journal.keep(System.nanoTime());
        assertThat(Journal.left(folder)).hasSize(2);

        assertThat(journal.append(THIRD).entry()).as("in the next").isZero();
        assertThat(Journal.left(folder)).hasSize(2);
    }

    @Test
    void keep_fileThatTookEntriesForAMinute_isLeftAndWipedWhenTheyAreDone() throws IOException {
        Journal journal = Journal.open(folder);
        long now = System.nanoTime() + Journal.LONG_NANOS;
        journal.keep(now);
        assertThat(Journal.left(folder)).as("nothing was in it").hasSize(1);

        journal.append("a use".getBytes(StandardCharsets.UTF_8)).release();
        journal.keep(now - 1_000_000_000);
        assertThat(Journal.left(folder)).as("too soon").hasSize(1);
        journal.keep(now);
        journal.writeMarks();
        journal.keep(System.nanoTime());
        assertThat(isSomewhere("a use")).as("it may be written anew yet").isTrue();
        journal.keep(System.nanoTime() + Journal.IDLE_NANOS);
        assertThat(isSomewhere("a use")).isFalse();
        assertThat(Journal.left(folder)).hasSize(2);
        journal.close();
        assertThat(Journal.left(folder)).isEmpty();
    }

    @Test
    void keep_useUnderWay_hasItsFileForTenMinutes() throws IOException {
        Journal journal = Journal.open(folder);
        journal.append("a long one".getBytes(StandardCharsets.UTF_8));
        long now = System.nanoTime();
        journal.keep(now + Journal.LONG_NANOS);
        assertThat(Journal.left(folder)).hasSize(1);
        journal.keep(now + Journal.LONGEST_NANOS);

        assertThat(Journal.left(folder)).hasSize(2);
        assertThat(journal.append(new byte[1]).entry()).as("in the other").isZero();
        assertThat(underWay()).contains("a long one");
    }

    @Test
    void keep_whatAnEarlierLifeLeftBehindTheEntries_isWipedWithinMinutes() throws IOException {
        Journal journal = Journal.open(folder);
        journal.append(new byte[JournalFile.SIZE / 2]).release();
        journal.append("left behind".getBytes(StandardCharsets.UTF_8)).release();
        journal.append(new byte[JournalFile.SIZE / 2]).release(); // in the second file
        journal.writeMarks();
        journal.append(new byte[JournalFile.SIZE / 2]).release(); // in the first again
        journal.writeMarks();
        assertThat(isSomewhere("left behind")).isTrue();

        journal.keep(System.nanoTime() + Journal.LONG_NANOS);
        journal.keep(System.nanoTime() + Journal.LONG_NANOS);
        journal.keep(System.nanoTime() + Journal.LONG_NANOS + Journal.IDLE_NANOS);
        assertThat(isSomewhere("left behind")).isFalse();
    }

    @Test
    void keep_moreFilesThanOneAreIdle_deletesTheOthers() throws IOException {
        Journal journal = Journal.open(folder);
        for (int i = 0; i < 10; i++) {
            journal.append(THIRD).release();
        }
        assertThat(Journal.left(folder)).as("no mark is written yet").hasSize(5);
        journal.writeMarks();
        assertThat(Journal.left(folder)).hasSize(5);
        journal.keep(System.nanoTime() + Journal.IDLE_NANOS);

        assertThat(Journal.left(folder)).hasSize(2);
    }

    @Test
    void keep_afterSparesEnded_takesAwayWhatItMade() throws IOException {
        Journal journal = Journal.open(folder);
        journal.append(THIRD).release();
        journal.append(THIRD).release();
        journal.makeNoSpares();
        journal.keep(System.nanoTime() + Journal.LONG_NANOS);

        assertThat(Journal.left(folder)).hasSize(1);
        journal.writeMarks();
        journal.close();
        assertThat(Journal.left(folder)).isEmpty();
    }

    @Test
    void keep_diskFailed_goesOnInAnotherFileAndDeletesThatOneWhenItIsDone() throws IOException {
        Journal journal = Journal.open(folder);
        JournalEntry first = journal.append(new byte[1]);
        Thread.currentThread().interrupt(); // as a disk that fails: the channel refuses
        assertThatThrownBy(first.segment()::force).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
        journal.keep(System.nanoTime());

        JournalEntry second = journal.append(new byte[1]);
        second.segment().force();
        assertThat(Journal.left(folder)).hasSize(2);
        first.release();
        journal.writeMarks();
        assertThat(Journal.left(folder)).hasSize(1);
    }

    @Test
    @Timeout(60)
    void keeper_fileFillsUp_makesTheNextMeanwhileAndNoneAfterClose() throws Exception {
        Journal journal = Journal.open(folder);
        try (JournalKeeper keeper = new JournalKeeper(journal)) {
            keeper.start();
            journal.append(THIRD).release();
            journal.append(THIRD).release();
            while (Journal.left(folder).size() < 2) {
                Thread.sleep(1);
            }
        }
        journal.append(THIRD).release();
        journal.append(THIRD).release();
        assertThat(journal.await()).isFalse();
        journal.writeMarks();
        journal.close();

        assertThat(Journal.left(folder)).isEmpty();
    }

    /** What is not done, in all files. */
    private List<String> underWay() throws IOException {
        List<String> found = new ArrayList<>();
        for (String file : Journal.left(folder)) {
            for (JournalReader.Found entry : JournalReader.entries(file, folder.read(file))) {
                if (entry.state() != JournalFile.State.DONE) {
                    found.add(new String(entry.payload().array(), StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }

    /** Whether a text is in the bytes of any file, readable or not. */
    private boolean isSomewhere(String text) throws IOException {
        for (String file : Journal.left(folder)) {
            if (new String(folder.read(file), StandardCharsets.ISO_8859_1).contains(text)) {
                return true;
            }
        }
        return false;
    }
}
