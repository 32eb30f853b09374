package dev.avow.retain;

import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that must hold after any restore.
 *
 * @param id the data subject's of an erasure, the hold's of a hold
 * @param details what else a replay needs, by column names: ids, times, sealed values in base64.
 *     Nothing in the clear that tells of a person
 */
public record JournalEntry(
        Instant at, TenantId tenant, Event event, UUID id, Map<String, String> details) {

    /** What happened. */
    public enum Event {
        /** A person's keys are about to be destroyed. */
        ERASED,
        HOLD_PLACED,
        HOLD_RELEASED
    }

    public JournalEntry {
        details = Map.copyOf(details);
    }

    /** An erasure. */
    public static JournalEntry erased(Instant at, TenantId tenant, UUID subject) {
        return new JournalEntry(at, tenant, Event.ERASED, subject, Map.of());
    }

    /** Prints no details. */
    @Override
    public String toString() {
        return "JournalEntry " + event + " " + id;
    }
}
