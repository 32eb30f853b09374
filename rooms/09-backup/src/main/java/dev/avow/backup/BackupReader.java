package dev.avow.backup;

import dev.avow.backup.Manifest.Part;
import dev.avow.sealing.BackupKey;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SubjectKeyStore;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens a backup. It needs the master key, and of each person whose rows it is to open that
 * person's key; no database. Not safe for more than one thread; blocks.
 */
public final class BackupReader {

    private final BackupPlace place;
    private final String name;
    private final Manifest manifest;
    private final Envelope envelope;

    private BackupReader(BackupPlace place, String name, Manifest manifest, Envelope envelope) {
        this.place = place;
        this.name = name;
        this.manifest = manifest;
        this.envelope = envelope;
    }

    /** Takes a table's rows or a file's pieces. */
    public interface Sink {
        /** Whole rows in COPY's text form, or a piece of a file. */
        void content(byte[] bytes, int rows);

        /** Rows about a person who was erased since. */
        void erased(TenantId tenant, UUID person, int rows);
    }

    /**
     * Opens one.
     *
     * @param persons the keys of single people; the tenants' own come from the backup
     * @throws dev.avow.words.FaultException {@code not_found} where there is no backup
     * @throws Damaged where its manifest was altered
     * @throws dev.avow.sealing.SealingException where the master key is another's
     */
    public static BackupReader open(
            BackupPlace place, String name, MasterKey master, SubjectKeyStore persons) {
        byte[] file = manifestFile(place, name).orElseThrow(() -> none(place, name));
        Manifest manifest =
                ManifestFile.read(file).orElseThrow(() -> new Damaged(ManifestFile.NAME));
        BackupKey key = ManifestFile.key(manifest, master);
        if (!ManifestFile.isProven(file, key)) {
            throw new Damaged(ManifestFile.NAME);
        }
        BackedUpTenantKeys tenants = new BackedUpTenantKeys();
        BackupReader reader =
                new BackupReader(
                        place,
                        name,
                        manifest,
                        new Envelope(
                                manifest.id(),
                                key,
                                new Keyring(master, tenants, persons).subjects()));
        manifest.tables().stream()
                .filter(part -> part.name().equals(BackedUpTenantKeys.TABLE))
                .forEach(part -> reader.read(part, tenants.reading(part)));
        return reader;
    }

    static Optional<byte[]> manifestFile(BackupPlace place, String name) {
        try {
            if (!BackupName.isOne(name)) {
                return Optional.empty();
            }
            try (InputStream in = place.read(name, ManifestFile.NAME)) {
                return Optional.of(in.readAllBytes());
            }
        } catch (NoSuchFileException unfinished) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw unreadable(place, unreadable);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Reads a part whole and holds it against the manifest.
     *
     * @throws Damaged where it is not what was written
     * @throws dev.avow.sealing.SealingException where a block is not what was sealed for its place
     */
    public void read(Part part, Sink sink) {
        try {
            PartReader.read(
                    part,
                    place.read(name, part.file()),
                    envelope,
                    new PartReader.Sink() {
                        @Override
                        public void content(byte[] bytes, int rows) {
                            sink.content(bytes, rows);
                        }

                        @Override
                        public void erased(Envelope.Opened.Erased erased, int rows) {
                            sink.erased(erased.tenant(), erased.person(), rows);
                        }
                    });
        } catch (NoSuchFileException missing) {
            throw new Damaged(part.name());
        } catch (IOException unreadable) {
            throw unreadable(place, unreadable);
        }
    }

    private static RuntimeException none(BackupPlace place, String name) {
        return Fault.of(FaultCode.NOT_FOUND, "there is no whole backup at " + place.location(name))
                .asException();
    }

    private static RuntimeException unreadable(BackupPlace place, IOException why) {
        return Fault.of(
                        FaultCode.STORE_UNAVAILABLE,
                        "the backup in "
                                + place
                                + " cannot be read; "
                                + PlaceUnusable.said(why, "check its permissions"))
                .asException();
    }
}
