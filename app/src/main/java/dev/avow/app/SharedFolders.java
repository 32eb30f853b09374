package dev.avow.app;

import dev.avow.disk.PrivateFiles;
import dev.avow.settings.Settings;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Folders that all nodes on one database must share, since what one writes there another needs, or
 * has to destroy: a person who was erased on one node would be read by the other's copy of the key.
 * A file in each holds a random number that the database holds too; where they differ nothing
 * starts.
 */
final class SharedFolders {

    private static final String MARK = "avow.database";

    private static final String KEEP =
            """
            INSERT INTO shared_folders (tenant_id, name, mark) VALUES (:tenant, :name, :mark)
            ON CONFLICT (tenant_id, name) DO NOTHING
            """;

    private static final String FIND = "SELECT mark FROM shared_folders WHERE name = :name";

    private final Tenancy tenancy;

    private SharedFolders(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /**
     * Looks at those of an installation whose database is external. The first node to start marks
     * them.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where one is not the one that other
     *     nodes use
     */
    static void require(Tenancy tenancy, Settings settings) {
        SharedFolders folders = new SharedFolders(tenancy);
        folders.require("keys", "AVOW_KEYS_DIR", settings.keysDir());
        settings.retention()
                .archiveLocation()
                .flatMap(Places::folder)
                .ifPresent(
                        it -> folders.require("archive", "AVOW_INTERACTION_ARCHIVE_LOCATION", it));
    }

    private void require(String name, String setting, Path folder) {
        Path file = folder.resolve(MARK);
        try {
            UUID mark = find(name).orElse(null);
            if (mark == null) {
                // The file first: where this ends here, the next start goes on with it.
                PrivateFiles.createFirst(
                        file, (UUID.randomUUID() + "\n").getBytes(StandardCharsets.US_ASCII));
                mark = keepFirst(name, read(file).orElseThrow());
            }
            if (!read(file).equals(Optional.of(mark))) {
                throw other(setting, file, mark);
            }
        } catch (IOException | IllegalArgumentException unusable) {
            throw Fault.of(
                            FaultCode.STORE_UNAVAILABLE,
                            setting + ": " + file + " cannot be used; check its permissions")
                    .asException();
        }
    }

    private static RuntimeException other(String setting, Path file, UUID mark) {
        return Fault.of(
                        FaultCode.CONFLICT,
                        setting
                                + " is not the folder that this database belongs to: "
                                + file
                                + " does not say "
                                + mark
                                + ". All nodes on one database share that folder; set "
                                + setting
                                + " to it. Only where it is lost for good, and this one is to take"
                                + " its place, write that into the file")
                .asException();
    }

    private static Optional<UUID> read(Path file) throws IOException {
        try {
            return Optional.of(UUID.fromString(Files.readString(file).strip()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private Optional<UUID> find(String name) {
        return tenancy.within(TenantId.DEFAULT, handle -> find(handle, name));
    }

    private static Optional<UUID> find(Handle handle, String name) {
        return handle.createQuery(FIND).bind("name", name).mapTo(UUID.class).findOne();
    }

    private UUID keepFirst(String name, UUID mark) {
        return tenancy.within(
                TenantId.DEFAULT,
                handle -> {
                    int _ =
                            handle.createUpdate(KEEP)
                                    .bind("tenant", TenantId.DEFAULT.value())
                                    .bind("name", name)
                                    .bind("mark", mark)
                                    .execute();
                    return find(handle, name).orElseThrow();
                });
    }
}
