package dev.avow.incidents;

import dev.avow.incidents.Assessment.Completeness;
import dev.avow.retain.Archives;
import dev.avow.retain.Kept;
import dev.avow.retain.Schedule;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.DataClass;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Counts from Avow's own records whom an incident concerns: the table of interactions, then the
 * archive. What moves from one to the other meanwhile is counted in both rather than in none.
 *
 * <p>Safe for any thread; blocks, for as long as reading the span takes.
 */
public final class Assessor {

    /** Each reads a whole span, and holds one file of the archive in memory. */
    private static final int AT_ONCE = 2;

    private static final String ACCOUNTS = "SELECT id FROM users WHERE created_at < :to";

    private static final String ERASED_SINCE =
            "SELECT count(*) FROM erasures WHERE state = 'complete' AND completed_at >= :from";

    private final Tenancy tenancy;
    private final Schedule schedule;
    private final Optional<Archives> archives;
    private final Runnable catchUp;
    private final InstantSource clock;
    private final Semaphore running = new Semaphore(AT_ONCE);

    /**
     * @param archives empty where there is no archive
     * @param catchUp brings what was used so far to the database; may block
     */
    public Assessor(
            Tenancy tenancy,
            Schedule schedule,
            Optional<Archives> archives,
            Runnable catchUp,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.schedule = schedule;
        this.archives = archives;
        this.catchUp = catchUp;
        this.clock = clock;
    }

    /** What was counted, and of what. */
    record Counted(Tally tally, Instant at, Instant from, Instant to, Completeness completeness) {}

    /**
     * Counts a scope; one that goes on, until now.
     *
     * @throws FaultException MISSING_VALUE where it has no beginning; OVERLOADED where others are
     *     being counted
     */
    Counted count(TenantId tenant, Scope scope) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant from = scope.from();
        if (from == null) {
            throw Fault.of(
                            FaultCode.MISSING_VALUE,
                            "from is missing; say first when it began, such as"
                                    + " 2026-01-31T00:00:00Z",
                            "from")
                    .asException();
        }
        Instant to = scope.to() == null ? at : scope.to();
        if (!running.tryAcquire()) {
            throw Fault.of(
                            FaultCode.OVERLOADED,
                            "other incidents are being assessed; try again when they are")
                    .asException();
        }
        try {
            return count(tenant, scope, at, from, to);
        } finally {
            running.release();
        }
    }

    private Counted count(TenantId tenant, Scope scope, Instant at, Instant from, Instant to) {
        Tally tally = new Tally();
        Completeness completeness = new Completeness(0, 0, 0, false, null);
        if (scope.concernsInteractions()) {
            catchUp.run();
            long erasedPeople =
                    tenancy.within(
                            tenant,
                            handle -> {
                                ScopedUses.ofTable(handle, scope, from, to, tally);
                                return handle.createQuery(ERASED_SINCE)
                                        .bind("from", from.atOffset(ZoneOffset.UTC))
                                        .mapTo(Long.class)
                                        .one();
                            });
            Instant keptSince =
                    schedule.oldest(Kept.INTERACTIONS, at).filter(from::isBefore).orElse(null);
            completeness =
                    archived(
                            tenant,
                            scope,
                            from,
                            to,
                            tally,
                            new Completeness(0, 0, erasedPeople, false, keptSince));
        }
        if (scope.dataClasses().contains(DataClass.ACCOUNT)) {
            tenancy.within(
                            tenant,
                            handle ->
                                    handle.createQuery(ACCOUNTS)
                                            .bind("to", to.atOffset(ZoneOffset.UTC))
                                            .mapTo(UUID.class)
                                            .list())
                    .forEach(account -> tally.people.putIfAbsent(account, 0L));
        }
        return new Counted(tally, at, from, to, completeness);
    }

    private Completeness archived(
            TenantId tenant,
            Scope scope,
            Instant from,
            Instant to,
            Tally tally,
            Completeness ofTable) {
        if (archives.isEmpty()) {
            return ofTable;
        }
        long before = tally.interactions();
        try {
            Archives.Found found =
                    archives.get()
                            .read(
                                    tenant,
                                    from,
                                    to,
                                    null,
                                    lines -> add(tenant, scope, lines, tally));
            return new Completeness(
                    tally.interactions() - before,
                    found.erased(),
                    ofTable.erasedPeople(),
                    false,
                    ofTable.keptSince());
        } catch (FaultException unreadable) {
            // The clock runs: what can be counted is worth more than nothing, if it says so.
            return new Completeness(
                    tally.interactions() - before,
                    0,
                    ofTable.erasedPeople(),
                    true,
                    ofTable.keptSince());
        }
    }

    private void add(TenantId tenant, Scope scope, byte[] lines, Tally tally) {
        String rows =
                "[" + new String(lines, StandardCharsets.UTF_8).strip().replace('\n', ',') + "]";
        tenancy.within(
                tenant,
                handle -> {
                    ScopedUses.ofRows(handle, scope, rows, tally);
                    return tally;
                });
    }

    /** What it found, with the other data classes of the scope counted. */
    Assessment assess(TenantId tenant, Scope scope) {
        Counted counted = count(tenant, scope);
        Tally tally = counted.tally();
        return new Assessment(
                counted.at(),
                counted.from(),
                counted.to(),
                tally.people.size(),
                tally.apiKeys(),
                tally.interactions(),
                tally.withoutAccount(),
                tally.findings(),
                tally.recipients(),
                tally.regions(),
                tenancy.within(
                        tenant,
                        handle ->
                                RecordCounts.of(
                                        handle, scope.dataClasses(), counted.from(), counted.to())),
                counted.completeness());
    }
}
