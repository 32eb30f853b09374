package dev.avow.words;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as it may be told to a caller.
 *
 * @param code the stable code
 * @param message one sentence with the remedy; never holds content, only names of fields and limits
 * @param fieldOrNull the field at fault, as a path such as {@code messages[0].role}; null where
 *     none
 */
public record Fault(FaultCode code, String message, @Nullable String fieldOrNull) {

    public static Fault of(FaultCode code, String message) {
        return new Fault(code, message, null);
    }

    public static Fault of(FaultCode code, String message, String field) {
        return new Fault(code, message, field);
    }

    /** To be thrown for a value that will not do: {@code invalid_value}, at that field. */
    public static FaultException wrong(String field, String message) {
        return of(FaultCode.INVALID_VALUE, message, field).asException();
    }

    /** The field at fault, where there is one. */
    public Optional<String> field() {
        return Optional.ofNullable(fieldOrNull);
    }

    /** This fault as an exception, for code that cannot return it. */
    public FaultException asException() {
        return new FaultException(this);
    }
}
