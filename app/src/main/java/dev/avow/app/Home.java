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

/**
 * The home folder, held by one server at a time. The hold is a file lock, so it ends with the
 * process however that ends.
 */
final class Home implements AutoCloseable {

    private final FileChannel channel;

    private Home(FileChannel channel) {
        this.channel = channel;
    }

    /** Holds the folder; empty where another process does. Makes it where there is none. */
    static Optional<Home> hold(Path folder) {
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
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
            return Optional.of(new Home(channel));
        } catch (IOException unusable) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "AVOW_HOME cannot be used: " + folder + "; check its permissions")
                    .asException();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyClosed) {
            // The lock went with it.
        }
    }
}
