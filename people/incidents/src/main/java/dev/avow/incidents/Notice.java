package dev.avow.incidents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was told to whom, or why they need not be told. Never changed, but for how far its mailing
 * came.
 *
 * @param told false where it was decided that they need not be told
 * @param at when they were told, or when that was decided
 * @param risk as it was judged then; a decision holds for no higher one
 * @param plaintextText what was told, or the reason
 * @param plaintextDelayReason why it was told late (GDPR Art. 33(1)); null where it was not
 * @param mailing how far mailing it came; null where it was given by other means
 * @param createdBy null for the command line
 */
public record Notice(
        UUID id,
        Duty duty,
        boolean told,
        Instant at,
        BreachRisk risk,
        String plaintextText,
        @Nullable String plaintextDelayReason,
        @Nullable Mailing mailing,
        @Nullable UUID createdBy,
        Instant createdAt) {

    /** Whether somebody was told by it, as far as is known here. */
    public boolean tells() {
        return told && (mailing == null || mailing.state() != Mailing.State.GIVEN_UP);
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "Notice " + id;
    }
}
