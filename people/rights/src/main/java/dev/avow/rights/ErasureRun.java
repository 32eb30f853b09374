package dev.avow.rights;

import dev.avow.accounts.Users;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.retain.HoldLock;
import dev.avow.retain.JournalEntry;
import dev.avow.retain.PrivacyJournal;
import dev.avow.rights.Erasure.State;
import dev.avow.rights.StoreReceipt.Action;
import dev.avow.sealing.SubjectKeys;
import dev.avow.tenancy.Expired;
import dev.avow.tenancy.RowTime;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one erasure. Each is repeated safely, so a crash between any two only delays.
 *
 * <ol>
 *   <li>Is there a legal hold? Asked under {@link HoldLock}, so that none comes in between.
 *   <li>The journal: what a restore of an older backup must not undo.
 *   <li>The key: from here on nobody can read what is sealed for the person, wherever it lies.
 *   <li>The rows, in bounded transactions, each with its receipt; the account last.
 * </ol>
 *
 * <p>A hold that is placed after the third step comes too late for what was sealed, so the erasure
 * goes on to its end. Safe for any thread and on several nodes; blocks.
 */
public final class ErasureRun {

    private static final Cursor FIRST =
            new Cursor(Instant.parse("1900-01-01T00:00:00Z"), new UUID(0, 0));

    private static final Comparator<Cursor> BY_TIME =
            Comparator.comparing(Cursor::at).thenComparing(Cursor::id);

    private static final String HELD = "SELECT is_held(:subject, NULL)";

    private static final String HELD_UNTIL =
            """
            SELECT max(expected_end) AS until, bool_or(expected_end IS NULL) AS open
            FROM legal_holds
            WHERE released_at IS NULL AND (user_ids = '{}' OR :subject = ANY (user_ids))
            """;

    /** But not what runs here: the built-in mirror, and providers in the region LOCAL. */
    private static final String RECEIVERS =
            """
            SELECT r ->> 'host' AS host, max(r ->> 'agreement') AS agreement, count(*) AS uses
            FROM interactions i, jsonb_array_elements(i.received_by) r
            WHERE i.user_id = :subject AND r ->> 'host' IS NOT NULL
                AND r ->> 'provider' <> 'avow' AND r ->> 'region' IS DISTINCT FROM 'LOCAL'
            GROUP BY 1 ORDER BY 1
            """;

    private static final String AUDIT_ENTRIES =
            """
            SELECT count(*) FROM audit_logs
            WHERE actor_id = :subject
                OR resource_type IN ('user', 'session') AND resource_id = :subject::text
            """;

    private final Tenancy tenancy;
    private final Users users;
    private final SubjectKeys keys;
    private final PrivacyJournal journal;
    private final AuditLog audit;
    private final Runnable catchUp;
    private final int batch;
    private final InstantSource clock;

    /**
     * @param catchUp brings interactions that are still on their way into the database
     * @param batch rows that one transaction deletes, at most
     */
    public ErasureRun(
            Tenancy tenancy,
            Users users,
            SubjectKeys keys,
            PrivacyJournal journal,
            AuditLog audit,
            Runnable catchUp,
            int batch,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.users = users;
        this.keys = keys;
        this.journal = journal;
        this.audit = audit;
        this.catchUp = catchUp;
        this.batch = batch;
        this.clock = clock;
    }

    /** Goes on with an erasure as far as it can be done now. */
    Erasure run(TenantId tenant, UUID id) {
        catchUp.run();
        Erasure begun = tenancy.within(tenant, handle -> begin(handle, tenant, id));
        if (begun.state() != State.PENDING && begun.state() != State.HELD) {
            return begun;
        }
        for (PersonalStore store : PersonalStores.ALL) {
            delete(tenant, id, store);
        }
        return tenancy.within(tenant, handle -> end(handle, tenant, id));
    }

    private Erasure begin(Handle handle, TenantId tenant, UUID id) {
        HoldLock.shared(handle, tenant);
        Expired.show(handle);
        Erasure now = lock(handle, id);
        boolean done = now.state() == State.COMPLETE || now.state() == State.RECOVERED;
        if (done || now.effectiveAt().isAfter(clock.instant())) {
            return now;
        }
        UUID subject = now.subjectId();
        if (now.stores().stream().noneMatch(each -> each.action() == Action.ASK)) {
            List<StoreReceipt> stores = new ArrayList<>(now.stores());
            stores.addAll(receivers(handle, subject));
            now = now.in(now.state(), stores);
        }
        if (!keys.isDestroyed(tenant, subject) && isHeld(handle, subject)) {
            now = now.held(heldUntil(handle, subject));
        } else {
            now = now.in(State.PENDING, now.stores());
            journal.append(JournalEntry.erased(clock.instant(), tenant, subject));
            keys.destroy(tenant, subject);
        }
        ErasureRows.keep(handle, now);
        return now;
    }

    private void delete(TenantId tenant, UUID id, PersonalStore store) {
        Step step = new Step(FIRST, true);
        while (step.more()) {
            Cursor after = step.last();
            step = tenancy.within(tenant, handle -> deleteSome(handle, tenant, id, store, after));
        }
    }

