package dev.avow.sealing;

import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Subjects' keys in a folder, a file each: {@code subjects/TENANT/SUBJECT.key}. A database keeps
 * what was deleted in its pages, its log and its replicas; a file of its own is overwritten, cut to
 * nothing and removed. {@code SUBJECT.destroyed}, without content, stays, so that a backup of older
 * data cannot bring a person back.
 *
 * <p>On file systems that copy on write, and on flash memory, the old bytes of a file may outlive
 * it; they are wrapped under the tenant's key.
 */
public final class SubjectKeyFiles implements SubjectKeyStore {

    private static final String KEY = ".key";
    private static final String DESTROYED = ".destroyed";

    private final Path folder;

    /**
     * @param folder where {@code subjects} is, or will be, made
     */
    public SubjectKeyFiles(Path folder) {
        this.folder = folder.resolve("subjects");
    }

    @Override
    public Optional<byte[]> find(TenantId tenant, UUID subject) {
        try {
            if (isDestroyed(tenant, subject)) {
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file(tenant, subject, KEY)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw unusable(unreadable);
        }
    }

    @Override
    public Optional<byte[]> keepFirst(TenantId tenant, UUID subject, byte[] wrapped) {
        try {
            Path home = makeFolder(tenant);
            Path draft =
                    Files.createTempFile(
                            home,
                            ".subject",
                            ".new",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            try {
                write(draft, wrapped);
                Files.createLink(file(tenant, subject, KEY), draft);
            } catch (FileAlreadyExistsException anotherWasFirst) {
                // The other one's key is in place and is the one to use.
            } finally {
                Files.deleteIfExists(draft);
            }
            sync(home);
            if (isDestroyed(tenant, subject)) {
                destroy(tenant, subject);
                return Optional.empty();
            }
            return find(tenant, subject);
        } catch (IOException unwritable) {
            throw unusable(unwritable);
        }
    }

    @Override
    public void destroy(TenantId tenant, UUID subject) {
        try {
            Path home = makeFolder(tenant);
            Path mark = file(tenant, subject, DESTROYED);
            if (!Files.exists(mark)) {
                write(mark, new byte[0]);
                sync(home);
            }
            Path key = file(tenant, subject, KEY);
            if (Files.exists(key)) {
                write(key, new byte[(int) Files.size(key)]);
                Files.deleteIfExists(key);
                sync(home);
            }
        } catch (IOException unwritable) {
            throw unusable(unwritable);
        }
    }

    @Override
    public boolean isDestroyed(TenantId tenant, UUID subject) {
        return Files.exists(file(tenant, subject, DESTROYED));
    }

    @Override
    public List<UUID> destroyed(TenantId tenant) {
        Path home = folder.resolve(tenant.toString());
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(DESTROYED))
                    .map(name ->
                            UUID.fromString(name.substring(0, name.length() - DESTROYED.length())))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unusable(unreadable);
        }
    }

    private Path file(TenantId tenant, UUID subject, String suffix) {
        return folder.resolve(tenant.toString()).resolve(subject + suffix);
    }

    private Path makeFolder(TenantId tenant) throws IOException {
        return Files.createDirectories(
                folder.resolve(tenant.toString()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Makes what stands in a folder durable. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private SealingException unusable(IOException why) {
        return new SealingException(
                "the subjects' keys in " + folder + " cannot be used; check AVOW_KEYS_DIR", why);
    }
}
