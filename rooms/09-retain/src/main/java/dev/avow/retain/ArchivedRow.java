package dev.avow.retain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interaction on its way into the archive or out of it.
 *
 * @param userId whom it is about; null for nobody
 * @param json the whole row, by column names, on one line
 */
record ArchivedRow(UUID id, Instant at, @Nullable UUID userId, String json) {

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "ArchivedRow " + id;
    }
}
