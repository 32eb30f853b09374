package dev.avow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where tests keep databases: in memory where the system has a file system for that (Linux's {@code
 * /dev/shm}) with room to spare, and among the temporary files otherwise. To make and drop a
 * database takes ten times as long on a disk.
 */
public final class Scratch {

    private static final Path MEMORY = Path.of("/dev/shm");

    /** A few databases of 10 MB for each of some tests at once, and the logs beside them. */
    private static final long ROOM_BYTES = 2L << 30;

    private Scratch() {}

    /**
     * A new folder. Whoever asks deletes it.
     *
     * @throws IOException where none can be made
     */
    public static Path folder(String prefix) throws IOException {
        return hasRoom()
                ? Files.createTempDirectory(MEMORY, prefix)
                : Files.createTempDirectory(prefix);
    }

    /** Deletes a folder with all that is in it, as far as that goes. */
    static void delete(Path folder) {
        empty(folder, 0);
    }

    /** Deletes all that is in a folder, as far as that goes. */
    static void empty(Path folder) {
        empty(folder, 1);
    }

    private static void empty(Path folder, int spared) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.skip(spared).sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException left) {
            // Among temporary files it may stay.
        }
    }

    private static boolean hasRoom() {
        try {
            return Files.isWritable(MEMORY)
                    && Files.getFileStore(MEMORY).type().equals("tmpfs")
                    && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }
}
