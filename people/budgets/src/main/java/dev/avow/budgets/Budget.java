package dev.avow.budgets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent in a period.
 *
 * @param subject whose uses count
 * @param period a day or a month, in UTC
 * @param moneyMicros in millionths of a US dollar; null: any
 * @param tokens of prompts and answers; null: any. One of the two is set
 */
public record Budget(
        UUID id,
        Subject subject,
        Period period,
        @Nullable Long moneyMicros,
        @Nullable Long tokens,
        @Nullable UUID createdBy,
        Instant createdAt,
        Instant modifiedAt) {

    private static final long PICOS_PER_MICRO = 1_000_000;

    /** Whether this much is more than it allows. */
    boolean isExceededBy(long picos, long used) {
        return (moneyMicros != null && picos > moneyMicros * PICOS_PER_MICRO)
                || (tokens != null && used > tokens);
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "Budget " + id;
    }
}
