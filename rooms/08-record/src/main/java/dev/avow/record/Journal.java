package dev.avow.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write-ahead log of the uses of models: each is noted here before its request leaves and when it
 * has ended, and is carried to the database from memory. A file is deleted when every use in it has
 * ended and is in the database; what is left at a start is what was not there yet when the process
 * died.
 *
 * <p>Safe for any thread; an append takes microseconds.
 */
final class Journal {

    /** Between the steps in which the next file is made. */
    private static final Duration REST = Duration.ofMillis(2);

    private final Path folder;
    private JournalSegment current;
    private @Nullable JournalSegment spare;
    private long number;
    private boolean sparesEnded;

    private Journal(Path folder) throws IOException {
        this.folder = folder;
        this.number = System.currentTimeMillis();
        this.current = JournalSegment.create(nextFile());
    }

    /** Opens the journal; read {@link #left} first. */
    static Journal open(Path folder) {
        try {
            makeFolder(folder);
            return new Journal(folder);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** The files that an earlier process left, in the order of their making. */
    static List<Path> left(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            makeFolder(folder);
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "uses-*.journal")) {
                all.forEach(files::add);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        files.sort(Comparator.comparing(Path::toString));
        return files;
    }

    private synchronized Path nextFile() {
        return folder.resolve("uses-" + number++ + ".journal");
    }

    /** Appends an entry and says where it stands. */
    synchronized JournalEntry append(byte[] payload) {
        long at = current.append(payload);
        if (at < 0) {
            JournalSegment full = current;
            current = spare == null ? JournalSegment.create(nextFile()) : spare;
            spare = null;
            full.retire();
            at = current.append(payload);
            if (at < 0) {
                throw new IllegalStateException("a use does not fit into the journal");
            }
        }
        if (wantsSpare()) {
            notifyAll();
        }
        return new JournalEntry(current, at);
    }

    private synchronized boolean wantsSpare() {
        return spare == null && current.isFillingUp();
    }

    /** Waits until the next file should be made; false where none will be needed any more. */
    synchronized boolean awaitFillingUp() {
        try {
            while (!sparesEnded && !wantsSpare()) {
                wait();
            }
            return !sparesEnded;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Makes the next file before it is needed, so that no append has to. Blocks. */
    void makeSpare() {
        if (!wantsSpare()) {
            return;
        }
        JournalSegment made = JournalSegment.create(nextFile(), REST);
        synchronized (this) {
            if (sparesEnded) {
                made.retire();
            } else {
                spare = made;
            }
        }
    }

    /** No file is made before it is needed from now on. */
    synchronized void makeNoSpares() {
        sparesEnded = true;
        notifyAll();
    }

    synchronized void close() {
        current.retire();
        if (spare != null) {
            spare.retire();
        }
    }
}
