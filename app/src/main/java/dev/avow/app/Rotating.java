package dev.avow.app;

import dev.avow.accounts.EmailIndexes;
import dev.avow.backup.KeyMirror;
import dev.avow.prove.AuditLog;
import dev.avow.retain.Archives;
import dev.avow.retention.LegalHolds;
import dev.avow.rotation.MasterRotation;
import dev.avow.rotation.MasterRotationFile;
import dev.avow.rotation.Moved;
import dev.avow.rotation.RotationJob;
import dev.avow.rotation.RotationLimits;
import dev.avow.rotation.RotationRun;
import dev.avow.rotation.Sealed;
import dev.avow.settings.Settings;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rotations of keys, furnished with all that is sealed outside of the tables. */
final class Rotating {

    private static final Logger LOG = LoggerFactory.getLogger(Rotating.class);

    private Rotating() {}

    static RotationJob job(
            Settings settings, Storage storage, AuditLog audit, Optional<Archives> archives) {
        Clock clock = Clock.systemUTC();
        LegalHolds holds =
                new LegalHolds(
                        storage.tenancy(),
                        storage.keyring(),
                        storage.privacyJournal(),
                        audit,
                        clock);
        RotationLimits limits =
                new RotationLimits(settings.keys().settle(), settings.keys().batchRows());
        RotationRun run =
                new RotationRun(
                        storage.tenancy(),
                        storage.keyring(),
                        List.of(ofArchives(storage.tenancy(), archives), ofHolds(holds)),
                        destruction(settings, storage.tenancy()),
                        audit,
                        limits,
                        clock);
        MasterRotation master =
                new MasterRotation(
                        storage.tenancy(),
                        storage.master(),
                        storage.keyring(),
                        new MasterRotationFile(settings.masterKeyFile()),
                        ofAddresses(
                                new EmailIndexes(
                                        storage.tenancy(),
                                        storage.master(),
                                        storage.keyring(),
                                        settings.keys().batchRows())),
                        destruction(settings, storage.tenancy()),
                        audit,
                        limits,
                        clock);
        return new RotationJob(storage.tenancy(), storage.keyring(), run, master, limits);
    }

    /** Archives of an earlier time, where none are written now, cannot be reached to seal them. */
    private static Sealed ofArchives(Tenancy tenancy, Optional<Archives> archives) {
        return sealed(
                "archives",
                (tenant, goOn) -> {
                    if (archives.isEmpty()) {
                        return new Moved(0, 0, !Archives.hasAny(tenancy, tenant));
                    }
                    return archives.get()
                            .sealAnew(tenant, goOn)
                            .map(moved -> new Moved(moved, 0, true))
                            .orElse(new Moved(0, 0, false));
                });
    }

    private static Sealed ofAddresses(EmailIndexes indexes) {
        return sealed(
                "indexes of addresses",
                (tenant, goOn) ->
                        indexes.indexAnew(tenant, goOn)
                                .map(all -> new Moved(all.moved(), all.impossible().size(), true))
                                .orElse(new Moved(0, 0, false)));
    }

    private static Sealed ofHolds(LegalHolds holds) {
        return sealed(
                "journal of legal holds",
                (tenant, _) -> new Moved(holds.tellOfNewSeals(tenant), 0, true));
    }

    private static Sealed sealed(String name, BiFunction<TenantId, BooleanSupplier, Moved> anew) {
        return new Sealed() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Moved sealAnew(TenantId tenant, BooleanSupplier goOn) {
                return anew.apply(tenant, goOn);
            }
        };
    }

    private static RotationRun.Destruction destruction(Settings settings, Tenancy tenancy) {
        return new RotationRun.Destruction() {
            @Override
            public void copyKeys() {
                KeyCopies.of(settings).ifPresent(KeyMirror::refresh);
            }

            @Override
            public void scrub() {
                try {
                    tenancy.scrub(settings.databaseUrl().isEmpty());
                } catch (DatabaseUnavailable busy) {
                    LOG.warn(
                            "the old version of a key stays in the database's files, wrapped, until"
                                    + " their pages are used again: {}",
                            busy.getClass().getName());
                }
            }
        };
    }
}
