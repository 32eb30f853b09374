package dev.avow.trust;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of what is material.
 *
 * @param number from 1
 * @param since when it was first seen to be in force
 * @param announcementId what announced it; null where nothing did
 * @param changes from the version before; empty for the first
 */
public record TrustVersion(
        int number,
        Instant since,
        String hash,
        Material material,
        @Nullable UUID announcementId,
        List<MaterialChange> changes) {

    /** Whether people could hear of it before. */
    public enum Notice {
        /** There was nothing before it. */
        FIRST,
        ANNOUNCED,
        WITHOUT_NOTICE;

        /** As words and the JSON name it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TrustVersion {
        changes = List.copyOf(changes);
    }

    public Notice notice() {
        if (announcementId != null) {
            return Notice.ANNOUNCED;
        }
        return number == 1 ? Notice.FIRST : Notice.WITHOUT_NOTICE;
    }
}
