package dev.avow.postgres;

import dev.avow.postgres.PostgresUnavailable.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * This process' claim on a data directory. It tells an orphaned server, which may be ended, from
 * one whose owner lives: the kernel drops the lock when the owner dies, however it dies.
 */
final class DirectoryLock implements AutoCloseable {
    /**
     * What this process holds. POSIX locks are per process and are dropped when <em>any</em>
     * descriptor of the file is closed (fcntl(2)), so that a second attempt from this process must
     * not even open the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @throws PostgresUnavailable where another owner lives, in this process or another
     */
    static DirectoryLock take(DataDirectory directory) throws IOException {
        Path file = directory.lockFile();
        if (!HELD.add(file)) {
            throw inUse(directory);
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                throw inUse(directory);
            }
            return new DirectoryLock(file, channel);
        } finally {
            if (lock == null) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(file);
            }
        }
    }

    private static PostgresUnavailable inUse(DataDirectory directory) {
        return new PostgresUnavailable(
                Reason.IN_USE,
                "Another running Avow serves "
                        + directory.path()
                        + ": stop it, or choose another home folder.");
    }

    /** Gives the directory up; the file stays, since removing it would race with the next owner. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is gone in any case, and the lock with it.
        } finally {
            HELD.remove(file);
        }
    }
}
