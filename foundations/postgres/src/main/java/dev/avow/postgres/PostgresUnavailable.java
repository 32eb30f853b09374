package dev.avow.postgres;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server cannot be used. The message is one line that says what is wrong and what to
 * do about it; it holds paths and numbers, never a password, a statement or a value.
 */
public final class PostgresUnavailable extends RuntimeException {
    /** What stands in the way; stable, so that a caller can switch on it. */
    public enum Reason {
        /** Another program listens on the port that was asked for. */
        PORT_TAKEN,
        /** The file system is full. */
        DISK_FULL,
        /** Another live process serves this data directory. */
        IN_USE,
        /**
         * There are no binaries for this operating system or processor, or they do not run on it.
         */
        WRONG_PLATFORM,
        /** The data directory was made by another major version of PostgreSQL. */
        OTHER_MAJOR_VERSION,
        /** The data directory is incomplete or damaged. */
        DAMAGED,
        /**
         * The operating system refused (ownership, permissions, root without a way to become
         * someone else).
         */
        NOT_PERMITTED,
        /** The server did not become ready, or did not end, in time. */
        TIMED_OUT,
        /** The calling thread was interrupted while it waited. */
        INTERRUPTED,
        /** The server ended for a reason that only its log tells. */
        FAILED
    }

    private final Reason reason;

    PostgresUnavailable(Reason reason, String message) {
        this(reason, message, null);
    }

    PostgresUnavailable(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason);
    }

    /** What stands in the way; never null. */
    public Reason reason() {
        return reason;
    }
}
