package dev.avow.retain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interaction on its way into the archive.
 *
 * @param userId whom it is about; null for nobody
 * @param text the whole row
 */
record ArchivedRow(UUID id, Instant at, @Nullable UUID userId, RowText text) {

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "ArchivedRow " + id;
    }
}
