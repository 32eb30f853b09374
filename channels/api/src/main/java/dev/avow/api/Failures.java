package dev.avow.api;

import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a caller hears where something failed here. Neither that nor the log holds content. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * What it is told as; the log has what it was.
     *
     * @param what failed, such as {@code a request}
     */
    static Fault told(String what, RuntimeException failure) {
        return switch (failure) {
            case FaultException known -> known.fault();
            case DatabaseUnavailable database when !database.isAboutAValue() -> {
                // Its message is ours and holds an SQL state, never a statement or a value.
                LOG.warn("{} failed: {}", what, database.getMessage());
                yield Fault.of(
                        FaultCode.STORE_UNAVAILABLE,
                        "the database does not answer; try again shortly");
            }
            default -> {
                LOG.error(
                        "{} failed by {} at {}",
                        what,
                        failure.getClass().getName(),
                        place(failure));
                yield Fault.of(FaultCode.INTERNAL, "something went wrong here; it is in the log");
            }
        };
    }

    /** Where it was thrown. */
    static String place(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "?" : trace[0].toString();
    }
}
