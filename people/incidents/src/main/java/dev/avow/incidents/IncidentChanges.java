package dev.avow.incidents;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * How an incident changes: locked, where the step fits its state, and with its audit entry in the
 * same transaction.
 */
final class IncidentChanges {

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final AuditLog audit;
    private final InstantSource clock;

    IncidentChanges(Tenancy tenancy, Keyring keyring, AuditLog audit, InstantSource clock) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes something of an incident at a time. */
    interface Making<T> {
        T of(Incident before, Instant now);
    }

    /** The keys are fetched before the transaction: they may need a connection of their own. */
    <T> T within(TenantId tenant, BiFunction<Handle, IncidentRows, T> work) {
        IncidentSeal seal = new IncidentSeal(keyring.of(tenant), tenant);
        return tenancy.within(tenant, handle -> work.apply(handle, new IncidentRows(handle, seal)));
    }

    Incident step(Actor actor, UUID id, Step step, String action, Making<Incident> making) {
        return within(
                actor.tenant(),
                (handle, rows) -> {
                    Incident before = locked(rows, id, step);
                    Incident after = making.of(before, now());
                    rows.put(after);
                    audit.append(handle, actor, IncidentAudit.entry(action, before, after));
                    return after;
                });
    }

    Incident notice(Actor actor, UUID id, Step step, String action, Making<Notice> making) {
        return notice(actor, id, step, action, making, (_, _) -> {});
    }

    /**
     * @param more what else is done in the same transaction
     */
    Incident notice(
            Actor actor,
            UUID id,
            Step step,
            String action,
            Making<Notice> making,
            BiConsumer<Handle, Notice> more) {
        return within(
                actor.tenant(),
                (handle, rows) -> {
                    Incident before = locked(rows, id, step);
                    Instant now = now();
                    Notice notice = making.of(before, now);
                    rows.add(id, notice);
                    Incident after = before.noticed(notice, now);
                    rows.put(after);
                    audit.append(handle, actor, IncidentAudit.entry(action, before, after));
                    more.accept(handle, notice);
                    return after;
                });
    }

    private static Incident locked(IncidentRows rows, UUID id, Step step) {
        Incident incident = rows.lock(id).orElseThrow(IncidentChanges::none);
        require(incident, step);
        return incident;
    }

    /** Refuses with CONFLICT what does not fit the incident's state. */
    static void require(Incident incident, Step step) {
        if (!Step.possible(incident).contains(step)) {
            throw Fault.of(
                            FaultCode.CONFLICT,
                            "this incident is "
                                    + incident.state().id()
                                    + "; what is possible now: "
                                    + Step.possible(incident).stream()
                                            .map(Step::id)
                                            .collect(Collectors.joining(", "))
                                    + (step == Step.CLOSE
                                            ? "; lacking: "
                                                    + String.join(", ", Step.lacking(incident))
                                            : ""))
                    .asException();
        }
    }

    static RuntimeException none() {
        return Fault.of(FaultCode.NOT_FOUND, "there is no such incident").asException();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
