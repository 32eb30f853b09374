package dev.avow.retain;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interaction on its way into the archive.
 *
 * @param userId whom it is about; null for nobody
 * @param line the whole row: JSON in UTF-8, with the line's end
 */
record ArchivedRow(UUID id, Instant at, @Nullable UUID userId, ByteBuffer line) {

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "ArchivedRow " + id;
    }
}
