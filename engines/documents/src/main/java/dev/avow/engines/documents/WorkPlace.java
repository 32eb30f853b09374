package dev.avow.engines.documents;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of this server in which its readers have theirs. It lies in memory where there is
 * room, since parsers write parts of documents to files; there they never reach a disk. A lock says
 * that it is in use, and goes with the process that holds it, however that ends: what a server left
 * that was killed together with its readers is removed by the next one.
 */
final class WorkPlace implements AutoCloseable {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final String NAME = "avow-documents-";
    private static final String LOCK = "lock";

    /** One without a lock, and older than this, was being made when its server died. */
    private static final Duration UNFINISHED = Duration.ofMinutes(1);

    /** Of this process: who opens and closes a locked file lets go of the process's own lock. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private WorkPlace(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes one. */
    static WorkPlace open() throws IOException {
        while (true) {
            Path folder = Files.createTempDirectory(root(), NAME);
            OWN.add(folder);
            Path file = folder.resolve(LOCK);
            FileChannel lock =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (lock.tryLock() != null && Files.exists(file)) {
                return new WorkPlace(folder, lock);
            }
            lock.close(); // another server took it for left, before it was locked
            OWN.remove(folder);
        }
    }

    private static Path root() {
        return Files.isWritable(MEMORY) ? MEMORY : temporary();
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** A folder for one reader. */
    Path newFolder() throws IOException {
        return Files.createTempDirectory(folder, "reader");
    }

    @Override
    public void close() {
        WorkFolder.remove(folder);
        try {
            lock.close();
        } catch (IOException gone) {
            // It ends with the process.
        }
        OWN.remove(folder);
    }

    /** Removes what servers of this user left that are not there any more. */
    static void sweep() {
        for (Path root : List.of(MEMORY, temporary())) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(root, NAME + "*")) {
                for (Path each : found) {
                    if (isOurs(each) && isLeft(each)) {
                        WorkFolder.remove(each);
                    }
                }
            } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
                // Where nothing can be read nothing was written.
            }
        }
    }

    /** Of this user, who alone could write there, and no link to elsewhere. */
    private static boolean isOurs(Path folder) {
        try {
            return !OWN.contains(folder)
                    && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && uid(folder).equals(uid(Path.of("/proc/self")));
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private static Object uid(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isLeft(Path folder) throws IOException {
        try (FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return lock.tryLock() != null;
        } catch (NoSuchFileException none) {
            Instant made = Files.getLastModifiedTime(folder).toInstant();
            return made.plus(UNFINISHED).isBefore(Instant.now());
        }
    }
}
