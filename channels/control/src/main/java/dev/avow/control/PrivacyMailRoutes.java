package dev.avow.control;

import dev.avow.letters.LetterKind;
import dev.avow.letters.LetterMail;
import dev.avow.mail.MailStatus;
import dev.avow.mail.Outbox;
import dev.avow.prove.AuditLog;
import dev.avow.requests.PrivacyRequests;
import dev.avow.requests.SeenRequest;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/privacy-requests/{id}/mails} and {@code …/letters/{kind}/send}: what was mailed
 * about a request, and mailing a letter (promise P6).
 */
public final class PrivacyMailRoutes implements Routes {

    private static final String ONE = "/api/v1/privacy-requests/{id}";

    private record View(
            UUID id,
            String kind,
            String topic,
            String state,
            Instant createdAt,
            @Nullable Instant nextAt,
            int tries,
            @Nullable String reply,
            @Nullable Instant endedAt) {

        static View of(MailStatus mail) {
            return new View(
                    mail.id(),
                    mail.kind().id(),
                    mail.topic(),
                    mail.state().id(),
                    mail.createdAt(),
                    mail.dueAt(),
                    mail.tries(),
                    mail.reply(),
                    mail.endedAt());
        }
    }

    /** A list, and whether anything can be mailed at all. */
    private record Views(List<View> items, @Nullable String nextCursor, boolean sending) {}

    private final PrivacyRequests requests;
    private final Outbox outbox;
    private final @Nullable LetterMail letters;
    private final AuditLog audit;

    /**
     * @param letters null where no mail server is set up
     */
    public PrivacyMailRoutes(
            PrivacyRequests requests, Outbox outbox, @Nullable LetterMail letters, AuditLog audit) {
        this.requests = requests;
        this.outbox = outbox;
        this.letters = letters;
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(ONE + "/mails", Access.ADMIN, this::list);
        for (LetterKind kind : LetterKind.values()) {
            table.post(ONE + "/letters/" + kind.id() + "/send", request -> send(request, kind));
        }
    }

    @Override
    public String description() {
        return "privacy-mails.json";
    }

    private ControlAnswer list(ControlRequest request) {
        PageRequest _ = request.page(); // told of before the look is
        PrivacyRequestRoutes.viewed(audit, request, request.pathId().toString());
        return ControlAnswer.ok(views(request, seen(request)));
    }

    private ControlAnswer send(ControlRequest request, LetterKind kind) {
        LetterMail by = letters;
        if (by == null) {
            throw Fault.of(
                            FaultCode.CONFLICT,
                            "no mail server is set up: set AVOW_MAIL_URL, or take the letter as"
                                    + " PDF and send it yourself")
                    .asException();
        }
        SeenRequest seen = seen(request);
        by.send(request.actor(), seen, kind);
        return new ControlAnswer(202, views(request, seen), Map.of());
    }

    private SeenRequest seen(ControlRequest request) {
        return requests.find(request.tenant(), request.pathId())
                .orElseThrow(() -> ControlRequest.notFound().asException());
    }

    private Views views(ControlRequest request, SeenRequest seen) {
        Page<MailStatus> page =
                request.pageOf(
                        outbox.about(request.tenant(), "privacy_request", seen.request().id()),
                        each -> each.id().toString());
        return new Views(page.map(View::of).items(), page.nextCursor(), letters != null);
    }
}
