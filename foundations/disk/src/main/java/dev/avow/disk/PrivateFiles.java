package dev.avow.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Writes files that only their owner may read, and that are durable when the call returns: content
 * first, then the name, then the folder's list of names, and those above where it had to be made. A
 * crash leaves what was there before, or the new file whole; a draft that it leaves begins with a
 * dot.
 *
 * <p>Safe for any thread and several processes, but for two that {@link #replace} the same file.
 */
public final class PrivateFiles {

    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    /** Makes a folder, and those above it, mode 700; leaves one that is there as it is. */
    public static Path makeFolder(Path folder) throws IOException {
        List<Path> missing = new ArrayList<>();
        Path each = folder.toAbsolutePath();
        while (each != null && Files.notExists(each)) {
            missing.add(each);
            each = each.getParent();
        }
        Files.createDirectories(folder, FOLDER);
        for (Path made : missing) {
            sync(folderOf(made));
        }
        return folder;
    }

    /** Writes a file, in the place of one that may be there; makes its folder. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path folder = makeFolder(folderOf(file));
        Path draft = draftOf(file);
        overwriteAndDelete(draft);
        try {
            try (FileChannel channel = createDraft(draft)) {
                write(channel, content);
            }
            takePlace(draft, file);
        } finally {
            overwriteAndDelete(draft);
        }
        sync(folder);
    }

    /**
     * {@link #replace} of several files, each whole or not at all; they wait for the disk together,
     * and each folder for its list of names once.
     */
    public static void replaceAll(Map<Path, byte[]> contents) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        List<FileChannel> drafts = new ArrayList<>();
        try {
            for (Map.Entry<Path, byte[]> each : contents.entrySet()) {
                folders.add(makeFolder(folderOf(each.getKey())));
                Path draft = draftOf(each.getKey());
                overwriteAndDelete(draft);
                FileChannel channel = createDraft(draft);
                drafts.add(channel);
                put(channel, each.getValue());
            }
            for (FileChannel draft : drafts) {
                draft.force(true);
            }
            for (Path file : contents.keySet()) {
                takePlace(draftOf(file), file);
            }
        } finally {
            for (FileChannel draft : drafts) {
                draft.close();
            }
            for (Path file : contents.keySet()) {
                overwriteAndDelete(draftOf(file));
            }
        }
        for (Path folder : folders) {
            sync(folder);
        }
    }

    /**
     * {@link #replace}, and writes zeros over what the file held before, once the new content is in
     * its place. Who opened the file a moment ago may read zeros; {@link #read} reads again then.
     */
    public static void replaceWiping(Path file, byte[] content) throws IOException {
        if (!Files.exists(file)) {
            replace(file, content);
            return;
        }
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
            replace(file, content);
            write(old, new byte[Math.toIntExact(old.size())]);
        }
    }

    /** A file's content; read again where it was written over and replaced just then. */
    public static byte[] read(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return content.length > 0 && content[0] == 0 ? Files.readAllBytes(file) : content;
    }

    /** Where {@link #replace} writes until the file is whole. */
    public static Path draftOf(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".new");
    }

    /** Writes a file unless there is one already; makes its folder. */
    public static void createFirst(Path file, byte[] content) throws IOException {
        Path folder = makeFolder(folderOf(file));
        Path draft = Files.createTempFile(folder, ".", ".new", FILE);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            write(channel, content);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // The other one's is in place and is the one to use.
        } finally {
            Files.deleteIfExists(draft);
        }
        sync(folder);
    }

    /** Writes zeros over a file's content and removes it; nothing where there is none. */
    public static void overwriteAndDelete(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(channel, new byte[Math.toIntExact(channel.size())]);
        }
        Files.deleteIfExists(file);
        sync(folderOf(file));
    }

    /** Makes durable which names stand in a folder. Linux allows this on one opened for reading. */
    public static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileChannel createDraft(Path draft) throws IOException {
        return FileChannel.open(
                draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE);
    }

    private static void takePlace(Path draft, Path file) throws IOException {
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        put(channel, content);
        channel.force(true);
    }

    private static void put(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
