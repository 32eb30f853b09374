package dev.avow.app;

import dev.avow.backup.BackupCheck;
import dev.avow.backup.BackupMaker;
import dev.avow.backup.BackupPlace;
import dev.avow.backup.BackupReader;
import dev.avow.backup.Backups;
import dev.avow.backup.Checked;
import dev.avow.backup.KeyMirror;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.settings.Settings;
import dev.avow.words.TenantId;
import java.time.Clock;
import java.util.Map;

/**
 * A backup from its making to its check (promise R4): written, read back, on request restored into
 * a database of its own, and entered in the audit log; the copy of the keys is refreshed, and what
 * is too old goes.
 */
final class BackupRun {

    private final Settings settings;
    private final Storage storage;
    private final AuditLog audit;
    private final Clock clock;

    BackupRun(Settings settings, Storage storage, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.storage = storage;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    record Done(BackupMaker.Made made, String location, long erasedRows) {}

    /**
     * Makes one and checks it.
     *
     * @param restore whether it is restored into a database of its own too
     */
    Done run(BackupPlace place, boolean restore) {
        KeyCopies.of(settings).ifPresent(KeyMirror::refresh);
        BackupMaker.Made made =
                new BackupMaker(
                                storage.access(),
                                storage.master(),
                                storage.keyring().subjects(),
                                clock)
                        .make(place, RestoredWitness.files(settings.home()));
        long erasedRows = BackupCheck.read(open(place, made));
        if (restore) {
            var _ = BackupCheck.restore(open(place, made), storage.access());
        }
        Backups backups = new Backups(place);
        backups.check(made.name(), new Checked(clock.instant(), restore));
        audit.append(
                Actor.operator(TenantId.DEFAULT),
                new AuditEntry(
                        "backup_created",
                        "backup",
                        made.manifest().id().toString(),
                        null,
                        Map.of(
                                "taken_at",
                                made.manifest().takenAt().toString(),
                                "rows",
                                made.manifest().rows(),
                                "bytes",
                                made.manifest().bytes())));
        return new Done(made, place.location(made.name()), erasedRows);
    }

    private BackupReader open(BackupPlace place, BackupMaker.Made made) {
        return BackupReader.open(
                place, made.name(), storage.master(), new SubjectKeyFiles(settings.keysDir()));
    }
}
