package dev.avow.retention;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.retain.HoldLock;
import dev.avow.retain.JournalEntry;
import dev.avow.retain.LegalHold;
import dev.avow.retain.LegalHoldRows;
import dev.avow.retain.PrivacyJournal;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.TenantKeys;
import dev.avow.sealing.UnsealAccess;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Places and releases legal holds (promise R5). Each change, its audit entry and its lock against
 * deletions are one transaction; the journal outside the database knows of it before it is
 * committed, so that no restore loses it. Holds are independent of each other: what two cover stays
 * until both are released.
 *
 * <p>Safe for any thread; blocks.
 */
public final class LegalHolds {

    private static final String UNKNOWN_PEOPLE =
            """
            SELECT wanted FROM unnest(:users::uuid[]) AS wanted
            WHERE NOT EXISTS (SELECT FROM users u WHERE u.id = wanted) LIMIT 1
            """;

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final PrivacyJournal journal;
    private final AuditLog audit;
    private final InstantSource clock;

    public LegalHolds(
            Tenancy tenancy,
            Keyring keyring,
            PrivacyJournal journal,
            AuditLog audit,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /** A hold and its reason in the clear. */
    public record Seen(LegalHold hold, String plaintextReason) {

        /** Prints the id alone. */
        @Override
        public String toString() {
            return hold.toString();
        }
    }

    /** Some of them, newest first; also those that were released. */
    public Page<Seen> page(TenantId tenant, PageRequest wanted) {
        List<LegalHold> rows =
                tenancy.within(
                        tenant,
                        handle -> LegalHoldRows.page(handle, wanted.after(), wanted.rowsToRead()));
        return wanted.pageOf(rows, LegalHold::cursor).map(this::open);
    }

    public Optional<Seen> find(TenantId tenant, UUID id) {
        return tenancy.within(tenant, handle -> LegalHoldRows.find(handle, id)).map(this::open);
    }

    /** How many are in force. */
    public int inForce(TenantId tenant) {
        return tenancy.within(tenant, LegalHoldRows::inForce).size();
    }

    /**
     * Places a hold. When this returns nothing that it covers is deleted any more.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE naming the field
     */
    public Seen place(Actor actor, HoldDraft draft) {
        draft.check();
        TenantId tenant = actor.tenant();
        UUID id = Ids.next();
        Instant now = now();
        String reason =
                Base64.getEncoder()
                        .encodeToString(
                                keyring.of(tenant)
                                        .seal(draft.plaintextReason(), place(tenant, id)));
        LegalHold hold =
                new LegalHold(
                        tenant,
                        id,
                        draft.name(),
                        reason,
                        draft.userIds(),
                        draft.from(),
                        draft.to(),
                        draft.expectedEnd(),
                        actor.id(),
                        now,
                        null,
                        null);
        tenancy.within(
                tenant,
                handle -> {
                    refuseUnknown(handle, draft.userIds());
                    HoldLock.alone(handle, tenant);
                    LegalHoldRows.put(handle, hold);
                    audit.append(handle, actor, entry("hold_placed", null, hold));
                    journal.append(hold.placedEntry(now));
                    return hold;
                });
        return new Seen(hold, draft.plaintextReason());
    }

    /**
     * Releases a hold; what only it covered goes with the next run.
     *
     * @throws dev.avow.words.FaultException NOT_FOUND, or CONFLICT where it was released before
     */
    public Seen release(Actor actor, UUID id) {
        TenantId tenant = actor.tenant();
        try {
            return open(
                    tenancy.within(
                            tenant,
                            handle -> {
                                LegalHold before =
                                        LegalHoldRows.lock(handle, id)
                                                .orElseThrow(LegalHolds::none);
                                if (!before.inForce()) {
                                    throw Fault.of(
                                                    FaultCode.CONFLICT,
                                                    "this hold was released before; place a new one"
                                                            + " where it is needed again")
                                            .asException();
                                }
                                LegalHold after = before.released(actor.id(), now());
                                LegalHoldRows.put(handle, after);
                                audit.append(handle, actor, entry("hold_released", before, after));
                                journal.append(
                                        LegalHold.releasedEntry(tenant, id, actor.id(), now()));
                                return after;
                            }));
        } catch (dev.avow.tenancy.DatabaseUnavailable uncertain) {
            // The journal may say that it is released where the database does not. Said too often
            // that it is placed, a restore keeps too much, which can be put right.
            keepInJournal(tenant, id);
            throw uncertain;
        }
    }

    /**
     * Sees that the journal knows of every hold in force, for the start: a process that died in the
     * middle of a release may have left it saying otherwise.
     */
    public void settle(TenantId tenant) {
        Map<UUID, JournalEntry.Event> last = new HashMap<>();
        for (JournalEntry entry : journal.entries()) {
            if (entry.event() != JournalEntry.Event.ERASED) {
                last.put(entry.id(), entry.event());
            }
        }
        for (LegalHold hold : tenancy.within(tenant, LegalHoldRows::inForce)) {
            if (last.get(hold.id()) != JournalEntry.Event.HOLD_PLACED) {
                journal.append(hold.placedEntry(now()));
            }
        }
    }

    /**
     * Sees that the journal has every hold's reason as it is sealed now, after a rotation of the
     * tenant's key: what only an older version opens, a restore could not show.
     *
     * @return how many it was told of
     */
    public int tellOfNewSeals(TenantId tenant) {
        Map<UUID, String> last = new HashMap<>();
        for (JournalEntry entry : journal.entries()) {
            if (entry.event() == JournalEntry.Event.HOLD_PLACED && entry.tenant().equals(tenant)) {
                last.put(entry.id(), entry.details().getOrDefault("reason_sealed", ""));
            }
        }
        int told = 0;
        for (UUID id : last.keySet()) {
            told += tellOfNewSeal(tenant, id, last.getOrDefault(id, "")) ? 1 : 0;
        }
        return told;
    }

    /** Under the lock of its row, so that the journal hears of a release after this, not before. */
    private boolean tellOfNewSeal(TenantId tenant, UUID id, String known) {
        return tenancy.within(
                tenant,
                handle -> {
                    LegalHold hold = LegalHoldRows.lock(handle, id).orElse(null);
                    if (hold == null || hold.reasonSealed().equals(known)) {
                        return false;
                    }
                    journal.append(hold.placedEntry(now()));
                    if (!hold.inForce()) {
                        journal.append(
                                LegalHold.releasedEntry(tenant, id, hold.releasedBy(), now()));
                    }
                    return true;
                });
    }

    private void keepInJournal(TenantId tenant, UUID id) {
        journal.entries().stream()
                .filter(each ->
                        each.event() == JournalEntry.Event.HOLD_PLACED
                                && each.tenant().equals(tenant)
                                && each.id().equals(id))
                .reduce((_, later) -> later)
                .ifPresent(placed -> journal.append(LegalHold.of(placed).placedEntry(now())));
    }

    private static void refuseUnknown(Handle handle, List<UUID> users) {
        handle.createQuery(UNKNOWN_PEOPLE)
                .bindArray("users", UUID.class, users)
                .mapTo(UUID.class)
                .findFirst()
                .ifPresent(unknown -> {
                    throw Fault.of(
                                    FaultCode.INVALID_VALUE,
                                    "there is no account with the id " + unknown,
                                    "user_ids")
                            .asException();
                });
    }

    private Seen open(LegalHold hold) {
        TenantKeys keys = keyring.of(hold.tenant());
        return new Seen(
                hold,
                keys.plaintextOf(
                        Base64.getDecoder().decode(hold.reasonSealed()),
                        place(hold.tenant(), hold.id()),
                        UnsealAccess.granted()));
    }

    private static Place place(TenantId tenant, UUID id) {
        return new Place(tenant, "legal_holds", "reason", id);
    }

    /** Without the reason: it may name somebody, and the audit log is never changed. */
    private static AuditEntry entry(String action, @Nullable LegalHold before, LegalHold after) {
        return new AuditEntry(
                action,
                "legal_hold",
                after.id().toString(),
                before == null ? null : values(before),
                values(after));
    }

    private static Map<String, Object> values(LegalHold hold) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", hold.name());
        values.put("user_ids", hold.userIds().stream().map(UUID::toString).toList());
        put(values, "from", hold.from());
        put(values, "to", hold.to());
        put(values, "expected_end", hold.expectedEnd());
        values.put("in_force", hold.inForce());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static RuntimeException none() {
        return Fault.of(FaultCode.NOT_FOUND, "there is no such hold").asException();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
