package dev.avow.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request to erase a person, and what came of it.
 *
 * @param subjectId the person's id, which tells nothing once they are erased
 * @param requestedBy who asked; null for the operator
 * @param effectiveAt from when on it can no longer be taken back
 * @param dueAt by when it must be done: 30 days after the request (GDPR Art. 12(3) gives a month)
 * @param heldUntil when the legal hold that stands against it is expected to end; null where none
 *     does, or nobody said
 * @param stores a receipt for each place
 * @param completedAt null until it is done
 */
public record Erasure(
        UUID id,
        UUID subjectId,
        State state,
        Instant requestedAt,
        @Nullable UUID requestedBy,
        Instant effectiveAt,
        Instant dueAt,
        @Nullable LocalDate heldUntil,
        List<StoreReceipt> stores,
        @Nullable Instant completedAt) {

    /** How far it has come. */
    public enum State {
        /** The account is closed and can be opened again until {@code effectiveAt}. */
        RECOVERABLE,
        /** A legal hold keeps what it covers; the rest is gone. It goes on when the hold ends. */
        HELD,
        /** The person's key is destroyed, or about to be; rows are being deleted. */
        PENDING,
        COMPLETE,
        /** Taken back in time. */
        RECOVERED;

        /** As it stands in the database. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Erasure {
        stores = List.copyOf(stores);
    }

    /** The same, further on. */
    Erasure in(State next, List<StoreReceipt> receipts) {
        return with(next, next == State.HELD ? heldUntil : null, receipts, completedAt);
    }

    /** The same, with further receipts. */
    Erasure and(List<StoreReceipt> more) {
        List<StoreReceipt> all = Stream.concat(stores.stream(), more.stream()).toList();
        return with(state, heldUntil, all, completedAt);
    }

    /** The same, with a hold against it. */
    Erasure held(@Nullable LocalDate until) {
        return with(State.HELD, until, stores, null);
    }

    /** The same, done. */
    Erasure completed(Instant at) {
        return with(state, null, stores, at);
    }

    private Erasure with(
            State now,
            @Nullable LocalDate until,
            List<StoreReceipt> receipts,
            @Nullable Instant done) {
        return new Erasure(
                id,
                subjectId,
                now,
                requestedAt,
                requestedBy,
                effectiveAt,
                dueAt,
                until,
                receipts,
                done);
    }

    /** What a person is told, in one sentence. */
    public String message() {
        return switch (state) {
            case RECOVERABLE ->
                    "the account is closed; it will be erased on "
                            + effectiveAt
                            + " unless recovered";
            case HELD ->
                    "retained because of a legal hold, until "
                            + (heldUntil == null ? "it is released" : heldUntil)
                            + "; what it does not cover is erased";
            case PENDING -> "under way; what is sealed for this person can no longer be read";
            case COMPLETE -> "erased";
            case RECOVERED -> "taken back before it took effect";
        };
    }

    /** Prints ids alone. */
    @Override
    public String toString() {
        return "Erasure " + id + " " + state;
    }
}
