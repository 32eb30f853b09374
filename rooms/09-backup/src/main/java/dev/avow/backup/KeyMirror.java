package dev.avow.backup;

import dev.avow.disk.PrivateFiles;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A copy of the keys of single people and of the journal of erasures and holds, in another folder,
 * apart from the backups. It is always the newest: a key that was destroyed is destroyed in the
 * copy too. The master key is not copied: whoever finds backups and this copy together shall open
 * nothing. Not safe for more than one thread; blocks.
 */
public final class KeyMirror {

    private static final String KEY = ".key";

    private final Path from;
    private final Path to;
    private final Path master;

    /**
     * @param master the file that is left out, wherever it lies
     */
    public KeyMirror(Path from, Path to, Path master) {
        this.from = from;
        this.to = to;
        this.master = master;
    }

    /**
     * Brings the copy up to date: what is new comes first, and marks of destroyed keys before the
     * keys go.
     *
     * @throws dev.avow.words.FaultException {@code store_unavailable} where it cannot be written
     */
    public void refresh() {
        try {
            Set<Path> wanted = new HashSet<>();
            for (Path file : files(from)) {
                if (!isTheMaster(file) && !isDraft(file)) {
                    wanted.add(from.relativize(file));
                    copy(file, to.resolve(from.relativize(file)));
                }
            }
            for (Path file : files(to)) {
                // What is gone is destroyed where it was a key; anything else here is not ours.
                if (file.toString().endsWith(KEY) && !wanted.contains(to.relativize(file))) {
                    PrivateFiles.overwriteAndDelete(file);
                }
            }
        } catch (IOException | UncheckedIOException unwritable) {
            throw Fault.of(
                            FaultCode.STORE_UNAVAILABLE,
                            "the copy of the keys in "
                                    + to
                                    + " cannot be written; check AVOW_KEYS_BACKUP_DIR")
                    .asException();
        }
    }

    /** The file itself, however it is named, and what says that it is to be rotated. */
    private boolean isTheMaster(Path file) throws IOException {
        return file.equals(master)
                || file.equals(master.resolveSibling(master.getFileName() + ".rotation"))
                || (Files.exists(master) && Files.isSameFile(file, master));
    }

    private static boolean isDraft(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try {
            byte[] content = PrivateFiles.read(source);
            if (Files.exists(target) && Arrays.equals(content, Files.readAllBytes(target))) {
                return;
            }
            PrivateFiles.replaceWiping(target, content);
        } catch (NoSuchFileException destroyedMeanwhile) {
            // Then its copy goes with the next refreshing at the latest.
        }
    }
}
