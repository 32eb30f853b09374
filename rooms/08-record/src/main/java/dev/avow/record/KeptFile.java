package dev.avow.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a provider keeps.
 *
 * @param remoteId the provider's own id
 * @param bytes as they left; 0 where not known
 * @param inputId of what a batch brought, the file whose lines it answers; null for those
 *     themselves
 * @param plaintextName as its owner named it; null where it has none, or it does not open any more
 * @param isRead whether its content was fetched, and counted
 */
public record KeptFile(
        KeptPlace place,
        String remoteId,
        Purpose purpose,
        long bytes,
        @Nullable UUID inputId,
        @Nullable String plaintextName,
        boolean isRead) {

    /** What it is for (OpenAI's API reference, "The file object"). */
    public enum Purpose {
        /** The requests of a batch. */
        BATCH,
        /** The answers of one, or what became of those that have none. */
        BATCH_OUTPUT,
        /** Something that requests name. */
        USER_DATA,
        /** The same, for tools that search or compute. */
        ASSISTANTS,
        /** A picture that requests name. */
        VISION;

        /** As the API names it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The purpose of that name; empty where there is none. */
        public static Optional<Purpose> of(String id) {
            return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
        }

        /** Whether requests may name such a file. */
        public boolean isForRequests() {
            return switch (this) {
                case BATCH, BATCH_OUTPUT -> false;
                case USER_DATA, ASSISTANTS, VISION -> true;
            };
        }
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "KeptFile " + place.id();
    }
}
