package dev.avow.rotation;

import dev.avow.words.Cursor;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rotation of a tenant's sealing key.
 *
 * @param version the number of the new version; null where it is not made yet
 * @param requestedBy who asked; null for the operator
 * @param announcedAt since when every node opens with the new version
 * @param promotedAt since when the new version seals
 * @param completedAt since when the older versions are destroyed
 * @param moved values, keys of people and archives that were sealed anew so far
 * @param unreadable values that opened under no version when they were looked at last
 * @param waitingFor what keeps the older versions from being destroyed; null where nothing does
 */
public record KeyRotation(
        UUID id,
        State state,
        Reason reason,
        @Nullable Integer version,
        @Nullable UUID requestedBy,
        Instant requestedAt,
        @Nullable Instant announcedAt,
        @Nullable Instant promotedAt,
        @Nullable Instant completedAt,
        long moved,
        long unreadable,
        @Nullable String waitingFor) {

    /** How far it is. */
    public enum State {
        REQUESTED,
        ANNOUNCED,
        REWRAPPING,
        COMPLETE;

        /** As it is stored and told. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why there is one. */
    public enum Reason {
        /** Somebody asked for it. */
        ASKED,
        /** A backup brought an older version back. */
        RESTORED;

        /** As it is stored and told. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Cursor cursor() {
        return new Cursor(requestedAt, id);
    }
}
