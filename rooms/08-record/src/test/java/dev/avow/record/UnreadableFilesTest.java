package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * B5: what cannot be read in a journal is not lost while it may still be read; R1: nor kept longer
 * than what can.
 */
final class UnreadableFilesTest {

    /** As a later version may write one. */
    private static final byte[] UNKNOWN = {9, 9};

    private final RecordedUses uses = new RecordedUses();
    private final UnsteadyFolder left = new UnsteadyFolder(() -> new UnsteadyDisk(4096));

    @AfterEach
    void close() {
        uses.close();
    }

    private static byte[] opening() {
        return JournalCodec.write(RecordedUses.opening(TenantId.DEFAULT));
    }

    private static void write(JournalFolder folder, byte[]... entries) throws IOException {
        JournalSegment segment =
                new JournalSegment(
                        JournalFile.create(folder, "uses-1.log", Duration.ZERO), _ -> {});
        for (byte[] entry : entries) {
            segment.append(entry);
        }
        segment.force();
    }

    private void recover() {
        Recovery.run(uses.database.tenancy(), left);
    }

    /** Of such a file the first part was recorded, and what came behind never was. */
    @Test
    void run_entryOfALaterVersion_recordsAllOthersAndKeepsTheFile() throws Exception {
        write(left, opening(), UNKNOWN, opening());
        recover();

        assertThat(uses.statuses()).containsExactly("interrupted", "interrupted");
        assertThat(left.names()).containsExactly("uses-1.log.unreadable");
        assertThat(new UnreadableFiles(left).count()).isEqualTo(1);
    }

    /** It was taken for a file that was being made, and deleted with all that was in it. */
    @Test
    void run_beginningOfTheFileDamaged_onceDeletedIt() throws Exception {
        write(left, opening());
        byte[] bytes = left.read("uses-1.log");
        bytes[3] ^= 1;
        left.replace("uses-1.log", bytes);
        recover();
        assertThat(left.names()).containsExactly("uses-1.log.unreadable");

        bytes[3] ^= 1;
        left.replace("uses-1.log.unreadable", bytes);
        recover();
        assertThat(uses.rows()).hasSize(1);
        assertThat(left.names()).isEmpty();
    }

    @Test
    void run_again_recordsNothingTwiceAndBringsBackNothingErased() throws Exception {
        write(left, opening(), UNKNOWN, opening());
        recover();
        recover();
        assertThat(uses.rows()).hasSize(2);
        uses.sql("DELETE FROM interactions");
        recover();

        assertThat(uses.rows()).isEmpty();
        assertThat(left.names()).containsExactly("uses-1.log.unreadable");
    }

    @Test
    void run_whenItCanBeReadAgain_recordsItAndLetsItGo() throws Exception {
        write(left, opening(), opening());
        left.unreadable = true;
        recover();
        recover();
        assertThat(uses.rows()).isEmpty();
        assertThat(left.names()).containsExactly("uses-1.log.unreadable");

        left.unreadable = false;
        recover();
        assertThat(uses.rows()).hasSize(2);
        assertThat(left.names()).isEmpty();
    }

    /** With the clock set back names come again; the server did not start then. */
    @Test
    void run_anotherOfThatNameWasSetAside_keepsBoth() throws Exception {
        write(left, UNKNOWN);
        recover();
        write(left, UNKNOWN, UNKNOWN);
        recover();

        assertThat(left.names())
                .containsExactly("uses-1.log-2.unreadable", "uses-1.log.unreadable");
    }

    /** A node that was away came back with the uses of people who had been erased at another. */
    @Test
    void run_useOfAPersonWhoIsGone_isNotRecorded() throws Exception {
        write(
                left,
                JournalCodec.write(RecordedUses.opening(TenantId.DEFAULT, Ids.next())),
                opening());
        recover();

        assertThat(uses.rows()).hasSize(1);
    }

    @Test
    void letGo_oldAndNew_wipesTheOldOnesAlone(@TempDir Path path) throws IOException {
        JournalFolder folder = JournalFolder.of(path);
        Path old = path.resolve("uses-1.log.unreadable");
        Path recent = path.resolve("uses-2.log.unreadable");
        for (Path file : List.of(old, recent)) {
            Files.writeString(file, "a person's id");
        }
        Instant now = Instant.now();
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(91))));
        Path link = Files.createLink(path.resolve("link"), old);
        UnreadableFiles files = new UnreadableFiles(folder);

        assertThat(files.anyFrom(now.minus(Duration.ofDays(92)))).isFalse();
        assertThat(files.anyFrom(now.minus(Duration.ofDays(90)))).isTrue();
        files.letGo(now.minus(Duration.ofDays(90)));

        assertThat(files.names()).containsExactly("uses-2.log.unreadable");
        assertThat(recent).hasContent("a person's id");
        assertThat(Files.readString(link, StandardCharsets.UTF_8)).isEqualTo("\0".repeat(13));
    }
}
