package dev.avow.rights;

import dev.avow.accounts.Users;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.rights.Erasure.State;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Erases people at their request (promises P3, P8). A request is a row first, so that whatever
 * interrupts it, it goes on: {@link #resume} is called at the start and each minute.
 *
 * <p>Safe for any thread and on several nodes; blocks.
 */
public final class Erasures {

    /** A month (GDPR Art. 12(3)), told in days. */
    public static final Duration DUE = Duration.ofDays(30);

    /** How long after an erasure a use that was under way may still be recorded. */
    private static final Duration STRAGGLERS = Duration.ofDays(1);

    /** A use that is reported after the fact may say that it was so long ago, and a day more. */
    private static final Duration OLDEST_REPORT = Duration.ofDays(31);

    private final Tenancy tenancy;
    private final Users users;
    private final AuditLog audit;
    private final ErasureRun run;
    private final Duration recovery;
    private final Runnable afterwards;
    private final InstantSource clock;

    /** Tenants whose erased people were all looked at once since this began. */
    private final Set<TenantId> lookedBack = ConcurrentHashMap.newKeySet();

    /**
     * Erasures.
     *
     * @param recovery how long a request can be taken back; zero for not at all
     * @param afterwards called when somebody was erased; returns at once
     */
    public Erasures(
            Tenancy tenancy,
            Users users,
            AuditLog audit,
            ErasureRun run,
            Duration recovery,
            Runnable afterwards,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.users = users;
        this.audit = audit;
        this.run = run;
        this.recovery = recovery;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /**
     * Takes a request, closes the account at once, and erases as far as may be done now. A person
     * whose erasure is under way gets that one.
     *
     * @throws dev.avow.words.FaultException {@code not_found} where the tenant has no such person;
     *     {@code conflict} where nobody else could administer it any more
     */
    public Erasure request(Actor actor, UUID subject) {
        Erasure taken =
                tenancy.within(
                        actor.tenant(),
                        handle -> {
                            Optional<Erasure> before = ErasureRows.underWay(handle, subject);
                            if (before.isPresent()) {
                                return before.get();
                            }
                            users.requireNotTheLastAdministrator(handle, subject);
                            Erasure asked = asked(actor, subject);
                            ErasureRows.insert(handle, actor.tenant(), asked);
                            users.close(handle, subject);
                            audit.append(
                                    handle,
                                    actor,
                                    AuditEntry.viewed(
                                            "erasure_requested", "user", subject.toString()));
                            return asked;
                        });
        if (taken.state() == State.RECOVERABLE && taken.effectiveAt().isAfter(clock.instant())) {
            return taken;
        }
        Erasure done = run.run(actor.tenant(), taken.id());
        if (done.state() == State.COMPLETE) {
            afterwards.run();
        }
        return tenancy.within(actor.tenant(), handle -> CopyReceipts.with(handle, done));
    }

    private Erasure asked(Actor actor, UUID subject) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Erasure(
                Ids.next(),
                subject,
                recovery.isZero() ? State.PENDING : State.RECOVERABLE,
                now,
                actor.id(),
                now.plus(recovery),
                now.plus(recovery).plus(DUE),
                null,
                List.of(),
                null);
    }

    /**
     * Takes a request back while that can be done, and opens the account again.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where it is too late
     */
    public Erasure recover(Actor actor, UUID id) {
        return tenancy.within(
                actor.tenant(),
                handle -> {
                    Erasure asked =
                            ErasureRows.lock(handle, id).orElseThrow(Erasures::noSuchErasure);
                    if (asked.state() != State.RECOVERABLE) {
                        throw Fault.of(
                                        FaultCode.CONFLICT,
                                        "this erasure is "
                                                + asked.state().id()
                                                + " and can no longer be taken back")
                                .asException();
                    }
                    Erasure back = asked.in(State.RECOVERED, asked.stores());
                    ErasureRows.keep(handle, back);
                    users.open(handle, asked.subjectId());
                    audit.append(
                            handle,
                            actor,
                            new AuditEntry(
                                    "erasure_taken_back",
                                    "user",
                                    asked.subjectId().toString(),
                                    null,
                                    Map.of("erasure", id.toString())));
                    return back;
                });
    }

    /** One request. */
    public Erasure find(TenantId tenant, UUID id) {
        return tenancy.within(
                        tenant,
                        handle ->
                                ErasureRows.find(handle, id)
                                        .map(found -> CopyReceipts.with(handle, found)))
                .orElseThrow(Erasures::noSuchErasure);
    }

    /** A page of a tenant's requests, the newest first. */
    public Page<Erasure> page(TenantId tenant, PageRequest wanted) {
        return wanted.pageOf(
                tenancy.within(
                        tenant,
                        handle ->
                                ErasureRows.page(handle, wanted).stream()
                                        .map(each -> CopyReceipts.with(handle, each))
                                        .toList()),
                erasure -> new Cursor(erasure.requestedAt(), erasure.id()));
    }

    /**
     * Goes on with what is due: what a crash interrupted, what a hold no longer stops, what can no
     * longer be taken back, and what was recorded of people after they were erased.
     */
    public void resume(TenantId tenant) {
        Instant now = clock.instant();
        for (UUID id : tenancy.within(tenant, handle -> ErasureRows.due(handle, now))) {
            run.run(tenant, id);
        }
        // At the start the journal of the record room gives back uses of any age.
        Instant since = lookedBack.contains(tenant) ? now.minus(STRAGGLERS) : Instant.EPOCH;
        for (UUID subject :
                tenancy.within(tenant, handle -> ErasureRows.erasedSince(handle, since))) {
            run.sweep(tenant, subject, since.minus(OLDEST_REPORT));
        }
        lookedBack.add(tenant);
    }

    /**
     * What was erased of a tenant so far.
     *
     * @param people how many
     * @param last when the last of them
     */
    public record Completed(long people, Instant last) {}

    /** How many people were erased before then, and when the last; empty where nobody was. */
    public Optional<Completed> completed(TenantId tenant, Instant before) {
        return tenancy.within(tenant, handle -> ErasureRows.completed(handle, before));
    }

    /** Whether anybody was erased since then. */
    public boolean anySince(TenantId tenant, Instant since) {
        return !tenancy.within(tenant, handle -> ErasureRows.erasedSince(handle, since)).isEmpty();
    }

    private static RuntimeException noSuchErasure() {
        return Fault.of(FaultCode.NOT_FOUND, "there is no such erasure").asException();
    }
}
