package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A tenant that archives after 30 days into a folder, at a moment that a test may move. */
abstract class ArchiveSite extends RetentionSite {

    static final TenantId TENANT = TenantId.DEFAULT;
    static final Schedule SCHEDULE =
            new Schedule(Profile.GOVERNANCE, Map.of(), Optional.of(Duration.ofDays(30)));

    @TempDir private Path folder;

    Instant now = NOW;
    ObjectStore store = new FolderObjects(Path.of("unused"));

    @BeforeEach
    void openStore() {
        store = new FolderObjects(folder.resolve("archive"));
    }

    final Archives archives(int rows) {
        return new Archives(
                database.tenancy(), database.keyring(), store, SCHEDULE, () -> now, rows);
    }

    final void run(int rows) {
        new RetentionRun(
                        database.tenancy(),
                        new Expiry(database.tenancy(), SCHEDULE, () -> now, rows),
                        Optional.of(archives(rows)),
                        () -> now)
                .of(TENANT, () -> true);
    }

    /** The interactions in the archive that can be read, of one user or, for null, of all. */
    final Set<UUID> archived(@Nullable UUID user) {
        List<String> lines = new ArrayList<>();
        Archives.Found found =
                archives(10)
                        .read(
                                TENANT,
                                Instant.EPOCH,
                                NOW.plus(Duration.ofDays(999)),
                                user,
                                bytes ->
                                        new String(bytes, StandardCharsets.UTF_8)
                                                .lines()
                                                .forEach(lines::add));
        assertThat(found.interactions()).isEqualTo(lines.size());
        Set<UUID> ids = new TreeSet<>();
        for (String line : lines) {
            ids.add(UUID.fromString(line.replaceAll(".*\"id\":\"([0-9a-f-]{36})\".*", "$1")));
        }
        assertThat(ids).hasSize(lines.size());
        return ids;
    }

    /** What the store holds now. */
    final List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** What the last run wrote down. */
    final RunCounts counts() {
        return database.tenancy().within(TENANT, RunCounts::last).orElseThrow();
    }

    /** Gives the tenant a new key; the one before stays. */
    final void rotate() {
        int version = database.keyring().rotation().add(TENANT);
        database.keyring().rotation().promote(TENANT, version);
    }
}
