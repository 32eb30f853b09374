package dev.avow.backup;

import dev.avow.backup.Manifest.Part;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Reload;
import dev.avow.words.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Loads a backup into an empty database. Rows of people who were erased since stay out, since
 * nobody can open them. Blocks for as long as it takes.
 */
public final class Restoration {

    private Restoration() {}

    /**
     * What became of a table's rows.
     *
     * @param restored rows that are there
     * @param erased rows that stayed out, since their person was erased
     * @param orphans rows that went after them: what hung on a row that stayed out
     */
    public record Table(String name, long restored, long erased, long orphans) {}

    /**
     * Loads all tables.
     *
     * @param empty a database without any table
     * @return what became of each, by name
     * @throws Damaged where the backup is not what was written
     * @throws dev.avow.sealing.SealingException where a block or a key is not what it should be
     * @throws dev.avow.words.FaultException {@code conflict} where the backup is newer than this
     *     program
     */
    public static List<Table> load(BackupReader backup, DatabaseAccess empty) {
        Manifest manifest = backup.manifest();
        try (Reload reload = Reload.into(empty, manifest.schemaVersion())) {
            List<Table> loaded = new ArrayList<>();
            for (Part part : manifest.tables()) {
                loaded.add(load(backup, reload, part));
            }
            Map<String, Long> orphans = reload.finish();
            return loaded.stream()
                    .map(table -> {
                        long gone = orphans.getOrDefault(table.name(), 0L);
                        return new Table(
                                table.name(), table.restored() - gone, table.erased(), gone);
                    })
                    .toList();
        }
    }

    private static Table load(BackupReader backup, Reload reload, Part part) {
        Reload.Loading loading = reload.load(part.name(), part.columns());
        long[] erasedRows = {0};
        backup.read(
                part,
                new BackupReader.Sink() {
                    @Override
                    public void content(byte[] bytes, int rows) {
                        loading.rows(bytes);
                    }

                    @Override
                    public void erased(TenantId tenant, UUID person, int rows) {
                        erasedRows[0] += rows;
                    }
                });
        long loaded = loading.end();
        if (loaded + erasedRows[0] != part.rows()) {
            throw new Damaged(part.name());
        }
        return new Table(part.name(), loaded, erasedRows[0], 0);
    }
}
