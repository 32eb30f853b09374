package dev.avow.backup;

import dev.avow.retain.JournalEntry;
import dev.avow.sealing.SubjectKeyStore;
import dev.avow.tenancy.Expired;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Does again, in a database that was put back, what must not be undone (promises P3, R5): erasures,
 * legal holds and their releases. All entries are replayed, since each does nothing where it is
 * done already. Blocks.
 */
public final class Replay {

    /** Uses whose end the backup did not see, and nobody will report any more. */
    private static final String INTERRUPT =
            "UPDATE interactions SET status = 'interrupted' WHERE status = 'started'";

    /** Sessions may have been ended since. */
    private static final String SIGN_OUT = "DELETE FROM sessions";

    /** Most of what waited has been sent since, and codes have passed: nobody gets it twice. */
    private static final String DROP_MAIL =
            """
            UPDATE mail_outbox SET state = 'given_up', message_sealed = NULL, ended_at = :now,
                reply = 'it waited when the backup was made'
            WHERE state = 'waiting'
            """;

    /** To whom mail was put on its way since is not known. */
    private static final String END_MAILINGS =
            "UPDATE incident_notices SET mailing = 'done' WHERE mailing = 'under_way'";

    private static final String COMPLETE =
            """
            UPDATE erasures SET state = 'complete', completed_at = coalesce(completed_at, :now)
            WHERE subject_id = :person AND state <> 'complete'
            """;

    private static final String RECEIPT =
            """
            INSERT INTO erasures (tenant_id, id, subject_id, state, requested_at, effective_at, due_at, completed_at)
            SELECT :tenant, :id, :person, 'complete', :at, :at, CAST(:at AS timestamptz) + interval '30 days', :now
            WHERE NOT EXISTS (SELECT FROM erasures WHERE subject_id = :person)
            """;

    private final Tenancy tenancy;
    private final Instant now;

    /**
     * @param tenancy over the database that was put back
     */
    public Replay(Tenancy tenancy, Instant now) {
        this.tenancy = tenancy;
        this.now = now;
    }

    /**
     * What was done again.
     *
     * @param erasures people erased since the backup
     * @param erasedRows rows about erased people that were still to be removed
     * @param holdsPlaced legal holds that the backup did not have
     * @param holdsReleased releases that the backup did not have
     * @param interrupted uses of models that had not ended at the time of the backup
     * @param signedOut sessions that were ended
     */
    public record Replayed(
            long erasures,
            long erasedRows,
            long holdsPlaced,
            long holdsReleased,
            long interrupted,
            long signedOut) {}

    /** Destroys the keys of all who were erased, before anything is loaded. */
    public static void destroyKeys(List<JournalEntry> journal, SubjectKeyStore persons) {
        for (JournalEntry entry : journal) {
            if (entry.event() == JournalEntry.Event.ERASED) {
                persons.destroy(entry.tenant(), entry.id());
            }
        }
    }

    /**
     * Replays the journal.
     *
     * @param takenAt the backup's moment
     * @param persons also says who was erased, where the journal does not
     */
    public Replayed run(List<JournalEntry> journal, Instant takenAt, SubjectKeyStore persons) {
        long erasures = 0;
        long erasedRows = 0;
        long placed = 0;
        long released = 0;
        long interrupted = 0;
        long signedOut = 0;
        Map<UUID, JournalEntry> holds = lastPlaced(journal);
        for (TenantId tenant : tenancy.tenants()) {
            Set<UUID> erased = new HashSet<>(persons.destroyed(tenant));
            for (JournalEntry entry : journal) {
                if (entry.tenant().equals(tenant)) {
                    switch (entry.event()) {
                        case ERASED -> {
                            erased.add(entry.id());
                            erasures += entry.at().isAfter(takenAt) ? 1 : 0;
                            within(tenant, handle -> receipt(handle, entry));
                        }
                        case HOLD_PLACED ->
                                placed +=
                                        within(
                                                tenant,
                                                it ->
                                                        HoldReplay.place(
                                                                it,
                                                                holds.getOrDefault(
                                                                        entry.id(), entry)));
                        case HOLD_RELEASED ->
                                released += within(tenant, it -> HoldReplay.release(it, entry));
                    }
                }
            }
            for (UUID person : erased) {
                erasedRows += within(tenant, handle -> erase(handle, person));
            }
            interrupted += within(tenant, handle -> handle.execute(INTERRUPT));
            signedOut += within(tenant, handle -> handle.execute(SIGN_OUT));
            int _ =
                    within(
                            tenant,
                            handle ->
                                    handle.createUpdate(DROP_MAIL).bind("now", now).execute()
                                            + handle.execute(END_MAILINGS));
        }
        return new Replayed(erasures, erasedRows, placed, released, interrupted, signedOut);
    }

    /** The reason of a hold is sealed anew when the tenant's key is: the last entry has it. */
    private static Map<UUID, JournalEntry> lastPlaced(List<JournalEntry> journal) {
        Map<UUID, JournalEntry> last = new HashMap<>();
        for (JournalEntry entry : journal) {
            if (entry.event() == JournalEntry.Event.HOLD_PLACED) {
                last.put(entry.id(), entry);
            }
        }
        return last;
    }

    private interface Work {
        int on(Handle handle);
    }

    private int within(TenantId tenant, Work work) {
        return tenancy.within(
                tenant,
                handle -> {
                    Expired.show(handle);
                    return work.on(handle);
                });
    }

    private static int erase(Handle handle, UUID person) {
        int rows = 0;
        for (Persons.Table table : Persons.TABLES) {
            rows += handle.createUpdate(table.erase()).bind("person", person).execute();
        }
        return rows;
    }

    /** The proof that the erasure was done went with the database; the journal has it. */
    private int receipt(Handle handle, JournalEntry entry) {
        return handle.createUpdate(COMPLETE).bind("person", entry.id()).bind("now", now).execute()
                + handle.createUpdate(RECEIPT)
                        .bind("tenant", entry.tenant().value())
                        .bind("id", Ids.next())
                        .bind("person", entry.id())
                        .bind("at", entry.at())
                        .bind("now", now)
                        .execute();
    }
}
