package dev.avow.control;

import dev.avow.prove.BrokenLog;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into an answer; what is ours is logged by class, place and id alone. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** The shape of every error under {@code /api}. */
    record Body(Detail error) {}

    record Detail(String code, String message, @Nullable String field) {}

    private Failures() {}

    static ControlAnswer answer(Throwable failure) {
        return answer(
                switch (failure) {
                    case FaultException told -> told.fault();
                    case DatabaseUnavailable database -> unavailable(database);
                    case BrokenLog broken -> broken(broken);
                    default -> internal(failure);
                });
    }

    static ControlAnswer answer(Fault fault) {
        return new ControlAnswer(
                fault.code().httpStatus(),
                new Body(new Detail(fault.code().id(), fault.message(), fault.fieldOrNull())),
                java.util.Map.of());
    }

    private static Fault unavailable(DatabaseUnavailable database) {
        // Its message is ours and holds an SQL state, never a statement or a value.
        LOG.warn("{}", database.getMessage());
        if (database.isAboutAValue()) {
            return Fault.of(
                    FaultCode.INVALID_VALUE,
                    "a value of the request cannot be looked for or kept: text holds no U+0000, and"
                            + " numbers and times have their ranges");
        }
        return Fault.of(FaultCode.STORE_UNAVAILABLE, "the database does not answer; try again");
    }

    /** Nothing is done that could not be logged. The message tells what does not fit. */
    private static Fault broken(BrokenLog broken) {
        LOG.error("{}", broken.getMessage());
        return Fault.of(FaultCode.INTERNAL, String.valueOf(broken.getMessage()));
    }

    private static Fault internal(Throwable failure) {
        UUID id = Ids.next();
        LOG.error("{} failed with {} at {}", id, failure.getClass().getName(), place(failure));
        return Fault.of(FaultCode.INTERNAL, "something failed here; the log has it under " + id);
    }

    private static String place(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.avow.")) {
                return frame.getClassName() + ":" + frame.getLineNumber();
            }
        }
        return "unknown";
    }
}
