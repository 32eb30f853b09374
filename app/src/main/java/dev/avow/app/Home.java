package dev.avow.app;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The home folder, held by one server at a time. The hold is a file lock, so it ends with the
 * process however that ends.
 */
final class Home implements AutoCloseable {

    /** Of this JVM. Whoever opened a lock's file twice would let it go with either. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private Home(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Holds the folder; empty where somebody else does, of this process or another. Makes it where
     * there is none.
     */
    static Optional<Home> hold(Path given) {
        Path folder = given.toAbsolutePath().normalize();
        if (!HELD.add(folder)) {
            return Optional.empty();
        }
        Optional<Home> held = Optional.empty();
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            held = locked(folder).map(channel -> new Home(folder, channel));
            return held;
        } catch (IOException unusable) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "AVOW_HOME cannot be used: " + folder + "; check its permissions")
                    .asException();
        } finally {
            if (held.isEmpty()) {
                HELD.remove(folder);
            }
        }
    }

    private static Optional<FileChannel> locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("avow.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(channel);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyClosed) {
            // The lock went with it.
        } finally {
            HELD.remove(folder);
        }
    }
}
