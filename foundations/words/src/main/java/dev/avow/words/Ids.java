package dev.avow.words;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and reads identifiers: UUID version 7 (RFC 9562), so that they sort by time and keep
 * database indexes compact. Safe for any thread.
 */
public final class Ids {

    private static final TimeBasedEpochRandomGenerator TIME_ORDERED =
            Generators.timeBasedEpochRandomGenerator(new SecureRandom());

    private Ids() {}

    /** A new identifier, later than every earlier one of this process to the millisecond. */
    public static UUID next() {
        return TIME_ORDERED.generate();
    }

    /** Reads an identifier in its canonical 36-character form; empty where it is none. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
