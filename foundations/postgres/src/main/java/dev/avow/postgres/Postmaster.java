package dev.avow.postgres;

import dev.avow.postgres.PostgresUnavailable.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A server process that runs over a data directory, whoever started it. A process id alone proves
 * nothing (it may have been given to another program since), so that the process' own command line
 * or working directory must name the directory.
 */
record Postmaster(long pid, DataDirectory directory) {

    /** The live server of this directory, as its pid file names it. */
    static Optional<Postmaster> of(DataDirectory directory) throws IOException {
        return PidFile.read(directory.pidFile())
                .map(file -> new Postmaster(file.pid(), directory))
                .filter(Postmaster::alive);
    }

    /** Whether the process lives and is a postmaster of this directory; a zombie is not alive. */
    boolean alive() {
        Path process = Path.of("/proc", Long.toString(pid));
        List<String> command;
        try {
            command =
                    Arrays.asList(
                            new String(
                                            Files.readAllBytes(process.resolve("cmdline")),
                                            StandardCharsets.UTF_8)
                                    .split("\0"));
        } catch (IOException e) {
            return false;
        }
        if (!command.getFirst().endsWith("postgres")) {
            return false;
        }
        int flag = command.indexOf("-D");
        if (flag >= 0
                && flag + 1 < command.size()
                && command.get(flag + 1).equals(directory.path().toString())) {
            return true;
        }
        try {
            // A server that was started by hand may name the directory in another way; the
            // postmaster works inside it.
            return Files.readSymbolicLink(process.resolve("cwd")).equals(directory.path());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Ends the server in an orderly way: fast shutdown (sessions are ended, a checkpoint is
     * written); where that takes more than 10 seconds, immediate shutdown (the write-ahead log is
     * replayed at the next start). Nothing committed is lost either way. Source: PostgreSQL 18
     * documentation, 18.5.
     */
    void end() {
        if (!ended(Shutdown.FAST) && !ended(Shutdown.IMMEDIATE)) {
            throw new PostgresUnavailable(
                    Reason.TIMED_OUT,
                    "An earlier server of "
                            + directory.path()
                            + " does not end: end process "
                            + pid
                            + " by hand.");
        }
    }

    private boolean ended(Shutdown way) {
        Commands.signal(pid, way.signal());
        long deadline = System.nanoTime() + way.patience().toNanos();
        while (alive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Commands.pause(Duration.ofMillis(20));
        }
        return true;
    }
}
