package dev.avow.backup;

import dev.avow.disk.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Backups in a folder, a folder each; closed to others. */
public final class FolderPlace implements BackupPlace {

    private static final int BUFFER = 1 << 16;

    private final Path folder;

    /**
     * @param folder made with the first backup
     */
    public FolderPlace(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public OutputStream write(String backup, String part) throws IOException {
        Path file = file(backup, part);
        PrivateFiles.makeFolder(parent(file));
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        return new FilterOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                if (channel.isOpen()) {
                    try (channel) {
                        flush();
                        channel.force(true);
                    }
                    PrivateFiles.sync(parent(file));
                }
            }
        };
    }

    @Override
    public void commit(String backup, String part, byte[] content) throws IOException {
        PrivateFiles.replace(file(backup, part), content);
        PrivateFiles.sync(folder);
    }

    @Override
    public InputStream read(String backup, String part) throws IOException {
        return Files.newInputStream(file(backup, part));
    }

    @Override
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(each -> each.getFileName().toString())
                    .filter(BackupName::isOne)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public boolean has(String backup, String part) {
        return Files.exists(file(backup, part));
    }

    @Override
    public void remove(String backup) throws IOException {
        Path whole = folder.resolve(backup);
        if (!Files.isDirectory(whole)) {
            return;
        }
        Files.deleteIfExists(whole.resolve(ManifestFile.NAME));
        try (Stream<Path> files = Files.list(whole)) {
            for (Path each : files.toList()) {
                Files.deleteIfExists(each);
            }
        }
        Files.deleteIfExists(whole);
    }

    @Override
    public String location(String backup) {
        return folder.resolve(backup).toString();
    }

    private Path file(String backup, String part) {
        return folder.resolve(backup).resolve(part);
    }

    private static Path parent(Path file) {
        return java.util.Objects.requireNonNull(file.getParent());
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
