package dev.avow.app;

import dev.avow.backup.BackupReader;
import dev.avow.backup.Manifest;
import dev.avow.disk.PrivateFiles;
import dev.avow.merkle.Checkpoint;
import dev.avow.prove.BrokenLog;
import dev.avow.prove.FileWitness;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The audit logs' witness and a restore. Checkpoints of more entries than the backup has are kept
 * aside under a dated name, since they prove what was lost; those of the backup take their place,
 * and the log goes on from there.
 */
final class RestoredWitness {

    private static final String ENDING = ".checkpoints";
    private static final String STAGED = ".checkpoints.restored";

    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;

    /**
     * @param folder the witness's
     */
    RestoredWitness(Path folder) {
        this.folder = folder;
    }

    /** The witness's files, by their names in a backup. */
    static Map<String, Path> files(Path home) {
        Map<String, Path> files = new TreeMap<>();
        Path folder = home.resolve("checkpoints");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(file -> file.toString().endsWith(ENDING))
                        .forEach(file -> files.put(name(file), file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the checkpoints cannot be read", unreadable);
            }
        }
        return files;
    }

    private static String name(Path file) {
        return "checkpoints/" + file.getFileName();
    }

    /**
     * Makes ready what is to take the place of a tenant's checkpoints, where that is needed.
     *
     * @param restored entries of the tenant's log in the backup
     * @return entries that were lost at most; empty where none was, as far as the witness knows
     */
    Optional<Long> stage(TenantId tenant, long restored, BackupReader backup) throws IOException {
        Path file = folder.resolve(tenant + ENDING);
        Optional<Checkpoint> last = Optional.empty();
        boolean damaged = false;
        try {
            last = new FileWitness(folder).last("avow/" + tenant);
        } catch (BrokenLog unreadable) {
            damaged = true;
        }
        boolean ahead = last.map(checkpoint -> checkpoint.size() > restored).orElse(false);
        if (ahead || damaged || !Files.exists(file)) {
            PrivateFiles.makeFolder(folder);
            write(folder.resolve(tenant + STAGED), name(file), backup);
        }
        return ahead ? last.map(checkpoint -> checkpoint.size() - restored) : Optional.empty();
    }

    /** Empty where the backup has none: the next checkpoint begins anew then. */
    private static void write(Path staged, String name, BackupReader backup) throws IOException {
        Files.deleteIfExists(staged);
        try (FileChannel channel =
                        FileChannel.open(
                                staged, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            for (Manifest.Part part : backup.manifest().files()) {
                if (part.name().equals(name)) {
                    backup.read(part, new Copying(out));
                }
            }
            channel.force(true);
        }
    }

    private record Copying(OutputStream out) implements BackupReader.Sink {
        @Override
        public void content(byte[] bytes, int rows) {
            try {
                out.write(bytes);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        @Override
        public void erased(TenantId tenant, UUID person, int rows) {
            throw new IllegalStateException("a file is about nobody");
        }
    }

    /** Puts what was made ready in place; what was there is kept beside. */
    void putInPlace() throws IOException {
        String dated = DATED.format(Instant.now());
        for (Path staged : staged()) {
            String text = staged.getFileName().toString();
            String tenant = text.substring(0, text.length() - STAGED.length());
            Path file = folder.resolve(tenant + ENDING);
            if (Files.exists(file)) {
                Files.move(
                        file,
                        folder.resolve(tenant + ENDING + ".before-restore-" + dated),
                        StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Throws away what was made ready. */
    void forget() throws IOException {
        for (Path staged : staged()) {
            Files.delete(staged);
        }
    }

    private List<Path> staged() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(STAGED)).toList();
        }
    }
}
