package dev.avow.postgres;

import dev.avow.postgres.PostgresUnavailable.Reason;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL 18 server that belongs to this process: it listens on 127.0.0.1 only, asks
 * everyone for a password (SCRAM-SHA-256), and ends with this process. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int ATTEMPTS = 3;

    private final Process process;
    private final int port;
    private final DirectoryLock lock;

    private EmbeddedPostgres(Process process, int port, DirectoryLock lock) {
        this.process = process;
        this.port = port;
        this.lock = lock;
    }

    /**
     * Starts the server and returns once it accepts connections. Unpacks the programs and makes the
     * cluster where that was not yet done. A server of this data directory that outlived its owner
     * is ended in an orderly way first; one whose owner lives is left alone.
     *
     * @throws PostgresUnavailable where it cannot be started; nothing is left running then
     */
    public static EmbeddedPostgres start(Options options) {
        long deadline = System.nanoTime() + options.startTimeout().toNanos();
        DataDirectory directory = new DataDirectory(options.dataDir());
        try {
            directory = DataDirectory.prepare(options.dataDir());
            DirectoryLock lock = DirectoryLock.take(directory);
            boolean started = false;
            try {
                EmbeddedPostgres server = start(directory, options, lock, deadline);
                started = true;
                return server;
            } finally {
                if (!started) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw Diagnosis.of(e, directory);
        }
    }

    private static EmbeddedPostgres start(
            DataDirectory directory, Options options, DirectoryLock lock, long deadline)
            throws IOException {
        Binaries binaries = Binaries.in(options.binariesDir());
        RunAs runAs = RunAs.choose(directory, binaries);
        ServerLog log = ServerLog.open(directory.log());
        if (directory.holdsCluster()) {
            endOrphan(directory);
        } else {
            Cluster.make(directory, options, binaries, runAs, log);
        }
        for (int attempt = 1; ; attempt++) {
            int port = Ports.choose(options.port(), directory.portFile());
            Process process = Launch.start(directory, port, options, binaries, runAs, log);
            EmbeddedPostgres server = new EmbeddedPostgres(process, port, lock);
            boolean ready = false;
            try {
                Launch.awaitReady(process, directory, port, log, deadline);
                ready = true;
                return server;
            } catch (PostgresUnavailable e) {
                if (attempt == ATTEMPTS
                        || !worthAnotherTry(e, options)
                        || System.nanoTime() > deadline) {
                    throw e;
                }
                log = ServerLog.open(directory.log());
                Commands.pause(Duration.ofMillis(300));
            } finally {
                if (!ready) {
                    server.endProcess();
                }
            }
        }
    }

    /**
     * A chosen port can be lost to a race; the backends of a killed server take a moment to notice.
     */
    private static boolean worthAnotherTry(PostgresUnavailable e, Options options) {
        return e.reason() == Reason.IN_USE
                || (e.reason() == Reason.PORT_TAKEN && options.port() == 0);
    }

    private static void endOrphan(DataDirectory directory) throws IOException {
        Optional<Postmaster> orphan = Postmaster.of(directory);
        if (orphan.isPresent()) {
            LOG.warn("Ending a server that outlived its owner: process {}", orphan.get().pid());
            orphan.get().end();
        }
        // PostgreSQL itself would refuse to start where the process id in a stale file is by now
        // some other program's.
        // Backends that a killed postmaster left behind still hold its shared memory, which it
        // checks separately.
        Files.deleteIfExists(directory.pidFile());
    }

    /**
     * The port of a server that runs over this data directory, whichever process started it; empty
     * where none is ready.
     *
     * @throws PostgresUnavailable where the directory cannot be read
     */
    public static OptionalInt attach(Path dataDir) {
        DataDirectory directory = new DataDirectory(dataDir.toAbsolutePath().normalize());
        try {
            if (Files.notExists(directory.path())) {
                return OptionalInt.empty();
            }
            directory = new DataDirectory(directory.path().toRealPath());
            if (Postmaster.of(directory).isEmpty()) {
                return OptionalInt.empty();
            }
            return PidFile.read(directory.pidFile())
                    .filter(PidFile::ready)
                    .map(file -> OptionalInt.of(file.port()))
                    .orElseGet(OptionalInt::empty);
        } catch (IOException e) {
            throw Diagnosis.of(e, directory);
        }
    }

    /** The TCP port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /**
     * The JDBC URL of a database of this server, without user and password. The database need not
     * exist.
     */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:"
                + port
                + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    /** Whether the server process lives. It does not restart by itself. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /**
     * Ends the server: sessions are ended, open transactions rolled back, a checkpoint written.
     * Returns when the process is gone. Idempotent, also where the server has ended by itself.
     */
    @Override
    public synchronized void close() {
        try {
            endProcess();
        } finally {
            lock.close();
        }
    }

    /** An interrupt does not cut the shutdown short; it is kept for the caller. */
    private void endProcess() {
        boolean interrupted = Thread.interrupted();
        try {
            for (Shutdown way : Shutdown.values()) {
                if (process.isAlive()) {
                    Commands.signal(process.pid(), way.signal());
                    interrupted |= await(way.patience());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns whether it was interrupted. */
    private boolean await(Duration patience) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
