package dev.avow.retain;

import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file of the archive: interactions of one week, Monday to Sunday by UTC, at most as many as a
 * batch.
 *
 * @param day of the first of them, in UTC
 * @param state {@code writing}, {@code committed} or {@code expiring}
 * @param bytes of the rows, compressed and sealed
 * @param firstAt null while it is being written, as is {@code lastAt}
 */
public record Archive(
        TenantId tenant,
        UUID id,
        LocalDate day,
        String state,
        int rows,
        long bytes,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        Instant createdAt) {

    /** Whether it counts: it is whole, and what it holds is nowhere else. */
    boolean isCommitted() {
        return state.equals("committed");
    }
}
