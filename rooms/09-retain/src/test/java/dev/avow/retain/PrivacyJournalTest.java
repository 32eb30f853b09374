package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P3, R4, R5: what was erased or held is remembered outside the database. */
final class PrivacyJournalTest {

    private static final JournalEntry ERASED =
            JournalEntry.erased(
                    Instant.parse("2026-11-22T03:00:00Z"), TenantId.DEFAULT, UUID.randomUUID());
    private static final JournalEntry HELD =
            new JournalEntry(
                    Instant.parse("2026-11-22T03:00:01Z"),
                    TenantId.DEFAULT,
                    JournalEntry.Event.HOLD_PLACED,
                    UUID.randomUUID(),
                    Map.of("reason_sealed", "AQ=="));

    @TempDir Path folder;

    @Test
    void entries_nothingWritten_isNone() {
        assertThat(new PrivacyJournal(folder).entries()).isEmpty();
    }

    @Test
    void entries_afterAppending_areThoseInTheirOrder() {
        new PrivacyJournal(folder).append(ERASED);
        new PrivacyJournal(folder).append(HELD);

        assertThat(new PrivacyJournal(folder).entries()).containsExactly(ERASED, HELD);
    }

    /** The first entry was durable, but not the name of the file that it was in. */
    @Test
    void append_first_onceLeftTheFilesNameUnforced() throws IOException {
        Path told = Files.createTempFile("forced", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            new PrivacyJournal(folder).append(ERASED);
            new PrivacyJournal(folder).append(HELD);
            recording.stop();
            recording.dump(told);
            assertThat(RecordingFile.readAllEvents(told))
                    .extracting(each -> Path.of(each.getString("path")))
                    .filteredOn(folder::equals)
                    .as("once, since it is made once")
                    .hasSize(1);
        } finally {
            Files.delete(told);
        }
    }

    @Test
    void append_afterAHalfLine_losesNothingElse() throws IOException {
        PrivacyJournal journal = new PrivacyJournal(folder);
        journal.append(ERASED);
        Files.writeString(
                folder.resolve("privacy.journal"), "{\"at\":\"2026-", StandardOpenOption.APPEND);

        journal.append(HELD);

        assertThat(journal.entries()).containsExactly(ERASED, HELD);
    }
}
