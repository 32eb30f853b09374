package dev.avow.prove;

import dev.avow.disk.PrivateFiles;
import dev.avow.merkle.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps each log's checkpoints in a file of its own, one signed note after the other, divided by a
 * line of three dashes. The folder may be another machine's, or one that can only be added to. Safe
 * for any thread of one process.
 */
public final class FileWitness implements Witness {

    private static final String BETWEEN = "---\n";

    /** Where a note ends; a note itself has no such line. */
    private static final String END = "\n" + BETWEEN;

    /** Far more than one note and a piece of the next. */
    private static final int TAIL = 65_536;

    private final Path folder;

    /**
     * @param folder made when the first checkpoint is kept
     */
    public FileWitness(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Optional<Checkpoint> last(String origin) {
        return end(origin).last();
    }

    /**
     * The end of a file.
     *
     * @param last empty where no note is whole
     * @param whole bytes up to just behind the last whole note
     * @param bytes of the file; more where a note was half written
     */
    private record End(Optional<Checkpoint> last, long whole, long bytes) {}

    private End end(String origin) {
        Path file = file(origin);
        if (!Files.exists(file)) {
            return new End(Optional.empty(), 0, 0);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long bytes = channel.size();
            long from = Math.max(0, bytes - TAIL);
            ByteBuffer buffer = ByteBuffer.allocate((int) (bytes - from));
            while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
                // a read may give less than was asked for
            }
            // One character a byte, so that places in the text are places in the file.
            String tail = new String(buffer.array(), StandardCharsets.ISO_8859_1);
            int end = tail.lastIndexOf(END);
            if (end < 0) {
                if (from > 0) {
                    throw damaged(file);
                }
                return new End(Optional.empty(), 0, bytes);
            }
            int before = tail.lastIndexOf(END, end - 1);
            Checkpoint last =
                    Checkpoint.parse(
                                    tail.substring(before < 0 ? 0 : before + END.length(), end + 1))
                            .orElseThrow(() -> damaged(file));
            return new End(Optional.of(last), from + end + END.length(), bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the checkpoints cannot be read", unreadable);
        }
    }

    private static BrokenLog damaged(Path file) {
        return new BrokenLog(
                "the file of the audit log's checkpoints is damaged: "
                        + file
                        + "; see docs/audit.md, After a backup was restored");
    }

    @Override
    public synchronized void keep(Checkpoint checkpoint, String note) {
        End end = end(checkpoint.origin());
        if (end.last().map(last -> last.size() >= checkpoint.size()).orElse(false)) {
            return; // as it is, or of one who read the log earlier
        }
        Path file = file(checkpoint.origin());
        try {
            PrivateFiles.makeFolder(folder);
            if (end.whole() < end.bytes()) {
                // Half a note, of a full disk or a power cut, would spoil the one behind it.
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(end.whole());
                }
            }
            Files.writeString(
                    file,
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
