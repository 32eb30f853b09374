package dev.avow.postgres;

import dev.avow.postgres.PostgresUnavailable.Reason;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a server process and waits until it accepts connections.
 *
 * <p><b>Its own session.</b> Ctrl-C in a terminal is sent to the whole process group. Were the
 * server in it, the server would go before the work that still has to be recorded; {@code setsid}
 * takes it out.
 *
 * <p><b>Not without its owner.</b> The server's standard input is a pipe from this process, read by
 * a small shell that is forked off before the server is executed. When this process ends, however
 * it ends, the kernel closes the pipe, and the shell asks the server for a fast shutdown: nothing
 * that was committed is lost, and no server runs on for ever. The kernel's own parent-death signal
 * (prctl(2), PR_SET_PDEATHSIG) was not taken, because it fires at the death of the <em>thread</em>
 * that started the child, which may be a pooled one. When the server ends first, Java closes the
 * pipe at once and the shell ends too, so that it does not sit there with a process id that may be
 * given to another program. The shell is forked twice, so that it is not a child of the server,
 * which would take its end for a crash.
 */
final class Launch {
    private static final String SCRIPT =
            "exec 3<&0 </dev/null; server=$$;"
                    + " ( ( read -r _ <&3; kill -s INT $server ) >/dev/null 2>&1 & );"
                    + " exec 3<&-; exec \"$@\"";

    private static final Duration POLL = Duration.ofMillis(10);

    private Launch() {}

    /** Starts the server; the process returned is the postmaster itself and may end at any time. */
    static Process start(
            DataDirectory directory,
            int port,
            Options options,
            Binaries binaries,
            RunAs runAs,
            ServerLog log)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (Commands.succeeds(List.of("setsid", "true"))) {
            command.add("setsid");
        }
        command.addAll(List.of("/bin/sh", "-c", SCRIPT, "avow-postgres"));
        command.addAll(runAs.prefix());
        command.addAll(List.of(binaries.postgres().toString(), "-D", directory.path().toString()));
        command.addAll(ServerParameters.arguments(port, options.parameters()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.parent().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log.file().toFile()));
        // The log is matched against English messages, and the environment of this process is none
        // of the server's.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /**
     * Waits for the status "ready" in the pid file, which costs neither a connection nor the
     * password.
     *
     * @throws PostgresUnavailable where the server ended, or is not ready at the deadline ({@link
     *     System#nanoTime})
     */
    static void awaitReady(
            Process process, DataDirectory directory, int port, ServerLog log, long deadline)
            throws IOException {
        while (true) {
            boolean ended = !process.isAlive();
            var file = PidFile.read(directory.pidFile());
            if (!ended
                    && file.isPresent()
                    && file.get().pid() == process.pid()
                    && file.get().ready()) {
                return;
            }
            if (ended) {
                throw Diagnosis.of("postgres", process.exitValue(), log, directory, port);
            }
            if (System.nanoTime() > deadline) {
                throw new PostgresUnavailable(
                        Reason.TIMED_OUT,
                        "The embedded server was not ready in time: see "
                                + log.file()
                                + "; a long recovery after a crash needs a longer start timeout.");
            }
            Commands.pause(POLL);
        }
    }
}