    /** Up to where rows were deleted, and whether there may be more. */
    private record Step(Cursor last, boolean more) {}

    private Step deleteSome(
            Handle handle, TenantId tenant, UUID id, PersonalStore store, Cursor from) {
        HoldLock.shared(handle, tenant);
        Erasure now = lock(handle, id);
        List<Cursor> gone = erase(handle, store, now.subjectId(), now.state() == State.HELD, from);
        if (!gone.isEmpty()) {
            ErasureRows.keep(
                    handle, now.in(now.state(), counted(now.stores(), store.name(), gone.size())));
        }
        return gone.size() < batch
                ? new Step(from, false)
                : new Step(Collections.max(gone, BY_TIME), true);
    }

    /** Deletes up to a batch of a person's rows behind a place; returns where they stood. */
    private List<Cursor> erase(
            Handle handle, PersonalStore store, UUID subject, boolean held, Cursor from) {
        Expired.show(handle);
        return handle.createQuery(store.erase())
                .bind("subject", subject)
                .bind("held", held)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("rows", batch)
                .map((row, _) -> new Cursor(RowTime.at(row, "at"), row.getObject("id", UUID.class)))
                .list();
    }

    private static List<StoreReceipt> counted(List<StoreReceipt> before, String store, long more) {
        List<StoreReceipt> after = new ArrayList<>(before);
        for (int i = 0; i < after.size(); i++) {
            if (after.get(i).store().equals(store)) {
                after.set(i, after.get(i).plus(more));
                return after;
            }
        }
        after.add(new StoreReceipt(store, Action.ERASED, more, null));
        return after;
    }

    private Erasure end(Handle handle, TenantId tenant, UUID id) {
        Erasure now = lock(handle, id);
        if (now.state() != State.PENDING) {
            return now;
        }
        UUID subject = now.subjectId();
        List<StoreReceipt> stores = new ArrayList<>(now.stores());
        if (users.delete(handle, subject)) {
            stores.add(new StoreReceipt("account", Action.ERASED, 1, null));
        }
        stores.add(
                new StoreReceipt(
                        "audit_log",
                        Action.UNREADABLE,
                        handle.createQuery(AUDIT_ENTRIES)
                                .bind("subject", subject)
                                .mapTo(Long.class)
                                .one(),
                        "entries stay as proof; the person's address, network address and program"
                                + " can no longer be opened"));
        stores.add(
                new StoreReceipt(
                        "archives",
                        Action.UNREADABLE,
                        0,
                        "rows about the person are sealed under the key that was destroyed; files"
                                + " go when their retention ends"));
        stores.add(
                new StoreReceipt(
                        "backups",
                        Action.UNREADABLE,
                        0,
                        "rows about the person are sealed under the key that was destroyed; a"
                                + " restore leaves them out"));
        Erasure done =
                now.in(State.COMPLETE, stores)
                        .completed(clock.instant().truncatedTo(ChronoUnit.MICROS));
        ErasureRows.keep(handle, done);
        audit.append(
                handle,
                Actor.operator(tenant),
                new AuditEntry(
                        "user_erased",
                        "erasure",
                        id.toString(),
                        null,
                        Map.of("user_id", subject.toString())));
        return done;
    }

    /** Deletes what was recorded of an erased person since then. */
    void sweep(TenantId tenant, UUID subject, Instant since) {
        Cursor from = new Cursor(since, new UUID(0, 0));
        int gone = batch;
        while (gone == batch) {
            gone =
                    tenancy.within(
                            tenant,
                            handle ->
                                    erase(handle, PersonalStores.INTERACTIONS, subject, false, from)
                                            .size());
        }
    }

    private static Erasure lock(Handle handle, UUID id) {
        return ErasureRows.lock(handle, id)
                .orElseThrow(() ->
                        Fault.of(FaultCode.NOT_FOUND, "there is no such erasure").asException());
    }

    private static boolean isHeld(Handle handle, UUID subject) {
        return handle.createQuery(HELD).bind("subject", subject).mapTo(Boolean.class).one();
    }

    private static @Nullable LocalDate heldUntil(Handle handle, UUID subject) {
        return handle.createQuery(HELD_UNTIL)
                .bind("subject", subject)
                .map((row, _) ->
                        row.getBoolean("open")
                                ? Optional.<LocalDate>empty()
                                : Optional.ofNullable(row.getObject("until", LocalDate.class)))
                .one()
                .orElse(null);
    }

    private static List<StoreReceipt> receivers(Handle handle, UUID subject) {
        return handle.createQuery(RECEIVERS)
                .bind("subject", subject)
                .map((row, _) -> {
                    String agreement = row.getString("agreement");
                    return new StoreReceipt(
                            "processor " + row.getString("host"),
                            Action.ASK,
                            row.getLong("uses"),
                            "received what left, masked as the policies said; files that were"
                                    + " uploaded to it stand by themselves; what else it keeps is"
                                    + " governed by "
                                    + (agreement == null
                                            ? "its own terms; no agreement is on record"
                                            : agreement));
                })
                .list();
    }
}
