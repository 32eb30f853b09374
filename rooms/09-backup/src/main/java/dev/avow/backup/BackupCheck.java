package dev.avow.backup;

import dev.avow.backup.Manifest.Part;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.SpareDatabase;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.UUID;

/** Sees whether a backup is good (promise R4). Blocks for as long as it takes. */
public final class BackupCheck {

    private BackupCheck() {}

    /**
     * Reads everything back: each block opens in its place, and there are as many rows as the
     * manifest says.
     *
     * @return rows that nobody can open any more, since their people were erased
     * @throws Damaged where something is not as it was written
     * @throws dev.avow.sealing.SealingException where a block does not open
     */
    public static long read(BackupReader backup) {
        long[] erasedRows = {0};
        for (Part part : backup.manifest().parts()) {
            backup.read(
                    part,
                    new BackupReader.Sink() {
                        @Override
                        public void content(byte[] bytes, int rows) {
                            // It opened; nothing more is wanted of it.
                        }

                        @Override
                        public void erased(TenantId tenant, UUID person, int rows) {
                            erasedRows[0] += rows;
                        }
                    });
        }
        return erasedRows[0];
    }

    /**
     * Restores it into a database of its own beside the one in use, which is dropped again.
     *
     * @throws dev.avow.words.FaultException {@code not_allowed} where the owner may not make
     *     databases
     */
    public static List<Restoration.Table> restore(BackupReader backup, DatabaseAccess inUse) {
        try (SpareDatabase spare = SpareDatabase.make(inUse, SpareDatabase.Purpose.CHECK)) {
            return Restoration.load(backup, spare.access());
        }
    }
}
