package dev.avow.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a provider keeps, or a message batch, which is one there with its answers.
 *
 * @param remoteId the provider's own id
 * @param bytes as they left; 0 where not known
 * @param inputId of what a batch brought, the file whose lines it answers; null for those
 *     themselves
 * @param plaintextName as its owner named it; null where it has none, or it does not open any more
 * @param isRead whether its content was fetched, and counted
 * @param seen what the provider said of a message batch last, as JSON of numbers, times and words
 *     of the protocol; null for files
 */
public record KeptFile(
        KeptPlace place,
        String remoteId,
        Purpose purpose,
        long bytes,
        @Nullable UUID inputId,
        @Nullable String plaintextName,
        boolean isRead,
        @Nullable String seen) {

    /** What it is for (OpenAI's API reference, "The file object"). */
    public enum Purpose {
        /** The requests of a batch. */
        BATCH,
        /** The answers of one, or what became of those that have none. */
        BATCH_OUTPUT,
        /** Requests that are no file (Anthropic's API reference, "The MessageBatch object"). */
        MESSAGE_BATCH,
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
                case BATCH, BATCH_OUTPUT, MESSAGE_BATCH -> false;
                case USER_DATA, ASSISTANTS, VISION -> true;
            };
        }
    }

    /** The same, as the provider tells of it now. */
    public KeptFile seen(String now) {
        return new KeptFile(place, remoteId, purpose, bytes, inputId, plaintextName, isRead, now);
    }

    /** What it is there. */
    RemoteCopy.Kind remoteKind() {
        return purpose == Purpose.MESSAGE_BATCH
                ? RemoteCopy.Kind.MESSAGE_BATCH
                : RemoteCopy.Kind.FILE;
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "KeptFile " + place.id();
    }
}
