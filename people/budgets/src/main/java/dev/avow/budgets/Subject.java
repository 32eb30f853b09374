package dev.avow.budgets;

import dev.avow.admit.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose uses are counted.
 *
 * @param id the tenant's, the key's or the person's
 */
public record Subject(Level level, UUID id) {

    /** From the widest to the narrowest; a use counts on each that it is of. */
    public enum Level {
        TENANT("the tenant"),
        API_KEY("this key"),
        USER("this person");

        private final String called;

        Level(String called) {
            this.called = called;
        }

        /** As the API writes it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As a sentence has it. */
        String called() {
            return called;
        }

        /** The level of that name; empty where there is none. */
        public static Optional<Level> of(String id) {
            for (Level level : values()) {
                if (level.id().equals(id)) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }
    }

    /** Those that a caller's use is of. */
    static List<Subject> of(Caller caller) {
        Subject tenant = new Subject(Level.TENANT, caller.tenant().value());
        UUID key = caller.apiKeyId();
        UUID user = caller.userId();
        if (key == null) {
            return user == null ? List.of(tenant) : List.of(tenant, new Subject(Level.USER, user));
        }
        Subject ofKey = new Subject(Level.API_KEY, key);
        return user == null
                ? List.of(tenant, ofKey)
                : List.of(tenant, ofKey, new Subject(Level.USER, user));
    }
}
