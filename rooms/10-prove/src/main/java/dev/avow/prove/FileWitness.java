package dev.avow.prove;

import dev.avow.merkle.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Keeps each log's checkpoints in a file of its own, one signed note after the other, divided by a
 * line of three dashes. The folder may be another machine's, or one that can only be added to. Safe
 * for any thread of one process.
 */
public final class FileWitness implements Witness {

    private static final String BETWEEN = "---\n";

    private final Path folder;

    /**
     * @param folder made when the first checkpoint is kept
     */
    public FileWitness(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Optional<Checkpoint> last(String origin) {
        Path file = file(origin);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String all = Files.readString(file);
            int end = all.lastIndexOf(BETWEEN);
            int begin = end < 0 ? -1 : all.lastIndexOf(BETWEEN, end - 1);
            if (end < 0) {
                return Optional.empty();
            }
            String note = all.substring(begin < 0 ? 0 : begin + BETWEEN.length(), end);
            Optional<Checkpoint> last = Checkpoint.parse(note);
            if (last.isEmpty()) {
                throw new BrokenLog("the file of the audit log's checkpoints is damaged: " + file);
            }
            return last;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the checkpoints cannot be read", unreadable);
        }
    }

    @Override
    public synchronized void keep(Checkpoint checkpoint, String note) {
        if (last(checkpoint.origin()).equals(Optional.of(checkpoint))) {
            return;
        }
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Files.writeString(
                    file(checkpoint.origin()),
                    note + BETWEEN,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the checkpoints cannot be written", unwritable);
        }
    }

    /** The last part of an origin is the tenant's id. */
    private Path file(String origin) {
        return folder.resolve(origin.substring(origin.lastIndexOf('/') + 1) + ".checkpoints");
    }
}
