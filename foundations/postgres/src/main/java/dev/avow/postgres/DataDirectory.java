package dev.avow.postgres;

import dev.avow.postgres.PostgresUnavailable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A cluster's folder and the files that lie beside it. The path is absolute and real (no symbolic
 * links) once it exists.
 */
record DataDirectory(Path path) {
    static final String MAJOR_VERSION = "18";

    /**
     * Resolves links in the parent, which is made where it is missing: the server reports real
     * paths.
     */
    static DataDirectory prepare(Path path) throws IOException {
        Path parent = Objects.requireNonNull(path.getParent());
        Files.createDirectories(parent);
        return new DataDirectory(
                Files.exists(path)
                        ? path.toRealPath()
                        : parent.toRealPath().resolve(path.getFileName()));
    }

    Path parent() {
        return Objects.requireNonNull(path.getParent());
    }

    Path log() {
        return parent().resolve("postgres.log");
    }

    Path portFile() {
        return sibling(".port");
    }

    Path lockFile() {
        return sibling(".lock");
    }

    /** Where initdb works until the cluster is complete. */
    Path unfinished() {
        return sibling(".initdb");
    }

    Path passwordFile() {
        return sibling(".pwfile");
    }

    Path pidFile() {
        return path.resolve("postmaster.pid");
    }

    private Path sibling(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /**
     * Whether there is a cluster here.
     *
     * @throws PostgresUnavailable where the folder is neither empty nor a cluster of this major
     *     version
     */
    boolean holdsCluster() throws IOException {
        if (Files.notExists(path)) {
            return false;
        }
        Path version = path.resolve("PG_VERSION");
        if (Files.notExists(version)) {
            try (var entries = Files.list(path)) {
                if (entries.findAny().isEmpty()) {
                    return false;
                }
            }
            throw new PostgresUnavailable(
                    Reason.DAMAGED,
                    path
                            + " is not empty but holds no PG_VERSION: restore it from a backup, or"
                            + " name another folder.");
        }
        String found = Files.readString(version).strip();
        if (!found.equals(MAJOR_VERSION)) {
            throw new PostgresUnavailable(
                    Reason.OTHER_MAJOR_VERSION,
                    path
                            + " was made by PostgreSQL "
                            + printable(found)
                            + ", this is PostgreSQL "
                            + MAJOR_VERSION
                            + ": migrate it with that version, or name another folder.");
        }
        return true;
    }

    private static String printable(String version) {
        return version.matches("[0-9.]{1,10}") ? version : "of an unknown version";
    }
}
