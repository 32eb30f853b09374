package dev.avow.control;

import dev.avow.incidents.Duty;
import dev.avow.incidents.Incident;
import dev.avow.incidents.Incidents;
import dev.avow.incidents.NoticeDraft;
import dev.avow.incidents.NoticeMail;
import dev.avow.mail.MailStatus;
import dev.avow.prove.AuditLog;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.PageRequest;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/incidents/{id}/notices} and what belongs to them: drafts, who was told or mailed,
 * and why somebody was not (promise T5). For administrators alone; who looks is in the audit log
 * before anything is shown (promise T2).
 */
public final class IncidentNoticeRoutes implements Routes {

    private static final String ONE = "/api/v1/incidents/{id}";

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
                    mail.dueAt(),
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

    private final Incidents incidents;
    private final NoticeMail mail;
    private final boolean sending;
    private final AuditLog audit;
    private final InstantSource clock;

    /**
     * @param sending whether a mail server is set up
     */
    public IncidentNoticeRoutes(
            Incidents incidents,
            NoticeMail mail,
            boolean sending,
            AuditLog audit,
            InstantSource clock) {
        this.incidents = incidents;
        this.mail = mail;
        this.sending = sending;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(ONE + "/draft", Access.ADMIN, this::draft)
                .post(ONE + "/notices", this::tell)
                .get(ONE + "/notices/{notice_id}/mails", Access.ADMIN, this::mails)
                .post(ONE + "/waivers", this::waive);
    }

    @Override
    public String description() {
        return "incident-notices.json";
    }

    private ControlAnswer draft(ControlRequest request) {
        Duty duty = duty(request.query("to").orElse(""));
        NoticeDraft language =
                Members.one(
                        request.query("language").orElse("en"),
                        NoticeDraft.values(),
                        NoticeDraft::id,
                        "language");
        audit.append(request.actor(), IncidentRoutes.viewed(request.pathId()));
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
        return ControlAnswer.ok(
                mail.mails(request.actor(), request.pathId(), notice, page).map(MailView::of));
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
}
