package dev.avow.postgres;

import dev.avow.postgres.PostgresUnavailable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;

/**
 * The server's programs, unpacked. Unpacking happens once per version: into a temporary folder
 * beside the target, which is then renamed, so that the target is either absent or complete, also
 * with several processes at it.
 */
record Binaries(Path folder) {
    Path postgres() {
        return folder.resolve("bin/postgres");
    }

    Path initdb() {
        return folder.resolve("bin/initdb");
    }

    /**
     * The programs for this machine under {@code parent/VERSION-ARCH}, unpacked now where they are
     * not yet.
     */
    static Binaries in(Path parent) throws IOException {
        Platform platform = Platform.current();
        Path target = parent.resolve(version() + "-" + platform.label());
        if (Files.isDirectory(target)) {
            return new Binaries(target.toRealPath());
        }
        Files.createDirectories(parent);
        Path unfinished = Files.createTempDirectory(parent, ".unpacking-");
        try (InputStream archive = Binaries.class.getResourceAsStream(platform.resource())) {
            if (archive == null) {
                throw new PostgresUnavailable(
                        Reason.WRONG_PLATFORM,
                        "This build holds no PostgreSQL for "
                                + platform.label()
                                + ": set AVOW_DATABASE_URL to a PostgreSQL "
                                + DataDirectory.MAJOR_VERSION
                                + " server.");
            }
            Archive.unpack(archive, unfinished);
            // The rename must not outlive the content in a power cut; one call is far cheaper than
            // one per file.
            Commands.succeeds(List.of("sync", "-f", unfinished.toString()));
            // The programs are no secret, and root's server may run as a user who has to read them.
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            publish(unfinished, target);
        } finally {
            Folders.delete(unfinished);
        }
        return new Binaries(target.toRealPath());
    }

    private static void publish(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            // Another process was quicker; its copy is the same.
        }
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Binaries.class.getResourceAsStream("binaries.properties")) {
            if (in == null) {
                throw new IllegalStateException("binaries.properties is missing from the build");
            }
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
