package dev.avow.record;

import dev.avow.disk.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which files the journal has. What is made, renamed or deleted outlives this process at once, and
 * the machine from when it was {@linkplain #force forced}: that a file's bytes were does not say
 * that its name was. Of what was done since, a power failure may keep any part.
 *
 * <p>Safe for any thread.
 */
interface JournalFolder {

    /** The names of all files, in their order. */
    List<String> names() throws IOException;

    /** Makes a file that is its owner's alone; there must be none. */
    JournalDisk create(String name) throws IOException;

    /** All that is in a file. */
    byte[] read(String name) throws IOException;

    /** Deletes a file; nothing where there is none. */
    void delete(String name) throws IOException;

    /** Gives a file another name, which no file may have. */
    void rename(String from, String to) throws IOException;

    /**
     * Puts other bytes in the place of a file's, all of them or none; they are on the disk then.
     */
    void replace(String name, byte[] bytes) throws IOException;

    /** Writes zeros over a file and deletes it, for good. */
    void wipe(String name) throws IOException;

    /** When a file's bytes were last written. */
    Instant lastWritten(String name) throws IOException;

    /** Waits until it is on the disk which files there are. */
    void force() throws IOException;

    /**
     * A folder of the file system, which is made where it is not there.
     *
     * @throws UncheckedIOException where it cannot be
     */
    static JournalFolder of(Path path) {
        try {
            return new OfPath(PrivateFiles.makeFolder(path));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** One of the file system. */
    record OfPath(Path path) implements JournalFolder {

        @Override
        public List<String> names() throws IOException {
            try (Stream<Path> all = Files.list(path)) {
                return all.map(each -> String.valueOf(each.getFileName())).sorted().toList();
            }
        }

        @Override
        public JournalDisk create(String name) throws IOException {
            return JournalDisk.create(path.resolve(name));
        }

        @Override
        public byte[] read(String name) throws IOException {
            return Files.readAllBytes(path.resolve(name));
        }

        @Override
        public void delete(String name) throws IOException {
            Files.deleteIfExists(path.resolve(name));
        }

        @Override
        public void rename(String from, String to) throws IOException {
            Files.move(path.resolve(from), path.resolve(to));
        }

        @Override
        public void replace(String name, byte[] bytes) throws IOException {
            PrivateFiles.replace(path.resolve(name), bytes);
        }

        @Override
        public void wipe(String name) throws IOException {
            PrivateFiles.overwriteAndDelete(path.resolve(name));
        }

        @Override
        public Instant lastWritten(String name) throws IOException {
            return Files.getLastModifiedTime(path.resolve(name)).toInstant();
        }

        @Override
        public void force() throws IOException {
            PrivateFiles.sync(path);
        }
    }
}
