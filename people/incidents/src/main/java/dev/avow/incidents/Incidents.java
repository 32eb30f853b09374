package dev.avow.incidents;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The register of incidents (promise T5): what happened, whom it concerns, and who was told in
 * time. Tells nobody by itself. Each change and its audit entry, which holds no text, are one
 * transaction.
 *
 * <p>Safe for any thread; blocks. What does not fit an incident's state is refused with CONFLICT,
 * and the message says what does.
 */
public final class Incidents {

    private final IncidentChanges changes;
    private final AuditLog audit;
    private final Assessor assessor;

    public Incidents(
            Tenancy tenancy,
            Keyring keyring,
            AuditLog audit,
            Assessor assessor,
            InstantSource clock) {
        this.changes = new IncidentChanges(tenancy, keyring, audit, clock);
        this.audit = audit;
        this.assessor = assessor;
    }

    /**
     * Some of them, newest first.
     *
     * @param state null for all
     * @param overdue true for those of which somebody was not told in time, false for the others,
     *     null for both
     */
    public Page<Incident> page(
            TenantId tenant,
            @Nullable IncidentState state,
            @Nullable Boolean overdue,
            PageRequest wanted) {
        List<Incident> found =
                changes.within(
                        tenant, (_, rows) -> rows.page(state, overdue, changes.now(), wanted));
        return wanted.pageOf(found, Incident::cursor);
    }

    public Optional<Incident> find(TenantId tenant, UUID id) {
        return changes.within(tenant, (_, rows) -> rows.find(id));
    }

    /**
     * Enters an incident.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE naming the field
     */
    public Incident open(Actor actor, IncidentReport report) {
        Instant now = changes.now();
        report.check(now);
        Incident incident =
                new Incident(
                        Ids.next(),
                        IncidentState.OPEN,
                        report,
                        null,
                        List.of(),
                        actor.id(),
                        now,
                        now,
                        null);
        return changes.within(
                actor.tenant(),
                (handle, rows) -> {
                    rows.put(incident);
                    audit.append(
                            handle, actor, IncidentAudit.entry("incident_opened", null, incident));
                    return incident;
                });
    }

    /**
     * Changes what is known. Where the scope changes, what was counted of the old one goes.
     *
     * @throws dev.avow.words.FaultException NOT_FOUND, CONFLICT, or INVALID_VALUE naming the field
     */
    public Incident change(Actor actor, UUID id, UnaryOperator<IncidentReport> change) {
        return changes.step(
                actor,
                id,
                Step.CHANGE,
                "incident_changed",
                (before, now) -> {
                    IncidentReport report = change.apply(before.report());
                    report.check(now);
                    boolean sameScope = report.scope().equals(before.report().scope());
                    return before.changed(
                            before.state(), report, sameScope ? before.assessment() : null, now);
                });
    }

    /**
     * Counts from Avow's records whom it concerns, and keeps the counts with it.
     *
     * @throws dev.avow.words.FaultException NOT_FOUND, MISSING_VALUE where the scope has no
     *     beginning, OVERLOADED, or CONFLICT where the scope was changed meanwhile
     */
    public Incident assess(Actor actor, UUID id) {
        Incident seen = find(actor.tenant(), id).orElseThrow(IncidentChanges::none);
        IncidentChanges.require(seen, Step.ASSESS);
        Scope scope = seen.report().scope();
        Assessment assessment = assessor.assess(actor.tenant(), scope);
        return changes.step(
                actor,
                id,
                Step.ASSESS,
                "incident_assessed",
                (before, now) -> {
                    if (!before.report().scope().equals(scope)) {
                        throw Fault.of(
                                        FaultCode.CONFLICT,
                                        "the scope was changed meanwhile; assess it again")
                                .asException();
                    }
                    return before.changed(before.state(), before.report(), assessment, now);
                });
    }

    /**
     * Whom it concerns, counted now, by id; that somebody looked is in the audit log first.
     *
     * @throws dev.avow.words.FaultException NOT_FOUND; or as {@link #assess}
     */
    public Page<AffectedPerson> people(Actor actor, UUID id, PageRequest wanted) {
        Incident seen = find(actor.tenant(), id).orElseThrow(IncidentChanges::none);
        audit.append(actor, IncidentAudit.peopleViewed(id));
        var people = assessor.count(actor.tenant(), seen.report().scope()).tally().people;
        Cursor after = wanted.after();
        var rest = after == null ? people : people.tailMap(after.id(), false);
        return wanted.pageOf(
                rest.entrySet().stream()
                        .limit(wanted.rowsToRead())
                        .map(each -> new AffectedPerson(each.getKey(), each.getValue()))
                        .toList(),
                AffectedPerson::cursor);
    }

    /**
     * Notes that somebody was told, and what. More than one notice may be given, as GDPR Art. 33(4)
     * allows information in phases; the first one counts.
     *
     * @param at when they were told
     * @param plaintextDelayReason why so late (Art. 33(1)); null where it was in time
     * @throws dev.avow.words.FaultException NOT_FOUND, CONFLICT, or INVALID_VALUE or MISSING_VALUE
     *     naming the field
     */
    public Incident tell(
            Actor actor,
            UUID id,
            Duty duty,
            Instant at,
            String plaintextText,
            @Nullable String plaintextDelayReason) {
        return changes.notice(
                actor,
                id,
                Step.TELL,
                "incident_notice_given",
                (before, now) ->
                        NoticeRules.told(
                                before, actor, duty, at, plaintextText, plaintextDelayReason, now));
    }

    /**
     * Decides that somebody need not be told.
     *
     * @throws dev.avow.words.FaultException NOT_FOUND, INVALID_VALUE naming the field, or CONFLICT
     *     where the risk does not allow it
     */
    public Incident waive(Actor actor, UUID id, Duty duty, String plaintextReason) {
        return changes.notice(
                actor,
                id,
                Step.WAIVE,
                "incident_notice_waived",
                (before, now) -> NoticeRules.waived(before, actor, duty, plaintextReason, now));
    }

    /** Notes that it goes on no longer. */
    public Incident contain(Actor actor, UUID id) {
        return to(actor, id, Step.CONTAIN, "incident_contained", IncidentState.CONTAINED);
    }

    /** Closes it, where nothing is lacking any more. */
    public Incident close(Actor actor, UUID id) {
        return to(actor, id, Step.CLOSE, "incident_closed", IncidentState.CLOSED);
    }

    /** Opens one again that was closed. */
    public Incident reopen(Actor actor, UUID id) {
        return to(actor, id, Step.REOPEN, "incident_reopened", IncidentState.OPEN);
    }

    private Incident to(Actor actor, UUID id, Step step, String action, IncidentState state) {
        return changes.step(
                actor,
                id,
                step,
                action,
                (before, now) -> before.changed(state, before.report(), before.assessment(), now));
    }
}
