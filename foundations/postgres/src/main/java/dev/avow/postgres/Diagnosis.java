package dev.avow.postgres;

import dev.avow.postgres.PostgresUnavailable.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.jspecify.annotations.Nullable;

/** Turns what a server wrote before it ended into a cause and a remedy. */
final class Diagnosis {
    private static final int CANNOT_EXECUTE = 126;
    private static final int NOT_FOUND = 127;

    private Diagnosis() {}

    static PostgresUnavailable of(
            String program, int exit, ServerLog log, DataDirectory directory, int port) {
        String text = log.sinceStart();
        if (text.contains("No space left on device")) {
            return diskFull(directory, null);
        }
        if (text.contains("could not create any TCP/IP sockets")) {
            return portTaken(port);
        }
        if (text.contains("is not compatible with this version")
                || text.contains("incompatible with server")) {
            return new PostgresUnavailable(
                    Reason.OTHER_MAJOR_VERSION,
                    directory.path()
                            + " was made by another version of PostgreSQL than "
                            + DataDirectory.MAJOR_VERSION
                            + ": migrate it with that version.");
        }
        if (text.contains("pre-existing shared memory block") || text.contains("already exists")) {
            return new PostgresUnavailable(
                    Reason.IN_USE,
                    "Another server process still works on "
                            + directory.path()
                            + ": end it, then start again.");
        }
        if (text.contains("Permission denied")) {
            return new PostgresUnavailable(
                    Reason.NOT_PERMITTED,
                    "The server may not use its files in "
                            + directory.path()
                            + ": see "
                            + log.file()
                            + ".");
        }
        if (text.contains("could not locate a valid checkpoint record")
                || text.contains("incorrect checksum in control file")
                || text.contains("could not open file")) {
            return new PostgresUnavailable(
                    Reason.DAMAGED,
                    directory.path()
                            + " is damaged: restore it from a backup; "
                            + log.file()
                            + " says more.");
        }
        if (exit == CANNOT_EXECUTE || exit == NOT_FOUND) {
            return new PostgresUnavailable(
                    Reason.WRONG_PLATFORM,
                    "The embedded PostgreSQL does not run here (it needs Linux with glibc on this"
                            + " processor): set AVOW_DATABASE_URL to a PostgreSQL "
                            + DataDirectory.MAJOR_VERSION
                            + " server.");
        }
        return new PostgresUnavailable(
                Reason.FAILED,
                program + " ended with code " + exit + ": " + log.file() + " says why.");
    }

    static PostgresUnavailable portTaken(int port) {
        return new PostgresUnavailable(
                Reason.PORT_TAKEN,
                "Port "
                        + port
                        + " on 127.0.0.1 is taken: stop the other program, or let a free port be"
                        + " chosen.");
    }

    static PostgresUnavailable of(IOException fault, DataDirectory directory) {
        String message = String.valueOf(fault.getMessage());
        if (message.contains("No space left on device")) {
            return diskFull(directory, fault);
        }
        if (fault instanceof AccessDeniedException) {
            return new PostgresUnavailable(
                    Reason.NOT_PERMITTED,
                    "Access denied: " + message + ": check its owner and mode.",
                    fault);
        }
        return new PostgresUnavailable(
                Reason.FAILED,
                "A file of the embedded database cannot be used ("
                        + fault.getClass().getSimpleName()
                        + ": "
                        + message
                        + ").",
                fault);
    }

    private static PostgresUnavailable diskFull(
            DataDirectory directory, @Nullable IOException cause) {
        return new PostgresUnavailable(
                Reason.DISK_FULL,
                "The disk that holds "
                        + directory.path()
                        + " is full: free some space, then start again.",
                cause);
    }
}
