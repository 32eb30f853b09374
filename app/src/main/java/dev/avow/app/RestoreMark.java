package dev.avow.app;

import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.SpareDatabase;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * What makes a restore one step though it changes a database and files: {@code restore.pending} in
 * the home folder names the restored database by PostgreSQL's own number, before that takes the
 * other's place. Whoever opens the home next sees by the number whether it did, and then puts the
 * witness's files in place too, or throws them away.
 */
final class RestoreMark {

    private static final String KEEP = "keep";

    private RestoreMark() {}

    private static Path file(Path home) {
        return home.resolve("restore.pending");
    }

    /**
     * Says which database is about to take the place; durable on return.
     *
     * @param keepFormer whether the one in use stays under another name
     */
    static void set(Path home, long oid, boolean keepFormer) {
        try {
            Path draft = home.resolve("restore.pending.new");
            Files.deleteIfExists(draft);
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    draft, oid + (keepFormer ? " " + KEEP : "") + "\n", StandardOpenOption.DSYNC);
            Files.move(draft, file(home), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw unusable(home);
        }
    }

    /** Ends a restore that got as far as the mark. Nothing where there is none. */
    static void finish(Path home, DatabaseAccess access) {
        Path file = file(home);
        if (!Files.exists(file)) {
            return;
        }
        try {
            List<String> said = List.of(Files.readString(file).strip().split(" ", -1));
            RestoredWitness witness = new RestoredWitness(home.resolve("checkpoints"));
            if (said.getFirst().equals(String.valueOf(SpareDatabase.oid(access)))) {
                witness.putInPlace();
                if (!said.getLast().equals(KEEP)) {
                    SpareDatabase.dropFormer(access);
                }
            } else {
                witness.forget();
            }
            Files.delete(file);
        } catch (IOException unusable) {
            throw unusable(home);
        }
    }

    private static RuntimeException unusable(Path home) {
        return Fault.of(
                        FaultCode.STORE_UNAVAILABLE,
                        "a restore cannot be ended in " + home + "; check its permissions and room")
                .asException();
    }
}
