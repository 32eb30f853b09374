package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.backup.BackupCheck;
import dev.avow.backup.BackupMaker;
import dev.avow.backup.BackupReader;
import dev.avow.backup.FolderPlace;
import dev.avow.backup.Manifest;
import dev.avow.backup.Restoration;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.SpareDatabase;
import dev.avow.testing.TestDatabase;
import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R4: what is restored is what was there, in every table that there is. */
final class BackupTablesTest {

    @TempDir Path folder;

    @Test
    void load_aRowInEveryTable_isWhatWasThere() {
        try (TestDatabase database = TestDatabase.fresh()) {
            TenantId other = database.newTenant("Klee");
            database.keyring().of(TenantId.DEFAULT);
            database.keyring().of(other);
            TenantRows.plant(database, TenantId.DEFAULT);
            TenantRows.plant(database, other);
            Map<String, List<String>> before = rows(database.access());
            SubjectKeyFiles persons = new SubjectKeyFiles(database.keysDir());
            FolderPlace place = new FolderPlace(folder.resolve("backups"));

            BackupMaker.Made made =
                    new BackupMaker(
                                    database.access(),
                                    database.masterKey(),
                                    database.keyring().subjects(),
                                    Clock.systemUTC())
                            .make(place, Map.of());
            BackupReader backup =
                    BackupReader.open(place, made.name(), database.masterKey(), persons);

            assertThat(before.values()).noneMatch(List::isEmpty);
            assertThat(made.manifest().tables())
                    .extracting(Manifest.Part::name)
                    .containsExactlyInAnyOrderElementsOf(before.keySet());
            assertThat(BackupCheck.read(backup)).isZero();
            try (SpareDatabase spare =
                    SpareDatabase.make(database.access(), SpareDatabase.Purpose.RESTORE)) {
                assertThat(Restoration.load(backup, spare.access()))
                        .allMatch(table -> table.erased() + table.orphans() == 0);
                assertThat(rows(spare.access())).isEqualTo(before);
            }
        }
    }

    private static Map<String, List<String>> rows(DatabaseAccess access) {
        Map<String, List<String>> all = new TreeMap<>();
        try (Handle handle =
                Jdbi.open(access.url(), access.owner(), access.plaintextOwnerPassword())) {
            for (String table : StoredTables.names(handle)) {
                all.put(
                        table,
                        handle.createQuery("SELECT t::text FROM " + table + " t ORDER BY 1")
                                .mapTo(String.class)
                                .list());
            }
        }
        return all;
    }
}
