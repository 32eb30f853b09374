package dev.avow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A home folder for a test, and what lies beside it; gone when closed. */
final class TempHome implements AutoCloseable {

    private final Path folder;

    private TempHome(Path folder) {
        this.folder = folder;
    }

    static TempHome fresh() {
        try {
            return new TempHome(Files.createTempDirectory("avow-home-"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Not there before Avow makes it. */
    Path path() {
        return folder.resolve("home");
    }

    /** Where {@link AvowProcess} puts what the processes print. */
    Path outputs() {
        return folder.resolve("outputs");
    }

    @Override
    public void close() {
        // A database that was killed with its owner takes a moment to end, and writes until then.
        Eventually.holds("no database runs", () -> AvowProcess.database(path()).isEmpty());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException left) {
            // A folder for temporary files may keep it.
        }
    }
}
