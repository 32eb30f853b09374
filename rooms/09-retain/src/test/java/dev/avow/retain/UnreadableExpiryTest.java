package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.record.Recorder;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R1: a journal that nobody can read is kept as long as interactions; R5: a hold keeps it. */
final class UnreadableExpiryTest extends RetentionSite {

    @TempDir Path folder;

    private Path old = Path.of("uses-1.log.unreadable");
    private Path recent = Path.of("uses-2.log.unreadable");

    private Path unreadable(Path name, Instant lastWritten) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[] {1});
        return Files.setLastModifiedTime(file, FileTime.from(lastWritten));
    }

    private void run(Profile profile) throws IOException {
        try (Recorder recorder = Recorder.open(database.tenancy(), folder, _ -> {})) {
            old = unreadable(old, OLDEST.minusMillis(1));
            recent = unreadable(recent, OLDEST);
            new UnreadableExpiry(
                            recorder.unreadable(),
                            database.tenancy(),
                            Schedule.of(profile),
                            InstantSource.fixed(NOW))
                    .run();
        }
    }

    @Test
    void r1_olderThanInteractionsAreKept_isDeleted() throws IOException {
        run(Profile.GOVERNANCE);

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void r1_interactionsGoWithTheirAccount_isKept() throws IOException {
        run(Profile.ASSISTANT);

        assertThat(old).exists();
    }

    @Test
    void r5_holdOfAnyTenant_keepsIt() throws IOException {
        TenantId other = database.newTenant("other");
        Table theirs = new Table(database, other);
        int _ =
                database.tenancy()
                        .within(
                                other,
                                handle -> {
                                    LegalHoldRows.put(handle, theirs.draft(List.of(ada)));
                                    return 1;
                                });
        run(Profile.GOVERNANCE);

        assertThat(old).exists();
    }
}
