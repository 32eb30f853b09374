package dev.avow.accounts;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import org.jspecify.annotations.Nullable;

/**
 * What a person is called.
 *
 * @param first 1 to 100 characters, or null where none is given
 * @param last likewise
 */
public record Names(@Nullable String first, @Nullable String last) {

    private static final int LIMIT = 100;

    /** Trims; what is empty is none. */
    public Names {
        first = checked(first, "first_name");
        last = checked(last, "last_name");
    }

    private static @Nullable String checked(@Nullable String name, String field) {
        String trimmed = name == null ? "" : name.strip();
        if (trimmed.length() > LIMIT || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "a name may have up to " + LIMIT + " characters, all of them printable",
                            field)
                    .asException();
        }
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** Those of others where these are none. */
    Names orElse(Names others) {
        return new Names(
                first == null ? others.first() : first, last == null ? others.last() : last);
    }

    /** Prints no name. */
    @Override
    public String toString() {
        return "Names";
    }
}
