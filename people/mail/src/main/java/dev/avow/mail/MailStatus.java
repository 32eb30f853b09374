package dev.avow.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mail, without whom it went to and what it said.
 *
 * @param topic as its draft had it
 * @param userId whose account it goes to; null where to none
 * @param nextAt as stored; {@link #dueAt} says when it is tried next
 * @param tries how often it was tried
 * @param reply the server's code, or words of our own; null before the first try
 * @param endedAt null while it waits
 */
public record MailStatus(
        UUID id,
        MailKind kind,
        String topic,
        String resourceType,
        UUID resourceId,
        @Nullable UUID userId,
        State state,
        Instant createdAt,
        Instant nextAt,
        Instant giveUpAt,
        int tries,
        @Nullable String reply,
        @Nullable Instant endedAt) {

    /** When it is tried next; null once it has ended. */
    public @Nullable Instant dueAt() {
        return state == State.WAITING ? nextAt : null;
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        SENT,
        GIVEN_UP;

        /** As the API and the database name it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
