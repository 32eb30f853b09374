package dev.avow.postgres;

import dev.avow.disk.PrivateFiles;
import dev.avow.postgres.PostgresUnavailable.Reason;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Makes a new cluster with initdb, in a folder beside the target that is renamed when it is
 * complete and synced: after a crash in between there is no half a cluster, and the next start
 * begins anew.
 */
final class Cluster {
    private static final int LIMIT_SECONDS = 120;

    /**
     * MiB. Segments are not used again (see {@link ServerParameters}), and each new one is filled
     * with zeros at once: 16 MiB, the default, kept everybody else from the disk for 10 ms.
     */
    private static final String WAL_SEGMENT = "--wal-segsize=1";

    private Cluster() {}

    static void make(
            DataDirectory directory, Options options, Binaries binaries, RunAs runAs, ServerLog log)
            throws IOException {
        Path unfinished = directory.unfinished();
        Path passwordFile = directory.passwordFile();
        Folders.delete(unfinished);
        Files.deleteIfExists(passwordFile);
        try {
            Files.createDirectory(unfinished, mode("rwx------"));
            runAs.own(unfinished);
            Files.createFile(passwordFile, mode("rw-------"));
            Files.writeString(passwordFile, options.password() + "\n");
            runAs.own(passwordFile);
            initdb(directory, options, binaries, runAs, log);
            Files.deleteIfExists(directory.path()); // an empty folder made by someone else
            Files.move(unfinished, directory.path(), StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.sync(directory.parent());
        } finally {
            Files.deleteIfExists(passwordFile);
            Folders.delete(unfinished);
        }
    }

    private static void initdb(
            DataDirectory directory, Options options, Binaries binaries, RunAs runAs, ServerLog log)
            throws IOException {
        List<String> command = new ArrayList<>(runAs.prefix());
        command.addAll(
                List.of(
                        binaries.initdb().toString(),
                        "--pgdata=" + directory.unfinished(),
                        "--username=" + options.superuser(),
                        "--pwfile=" + directory.passwordFile(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums",
                        WAL_SEGMENT,
                        "--no-instructions"));
        Process process =
                new ProcessBuilder(command)
                        .directory(directory.parent().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log.file().toFile()))
                        .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new PostgresUnavailable(
                        Reason.TIMED_OUT,
                        "Making the database took over two minutes: is the disk in order?");
            }
            if (process.exitValue() != 0) {
                throw Diagnosis.of("initdb", process.exitValue(), log, directory, 0);
            }
        } catch (InterruptedException e) {
            throw Commands.interrupted(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
