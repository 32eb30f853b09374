package dev.avow.requests;

import dev.avow.words.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request and where it stands, without what is sealed of it.
 *
 * @param receivedAt when the person asked; the clocks run from here
 * @param createdAt when it was entered
 * @param createdBy null for the command line and for the public form
 * @param acknowledgeBy null where the law does not ask for an acknowledgement
 * @param dueAt by when it must be answered, extended where it was
 * @param codeExpiresAt null where no code was made
 * @param codeTries how many wrong codes were given since it was made
 * @param verifiedBy {@code email_code} or {@code tenant_token}; null where nobody has verified it
 * @param decidedAt when it was approved or refused; null before
 */
public record PrivacyRequest(
        UUID id,
        RequestKind kind,
        Law law,
        RequestState state,
        Instant receivedAt,
        Instant createdAt,
        @Nullable UUID createdBy,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant acknowledgedAt,
        Instant dueAt,
        @Nullable Instant extendedAt,
        @Nullable Instant codeExpiresAt,
        int codeTries,
        @Nullable Instant verifiedAt,
        @Nullable String verifiedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant completedAt) {

    /** Where it stands in a list. */
    public Cursor cursor() {
        return new Cursor(createdAt, id);
    }

    /** Whether it is not answered and late. */
    public boolean overdue(Instant now) {
        return state != RequestState.DONE && Clocks.isPast(dueAt, now);
    }

    /** Whether its receipt should have been confirmed and was not. */
    public boolean acknowledgementOverdue(Instant now) {
        return state != RequestState.DONE
                && acknowledgedAt == null
                && acknowledgeBy != null
                && Clocks.isPast(acknowledgeBy, now);
    }

    /** Prints id and state. */
    @Override
    public String toString() {
        return "PrivacyRequest " + id + " " + state;
    }
}
