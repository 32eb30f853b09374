package dev.avow.retain;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;

/** Objects as files of a folder, readable by their owner alone. */
public final class FolderObjects implements ObjectStore {

    private final Path folder;

    /**
     * @param folder made where there is none
     */
    public FolderObjects(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void put(String name, byte[] content) {
        Path file = file(name);
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            try (FileChannel channel =
                    FileChannel.open(
                            draft,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolderOf(file);
        } catch (IOException unwritable) {
            throw unusable();
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        try {
            return Optional.of(Files.readAllBytes(file(name)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw unusable();
        }
    }

    @Override
    public void delete(String name) {
        Path file = file(name);
        try {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".part"));
            if (Files.deleteIfExists(file)) {
                syncFolderOf(file);
            }
        } catch (IOException undeletable) {
            throw unusable();
        }
    }

    private Path file(String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IllegalArgumentException("an object's name lies outside of its folder");
        }
        return file;
    }

    /** Makes a new name, or one that is gone, durable. */
    private static void syncFolderOf(Path file) throws IOException {
        Path parent = Objects.requireNonNull(file.getParent());
        try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private RuntimeException unusable() {
        return Fault.of(
                        FaultCode.STORE_UNAVAILABLE,
                        "the archive in " + folder + " cannot be used; check its permissions")
                .asException();
    }
}
