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
