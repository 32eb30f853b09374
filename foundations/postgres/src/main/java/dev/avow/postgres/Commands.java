package dev.avow.postgres;

import dev.avow.postgres.PostgresUnavailable.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short helper programs of the operating system. */
final class Commands {
    private static final int LIMIT_SECONDS = 10;

    private Commands() {}

    /** Whether the program exists and ended with 0; its output is discarded. */
    static boolean succeeds(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Sends a signal. Java itself can only send TERM and KILL, which mean "wait for all clients"
     * and "crash" to PostgreSQL; the shell's own {@code kill} is there even where no {@code kill}
     * program is.
     */
    static void signal(long pid, String name) {
        succeeds(List.of("/bin/sh", "-c", "kill -s " + name + " " + pid));
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static PostgresUnavailable interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PostgresUnavailable(
                Reason.INTERRUPTED, "Interrupted while waiting for the embedded server.", e);
    }
}
