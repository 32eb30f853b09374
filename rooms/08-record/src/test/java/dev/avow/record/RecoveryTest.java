package dev.avow.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.TenantId;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B5: what a process left in its journal when it died is recorded at the next start. */
final class RecoveryTest {

    @TempDir Path folder;

    private final RecordedUses uses = new RecordedUses();

    @AfterEach
    void close() {
        uses.close();
    }

    /** What a death leaves of a use that has ended and of one under way, when both are rows. */
    private Path leftOnceItWasWritten(TenantId underWay) throws Exception {
        Path copy = folder.resolve("copy");
        Path live = folder.resolve("live");
        try (Recorder recorder = uses.recorder(live)) {
            recorder.open(RecordedUses.opening(TenantId.DEFAULT)).end(RecordedUses.COMPLETED);
            recorder.open(RecordedUses.opening(underWay));
            RecordedUses.caughtUp(recorder);
            RecordedUses.copy(live, copy);
        }
        return copy;
    }

    /** The same, when neither is a row yet. */
    private Path leftBeforeItWasWritten() throws Exception {
        Path copy = folder.resolve("copy");
        try (RecordedUses.Held held = uses.new Held(folder)) {
            held.use(RecordedUses.opening(TenantId.DEFAULT));
            held.use(RecordedUses.opening(TenantId.DEFAULT)).end(RecordedUses.COMPLETED);
            RecordedUses.copy(folder, copy);
        }
        return copy;
    }

    @Test
    void open_afterACrash_recordsWhatWasUnderWayAsInterrupted() throws Exception {
        Path copy = leftOnceItWasWritten(uses.database.newTenant("other"));
        uses.recorder(copy).close();

        assertThat(uses.statuses()).containsExactly("completed", "interrupted");
        assertThat(RecordedUses.list(copy)).isEmpty();
    }

    /**
     * What may have reached the provider is not forgotten; what is known to have ended counts as it
     * did.
     */
    @Test
    void open_afterACrash_chargesWhatWasReserved() throws Exception {
        Path copy = leftBeforeItWasWritten();
        uses.recorder(copy).close();

        assertThat(uses.charges())
                .containsExactlyInAnyOrder(
                        "interrupted 0.000000000007 7 8", "completed 0.000002500000 2500000 10");
    }

    @Test
    void open_afterACrashBeforeTheGroup_recordsTheUsesAndHowTheyEnded() throws Exception {
        Path copy = leftBeforeItWasWritten();
        uses.recorder(copy).close();

        assertThat(uses.rows())
                .containsExactlyInAnyOrder(
                        "interrupted null [] null null null",
                        "completed hmac-sha256:r [{\"type\": \"email\"}] 7 3 12");
        assertThat(RecordedUses.list(copy)).isEmpty();
    }

    /** What was erased between its writing and the crash once came back. */
    @Test
    void open_afterACrashAndAnErasure_onceBroughtTheErasedBack() throws Exception {
        Path copy = leftOnceItWasWritten(TenantId.DEFAULT);
        uses.sql("DELETE FROM interactions");
        uses.recorder(copy).close();

        assertThat(uses.rows()).isEmpty();
    }

    /** The files were deleted, and a power failure brought them back: the erased came back too. */
    @Test
    void run_powerFailsAfterAnErasure_onceBroughtTheErasedBack() throws Exception {
        UnsteadyFolder left = new UnsteadyFolder(() -> new UnsteadyDisk(4096));
        JournalFile file = JournalFile.create(left, "uses-1.log", Duration.ZERO);
        JournalSegment segment = new JournalSegment(file, _ -> {});
        segment.append(JournalCodec.write(RecordedUses.opening(TenantId.DEFAULT)));
        segment.force();
        Recovery.run(uses.database.tenancy(), left);
        assertThat(uses.statuses()).containsExactly("interrupted");

        uses.sql("DELETE FROM interactions");
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            Recovery.run(uses.database.tenancy(), left.again(random));
        }
        assertThat(uses.rows()).isEmpty();
    }

    @Test
    void open_tornLastEntry_isIgnoredAndTheWholeOnesAreRecorded() throws Exception {
        Path torn = Files.createDirectories(folder.resolve("torn"));
        Path file = torn.resolve("uses-1.log");
        JournalSegment segment =
                new JournalSegment(
                        JournalFile.create(JournalFolder.of(torn), "uses-1.log", Duration.ZERO),
                        JournalFile::delete);
        byte[] entry = JournalCodec.write(RecordedUses.opening(TenantId.DEFAULT));
        segment.append(entry);
        segment.append(JournalCodec.write(RecordedUses.opening(TenantId.DEFAULT)));
        byte[] bytes = Files.readAllBytes(file);
        for (int kept : new int[] {1, 5, 8, entry.length}) {
            byte[] cut = bytes.clone();
            Arrays.fill(
                    cut,
                    JournalFile.ENTRIES_AT + JournalFile.HEADER + entry.length + kept,
                    cut.length,
                    (byte) 0);
            Files.write(file, cut);
            assertThat(RecordedUses.entries(file)).hasSize(1);
            assertThat(RecordedUses.entries(file).getFirst().payload().array()).isEqualTo(entry);
        }
        uses.recorder(torn).close();

        assertThat(uses.rows()).hasSize(1).first().asString().startsWith("interrupted");
    }

    @Test
    void open_filesOfAFormerVersion_areRecordedAndGo() throws Exception {
        Path former = Files.createDirectories(folder.resolve("former"));
        byte[] entry = JournalCodec.write(RecordedUses.opening(TenantId.DEFAULT));
        CRC32 crc = new CRC32();
        crc.update(entry);
        ByteBuffer file = ByteBuffer.allocate(4096);
        file.putInt(entry.length).putInt((int) crc.getValue()).put((byte) 0).put(entry);
        Files.write(former.resolve("uses-1.journal"), file.array());
        uses.recorder(former).close();

        assertThat(uses.rows()).hasSize(1).first().asString().startsWith("interrupted");
        assertThat(RecordedUses.list(former)).isEmpty();
    }
}
