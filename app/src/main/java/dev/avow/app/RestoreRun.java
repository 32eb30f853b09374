package dev.avow.app;

import dev.avow.accounts.EmailIndexes;
import dev.avow.backup.BackupPlace;
import dev.avow.backup.BackupReader;
import dev.avow.backup.Manifest;
import dev.avow.backup.Replay;
import dev.avow.backup.Restoration;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.StoredAuditLog;
import dev.avow.retain.JournalEntry;
import dev.avow.retain.PrivacyJournal;
import dev.avow.rotation.KeyRotations;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.Rewrapping;
import dev.avow.sealing.SealingAlgorithm;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.settings.Settings;
import dev.avow.tenancy.SpareDatabase;
import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.TenantKeyStore;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A restore from its beginning to its end. Everything is done in a database beside the one in use;
 * then, in one step, it takes that one's place. Whatever dies before leaves what was there.
 */
final class RestoreRun {

    private static final String SIZE = "SELECT coalesce((SELECT size FROM audit_trees), 0)";

    private final Settings settings;
    private final Optional<Path> formerMasterKey;
    private final Clock clock = Clock.systemUTC();

    /**
     * @param formerMasterKey a copy of the master key that the backup was made under, where that
     *     was rotated since
     */
    RestoreRun(Settings settings, Optional<Path> formerMasterKey) {
        this.settings = settings;
        this.formerMasterKey = formerMasterKey;
    }

    /**
     * What came of it.
     *
     * @param lost entries of the audit log that were lost at most, by tenant
     * @param former the name of the database that was in use, where it was kept
     */
    record Done(
            Manifest manifest,
            List<Restoration.Table> tables,
            Replay.Replayed replayed,
            Map<TenantId, Long> lost,
            Path checkpoints,
            Optional<String> former) {}

    Done run(BackupPlace place, String name, boolean keepFormer) throws IOException {
        try (Home _ = Home.hold(settings.home()).orElseThrow(this::running)) {
            if (!Files.exists(settings.masterKeyFile())) {
                throw Fault.of(
                                FaultCode.NOT_FOUND,
                                "there is no master key at "
                                        + settings.masterKeyFile()
                                        + "; put the one there that the backup was made with")
                        .asException();
            }
            MasterKey master = Masters.of(settings);
            SubjectKeyFiles persons = new SubjectKeyFiles(settings.keysDir());
            List<JournalEntry> journal = new PrivacyJournal(settings.keysDir()).entries();
            Replay.destroyKeys(journal, persons);
            MasterKey both = formerMasterKey.map(master::opening).orElse(master);
            BackupReader backup = BackupReader.open(place, name, both, persons);
            try (DatabaseServer server = DatabaseServer.start(settings, master)) {
                RestoreMark.finish(settings.home(), server.access());
                return run(server, both, persons, journal, backup, keepFormer);
            }
        }
    }

    private Done run(
            DatabaseServer server,
            MasterKey master,
            SubjectKeyFiles persons,
            List<JournalEntry> journal,
            BackupReader backup,
            boolean keepFormer)
            throws IOException {
        try (SpareDatabase spare =
                SpareDatabase.make(server.access(), SpareDatabase.Purpose.RESTORE)) {
            spare.requireNobodyElse();
            List<Restoration.Table> tables = Restoration.load(backup, spare.access());
            Replay.Replayed replayed;
            Map<TenantId, Long> lost;
            try (Tenancy tenancy = Tenancy.open(spare.access())) {
                if (settings.databaseUrl().isPresent()) {
                    // By another node's journal nobody who was erased would be erased again.
                    SharedFolders.require(tenancy, settings);
                }
                replayed =
                        new Replay(tenancy, clock.instant())
                                .run(journal, backup.manifest().takenAt(), persons);
                lost = logs(tenancy, master, persons, backup);
            }
            RestoreMark.set(settings.home(), spare.oid(), keepFormer);
            String former = spare.takeThePlace();
            RestoreMark.finish(settings.home(), server.access());
            return new Done(
                    backup.manifest(),
                    tables,
                    replayed,
                    lost,
                    settings.home().resolve("checkpoints"),
                    keepFormer ? Optional.of(former) : Optional.empty());
        }
    }

    /** Each tenant's log says that it was put back, and its witness is made ready. */
    private Map<TenantId, Long> logs(
            Tenancy tenancy, MasterKey master, SubjectKeyFiles persons, BackupReader backup)
            throws IOException {
        RestoredWitness witness = new RestoredWitness(settings.home().resolve("checkpoints"));
        witness.forget();
        Keyring keyring =
                new Keyring(
                        master,
                        new TenantKeyStore(tenancy),
                        persons,
                        SealingAlgorithm.of(settings.keys().algorithm()));
        StoredAuditLog audit = Services.audit(tenancy, keyring, settings, clock);
        KeyRotations rotations = new KeyRotations(tenancy, audit, clock);
        Map<TenantId, Long> lost = new TreeMap<>(java.util.Comparator.comparing(TenantId::value));
        EmailIndexes indexes =
                new EmailIndexes(tenancy, master, keyring, settings.keys().batchRows());
        for (TenantId tenant : tenancy.tenants()) {
            Rewrapping.Found _ = keyring.rewrapping().wrapAnew(tenant);
            Optional<EmailIndexes.Batch> _ = indexes.indexAnew(tenant, () -> true);
            long size =
                    tenancy.within(
                            tenant, handle -> handle.createQuery(SIZE).mapTo(long.class).one());
            Optional<Long> gone = witness.stage(tenant, size, backup);
            gone.ifPresent(entries -> lost.put(tenant, entries));
            Map<String, Object> after = new LinkedHashMap<>();
            after.put("taken_at", backup.manifest().takenAt().toString());
            after.put("entries_lost_at_most", gone.orElse(0L));
            audit.append(
                    Actor.operator(tenant),
                    new AuditEntry(
                            "backup_restored",
                            "backup",
                            backup.manifest().id().toString(),
                            null,
                            after));
            boolean _ = rotations.afterRestore(tenant, keyring);
        }
        return lost;
    }

    private RuntimeException running() {
        return Fault.of(
                        FaultCode.CONFLICT,
                        "Avow runs on "
                                + settings.home()
                                + "; stop it first, a restore wants the installation for itself")
                .asException();
    }
}
