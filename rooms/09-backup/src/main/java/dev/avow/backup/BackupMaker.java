package dev.avow.backup;

import dev.avow.backup.Manifest.Part;
import dev.avow.sealing.BackupKey;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SubjectKeys;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Snapshot;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes backups (promise R4): every row of every table as of one moment, while whoever works goes
 * on. Safe for any thread; one backup of a database at a time. Blocks for as long as it takes.
 */
public final class BackupMaker {

    private static final Logger LOG = LoggerFactory.getLogger(BackupMaker.class);

    private final DatabaseAccess access;
    private final MasterKey master;
    private final SubjectKeys subjects;
    private final InstantSource clock;

    public BackupMaker(
            DatabaseAccess access, MasterKey master, SubjectKeys subjects, InstantSource clock) {
        this.access = access;
        this.master = master;
        this.subjects = subjects;
        this.clock = clock;
    }

    /**
     * A backup that was made.
     *
     * @param name in its place
     */
    public record Made(String name, Manifest manifest) {}

    /**
     * Makes one.
     *
     * @param files of the home folder that belong to the data, by their names below it. They are
     *     read before the database, so they are never newer than that
     * @throws dev.avow.words.FaultException {@code conflict} where one is being made; {@code
     *     store_unavailable} where the place cannot be written
     */
    public Made make(BackupPlace place, Map<String, Path> files) {
        try (Snapshot snapshot = Snapshot.reserve(access)) {
            UUID id = Ids.next();
            String name = BackupName.of(clock.instant(), id);
            boolean whole = false;
            try {
                Made made = new Made(name, write(snapshot, place, id, name, files));
                whole = true;
                return made;
            } catch (IOException | UncheckedIOException unwritable) {
                throw unwritable(place, unwritable);
            } finally {
                if (!whole) {
                    remove(place, name);
                }
            }
        }
    }

    private Manifest write(
            Snapshot snapshot, BackupPlace place, UUID id, String name, Map<String, Path> files)
            throws IOException {
        BackupKey key = BackupKey.fresh(master, id, subjects.algorithm());
        Envelope envelope = new Envelope(id, key, subjects);
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Path> file : new TreeMap<>(files).entrySet()) {
            if (Files.exists(file.getValue())) {
                String part = "file-" + parts.size() + ".part";
                parts.add(file(place, name, part, file.getKey(), file.getValue(), envelope));
            }
        }
        Instant takenAt = snapshot.begin();
        for (Snapshot.Table table : snapshot.tables()) {
            parts.add(table(snapshot, place, name, table, envelope));
        }
        Manifest manifest =
                new Manifest(
                        id,
                        takenAt,
                        clock.instant(),
                        snapshot.schemaVersion(),
                        Base64.getEncoder().encodeToString(key.wrapped()),
                        parts);
        place.commit(name, ManifestFile.NAME, ManifestFile.write(manifest, key));
        return manifest;
    }

    private static Part table(
            Snapshot snapshot,
            BackupPlace place,
            String backup,
            Snapshot.Table table,
            Envelope envelope)
            throws IOException {
        if (Persons.isForgotten(table.name(), table.columns())) {
            throw new IllegalStateException("Persons does not know the table " + table.name());
        }
        String file = table.name() + ".part";
        try (PartWriter writer =
                new PartWriter(envelope, table.name(), place.write(backup, file))) {
            snapshot.read(table, Persons.of(table.name()), writer::row);
            return writer.end(file, true, table.columns());
        }
    }

    private static Part file(
            BackupPlace place,
            String backup,
            String part,
            String name,
            Path source,
            Envelope envelope)
            throws IOException {
        byte[] piece = new byte[1 << 16];
        try (PartWriter writer = new PartWriter(envelope, name, place.write(backup, part));
                InputStream in = Files.newInputStream(source)) {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                writer.piece(piece, length);
            }
            return writer.end(part, false, List.of());
        }
    }

    /** Half a backup is none; what cannot be removed now is swept away later. */
    private static void remove(BackupPlace place, String name) {
        try {
            place.remove(name);
        } catch (IOException later) {
            LOG.warn("half a backup was left: {}", place.location(name));
        }
    }

    private static RuntimeException unwritable(BackupPlace place, Exception why) {
        return Fault.of(
                        FaultCode.STORE_UNAVAILABLE,
                        "the backup cannot be written to "
                                + place
                                + "; "
                                + PlaceUnusable.said(
                                        why,
                                        "check that it is a folder that can be written and has"
                                                + " room"))
                .asException();
    }
}
