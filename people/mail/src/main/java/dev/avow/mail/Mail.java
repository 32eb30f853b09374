package dev.avow.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail on its way.
 *
 * @param id what its Message-ID is made of: the same however often it is tried, so that whoever
 *     gets it twice can tell
 * @param at its date: when it was caused
 */
public record Mail(UUID id, Instant at, MailAddress to, MailText text) {

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "Mail " + id;
    }
}
