package dev.avow.control;

import dev.avow.accounts.User;
import dev.avow.accounts.Users;
import dev.avow.incidents.AffectedPerson;
import dev.avow.incidents.Duty;
import dev.avow.incidents.Incident;
import dev.avow.incidents.IncidentState;
import dev.avow.incidents.Incidents;
import dev.avow.incidents.NoticeDraft;
import dev.avow.incidents.NoticeMail;
import dev.avow.mail.MailStatus;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.PageRequest;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/incidents}: breaches, whom they concern, the hours that are left, and who was told
 * (promise T5). For administrators alone.
 */
public final class IncidentRoutes implements Routes {

    private static final String PATH = "/api/v1/incidents";
    private static final String ONE = PATH + "/{id}";

    private record Told(
            String to,
            @Nullable String at,
            String text,
            @Nullable String delayReason,
            @Nullable ByMail mail) {

        @Override
        public String toString() {
            return "Told";
        }
    }

    private record ByMail(String subject, @Nullable String address) {

        @Override
        public String toString() {
            return "ByMail";
        }
    }

    /** A mail of a notice. */
    private record MailView(
            UUID id,
            @Nullable UUID userId,
            String state,
            Instant createdAt,
            @Nullable Instant nextAt,
            int tries,
            @Nullable String reply,
            @Nullable Instant endedAt) {

        static MailView of(MailStatus mail) {
            return new MailView(
                    mail.id(),
                    mail.userId(),
                    mail.state().id(),
                    mail.createdAt(),
                    mail.state() == MailStatus.State.WAITING ? mail.nextAt() : null,
                    mail.tries(),
                    mail.reply(),
                    mail.endedAt());
        }
    }

    private record Waived(String to, String reason) {

        @Override
        public String toString() {
            return "Waived";
        }
    }

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
    private final NoticeMail mail;
    private final boolean sending;
    private final InstantSource clock;

    /**
     * @param sending whether a mail server is set up
     */
    public IncidentRoutes(
            Incidents incidents,
            NoticeMail mail,
            boolean sending,
            Users users,
            InstantSource clock) {
        this.incidents = incidents;
        this.mail = mail;
        this.sending = sending;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, Access.ADMIN, this::list)
                .post(PATH, this::open)
                .get(ONE, Access.ADMIN, request -> shown(known(request)))
                .patch(ONE, this::change)
                .post(
                        ONE + "/assess",
                        request -> shown(incidents.assess(request.actor(), request.pathId())))
                .get(ONE + "/people", Access.ADMIN, this::people)
                .get(ONE + "/draft", Access.ADMIN, this::draft)
                .post(ONE + "/notices", this::tell)
                .get(ONE + "/notices/{notice_id}/mails", Access.ADMIN, this::mails)
                .post(ONE + "/waivers", this::waive)
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
        return ControlAnswer.ok(
                incidents
                        .page(request.tenant(), state, overdue, request.page())
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

    private ControlAnswer draft(ControlRequest request) {
        Duty duty = duty(request.query("to").orElse(""));
        NoticeDraft language =
                Members.one(
                        request.query("language").orElse("en"),
                        NoticeDraft.values(),
                        NoticeDraft::id,
                        "language");
        String text = language.plaintextOf(known(request), duty, clock.instant());
        EventStream whole = response -> response.end(Buffer.buffer(text));
        return ControlAnswer.ok(whole)
                .with("Content-Type", "text/plain; charset=utf-8")
                .with("Cache-Control", "no-store");
    }

    private ControlAnswer tell(ControlRequest request) {
        Told told = request.body(Told.class);
        Duty duty = duty(told.to());
        ByMail by = told.mail();
        if (by != null) {
            return shown(send(request, duty, told, by));
        }
        if (told.at() == null) {
            throw Fault.of(
                            FaultCode.MISSING_VALUE,
                            "at is missing; say when they were told, or have it mailed with mail",
                            "at")
                    .asException();
        }
        return shown(
                incidents.tell(
                        request.actor(),
                        request.pathId(),
                        duty,
                        Members.time(told.at(), "at"),
                        told.text(),
                        told.delayReason()));
    }

    private Incident send(ControlRequest request, Duty duty, Told told, ByMail by) {
        if (!sending) {
            throw Fault.of(
                            FaultCode.CONFLICT,
                            "no mail server is set up: set AVOW_MAIL_URL, or tell them yourself"
                                    + " and note it with at")
                    .asException();
        }
        if (told.at() != null) {
            throw Fault.wrong("at", "at is now where the notice is mailed; leave it out");
        }
        return mail.send(
                request.actor(),
                request.pathId(),
                duty,
                by.subject(),
                by.address(),
                told.text(),
                told.delayReason());
    }

    private ControlAnswer mails(ControlRequest request) {
        PageRequest page = request.page();
        UUID notice = request.pathId("notice_id");
        if (known(request).notices().stream().noneMatch(each -> each.id().equals(notice))) {
            throw ControlRequest.notFound().asException();
        }
        return ControlAnswer.ok(mail.mails(request.tenant(), notice, page).map(MailView::of));
    }

    private ControlAnswer waive(ControlRequest request) {
        Waived waived = request.body(Waived.class);
        return shown(
                incidents.waive(
                        request.actor(), request.pathId(), duty(waived.to()), waived.reason()));
    }

    private Incident known(ControlRequest request) {
        return incidents
                .find(request.tenant(), request.pathId())
                .orElseThrow(() -> ControlRequest.notFound().asException());
    }

    private ControlAnswer shown(Incident incident) {
        return ControlAnswer.ok(IncidentView.of(incident, clock.instant()));
    }

    private static Duty duty(String to) {
        return Members.one(to, Duty.values(), Duty::id, "to");
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
