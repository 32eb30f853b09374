package dev.avow.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is to be sent.
 *
 * @param occasion what is mailed once: another draft of the same occasion is left out
 * @param topic more of what it is for, such as which letter; ids and words of our own alone
 * @param resourceType what it is about, such as {@code privacy_request}
 * @param userId whose account it goes to; null where to none
 * @param uselessFrom from when it is not sent any more; null where that does not hang on time
 */
public record MailDraft(
        String occasion,
        MailKind kind,
        String topic,
        String resourceType,
        UUID resourceId,
        @Nullable UUID userId,
        MailAddress to,
        MailText text,
        @Nullable Instant uselessFrom) {

    /** Prints what it is for. */
    @Override
    public String toString() {
        return "MailDraft " + kind + " about " + resourceId;
    }
}
