package dev.avow.retain;

import dev.avow.disk.PrivateFiles;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
        try {
            PrivateFiles.replace(file(name), content);
        } catch (IOException unwritable) {
            throw unusable();
        }
    }

    @Override
    public void putAll(Map<String, byte[]> content) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        content.forEach((name, bytes) -> files.put(file(name), bytes));
        try {
            PrivateFiles.replaceAll(files);
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
            Files.deleteIfExists(PrivateFiles.draftOf(file));
            if (Files.deleteIfExists(file)) {
                PrivateFiles.sync(Objects.requireNonNull(file.getParent()));
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

    private RuntimeException unusable() {
        return Fault.of(
                        FaultCode.STORE_UNAVAILABLE,
                        "the archive in " + folder + " cannot be used; check its permissions")
                .asException();
    }
}
