package dev.avow.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the bytes of a file of the journal lie. What was written is the kernel's at once; what was
 * forced outlives the machine. Of what was written since, a power failure may keep any pages.
 */
interface JournalDisk {

    /** Writes bytes at a place of the file. */
    void write(int at, byte[] bytes, int from, int length) throws IOException;

    /**
     * Waits until all that was written is on the disk.
     *
     * @throws java.nio.channels.ClosedChannelException where it is closed, or this thread is
     *     interrupted
     */
    void force() throws IOException;

    /** Gives it back; it can be neither written nor forced from then on. */
    void close() throws IOException;

    /** Makes a file that is its owner's alone; there must be none. */
    static JournalDisk create(Path path) throws IOException {
        return new OfFile(path);
    }

    /**
     * A file. Not by a channel but where it must be, and that one's alone: an interrupted thread
     * closes it for all. Safe for any thread.
     */
    final class OfFile implements JournalDisk {

        private static final FileAttribute<?> FOR_ITS_OWNER =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

        private final RandomAccessFile file;
        private final RandomAccessFile forced;

        private OfFile(Path path) throws IOException {
            Files.createFile(path, FOR_ITS_OWNER);
            this.file = new RandomAccessFile(path.toFile(), "rw");
            this.forced = new RandomAccessFile(path.toFile(), "rw");
        }

        @Override
        public synchronized void write(int at, byte[] bytes, int from, int length)
                throws IOException {
            file.seek(at);
            file.write(bytes, from, length);
        }

        @Override
        public void force() throws IOException {
            forced.getChannel().force(false);
        }

        @Override
        public void close() throws IOException {
            file.close();
            forced.close();
        }
    }
}
