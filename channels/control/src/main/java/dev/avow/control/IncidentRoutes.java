package dev.avow.control;

import dev.avow.accounts.User;
import dev.avow.accounts.Users;
import dev.avow.incidents.AffectedPerson;
import dev.avow.incidents.Incident;
import dev.avow.incidents.IncidentState;
import dev.avow.incidents.Incidents;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.PageRequest;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/incidents}: breaches, whom they concern, and the hours that are left (promise T5).
 * For administrators alone; who looks is in the audit log before anything is shown (promise T2).
 */
public final class IncidentRoutes implements Routes {

    private static final String PATH = "/api/v1/incidents";
    private static final String ONE = PATH + "/{id}";

    /**
     * Somebody concerned.
     *
     * @param email null where the account is gone
     */
    private record Person(UUID id, @Nullable String email, long interactions) {

        @Override
        public String toString() {
            return "Person " + id;
        }
    }

    private final Incidents incidents;
    private final Users users;
    private final AuditLog audit;
    private final InstantSource clock;

    public IncidentRoutes(Incidents incidents, Users users, AuditLog audit, InstantSource clock) {
        this.incidents = incidents;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, Access.ADMIN, this::list)
                .post(PATH, this::open)
                .get(ONE, Access.ADMIN, this::find)
                .patch(ONE, this::change)
                .post(
                        ONE + "/assess",
                        request -> shown(incidents.assess(request.actor(), request.pathId())))
                .get(ONE + "/people", Access.ADMIN, this::people)
                .post(
                        ONE + "/contain",
                        request -> shown(incidents.contain(request.actor(), request.pathId())))
                .post(
                        ONE + "/close",
                        request -> shown(incidents.close(request.actor(), request.pathId())))
                .post(
                        ONE + "/reopen",
                        request -> shown(incidents.reopen(request.actor(), request.pathId())));
    }

    @Override
    public String description() {
        return "incidents.json";
    }

    private ControlAnswer list(ControlRequest request) {
        IncidentState state =
                request.query("state")
                        .map(text ->
                                Members.one(
                                        text, IncidentState.values(), IncidentState::id, "state"))
                        .orElse(null);
        Boolean overdue = request.query("overdue").map(IncidentRoutes::yesOrNo).orElse(null);
        PageRequest wanted = request.page();
        audit.append(request.actor(), viewed(null));
        return ControlAnswer.ok(
                incidents
                        .page(request.tenant(), state, overdue, wanted)
                        .map(incident -> IncidentView.of(incident, clock.instant())));
    }

    /** What went wrong, and for whom, is among what is shown. */
    static AuditEntry viewed(@Nullable UUID id) {
        return AuditEntry.viewed("incidents_viewed", "incident", id == null ? null : id.toString());
    }

    private ControlAnswer find(ControlRequest request) {
        UUID id = request.pathId();
        audit.append(request.actor(), viewed(id));
        return ControlAnswer.found(
                incidents
                        .find(request.tenant(), id)
                        .map(incident -> IncidentView.of(incident, clock.instant())));
    }

    private ControlAnswer open(ControlRequest request) {
        return ControlAnswer.created(
                IncidentView.of(
                        incidents.open(request.actor(), IncidentBody.of(request).first()),
                        clock.instant()));
    }

    private ControlAnswer change(ControlRequest request) {
        IncidentBody body = IncidentBody.of(request);
        return shown(incidents.change(request.actor(), request.pathId(), body::on));
    }

    private ControlAnswer people(ControlRequest request) {
        return ControlAnswer.ok(
                incidents
                        .people(request.actor(), request.pathId(), request.page())
                        .map(person -> named(request, person)));
    }

    private Person named(ControlRequest request, AffectedPerson person) {
        return new Person(
                person.id(),
                users.find(request.tenant(), person.id()).map(User::email).orElse(null),
                person.interactions());
    }

    private ControlAnswer shown(Incident incident) {
        return ControlAnswer.ok(IncidentView.of(incident, clock.instant()));
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw Fault.of(FaultCode.INVALID_VALUE, "overdue is true or false", "overdue")
                            .asException();
        };
    }
}
