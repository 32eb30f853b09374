package dev.avow.incidents;

import dev.avow.words.Cursor;
import java.time.Instant;
import java.util.UUID;

/**
 * A person whom an incident concerns.
 *
 * @param id the account's, which may be gone by now
 * @param interactions in the incident's scope; 0 where it concerns the account alone
 */
public record AffectedPerson(UUID id, long interactions) {

    /** People are sorted by their ids alone. */
    Cursor cursor() {
        return new Cursor(Instant.EPOCH, id);
    }
}
