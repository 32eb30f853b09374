package dev.avow.engines.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** B6: of a document nothing stays behind, also where everybody was killed who was at it. */
final class WorkPlaceTest {

    private static Path parent(Path folder) {
        return Objects.requireNonNull(folder.getParent());
    }

    @Test
    void sweep_whileItsServerLives_leavesAPlaceAndRemovesItAfterwards() throws Exception {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockHolder.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
            Path reader = Path.of(Objects.requireNonNull(said.readLine()));
            Files.writeString(reader.resolve("part.tmp"), "of a document");

            WorkPlace.sweep();
            assertThat(reader.resolve("part.tmp")).exists();

            other.getOutputStream().close();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(reader.resolve("part.tmp")).as("it left it").exists();
            WorkPlace.sweep();
            assertThat(parent(reader)).doesNotExist();
        } finally {
            other.destroyForcibly();
        }
    }

    /** Looking at a lock of one's own would let go of it. */
    @Test
    void sweep_ofThisProcess_leavesItsOwnPlaces() throws IOException {
        Path first;
        try (WorkPlace one = WorkPlace.open();
                WorkPlace two = WorkPlace.open()) {
            first = one.newFolder();
            WorkPlace.sweep();
            assertThat(first).exists();
            assertThat(two.newFolder()).exists();
        }
        assertThat(parent(first)).doesNotExist();
    }

    @Test
    void sweep_ofAPlaceWithoutALock_waitsUntilNobodyIsMakingIt() throws IOException {
        Path unfinished;
        try (WorkPlace place = WorkPlace.open()) {
            unfinished =
                    Files.createTempDirectory(parent(parent(place.newFolder())), "avow-documents-");
        }
        try {
            WorkPlace.sweep();
            assertThat(unfinished).exists();

            Files.setLastModifiedTime(
                    unfinished, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
            WorkPlace.sweep();
            assertThat(unfinished).doesNotExist();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Test
    void sweep_ofWhatOnlyLooksLikeOne_touchesNothing() throws IOException {
        Path target = Files.createTempDirectory("elsewhere");
        Path file = Files.writeString(target.resolve("file"), "kept");
        Path link;
        try (WorkPlace place = WorkPlace.open()) {
            link =
                    parent(parent(place.newFolder()))
                            .resolve("avow-documents-link" + System.nanoTime());
        }
        try {
            Files.createSymbolicLink(link, target);
            WorkPlace.sweep();
            assertThat(file).exists();
            assertThat(Files.isSymbolicLink(link)).isTrue();
        } finally {
            Files.deleteIfExists(link);
            Files.delete(file);
            Files.delete(target);
        }
    }
}
