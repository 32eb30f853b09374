package dev.avow.letters;

import dev.avow.mail.MailAddress;
import dev.avow.mail.MailDraft;
import dev.avow.mail.MailKind;
import dev.avow.mail.MailStatus;
import dev.avow.mail.MailText;
import dev.avow.mail.Outbox;
import dev.avow.mail.PdfAttachment;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.requests.SeenRequest;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Sends letters by mail to whoever asked, as PDF (promise P6). The mail itself says next to
 * nothing: the letter does. Safe for any thread; blocks.
 */
public final class LetterMail {

    private static final String RESOURCE = "privacy_request";

    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Letters letters;
    private final AuditLog audit;

    public LetterMail(Tenancy tenancy, Outbox outbox, Letters letters, AuditLog audit) {
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.letters = letters;
        this.audit = audit;
    }

    /**
     * Puts a letter about a request on its way: once, and once more for each time that it was given
     * up.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where the letter does not fit the
     *     request, mail cannot be sent to its contact, or the same letter was mailed before
     */
    public void send(Actor actor, SeenRequest seen, LetterKind kind) {
        UUID id = seen.request().id();
        MailText text = text(id, kind, LetterPdf.of(letters.paragraphs(seen, kind)));
        String contact = seen.plaintextContact();
        MailAddress to =
                MailAddress.parse(contact == null ? "" : contact)
                        .orElseThrow(() ->
                                conflict(
                                        "mail cannot be sent to this request's contact; take the"
                                                + " letter as PDF and send it yourself"));
        boolean isNew =
                tenancy.within(actor.tenant(), handle -> put(handle, actor, id, kind, to, text));
        if (!isNew) {
            throw sentBefore();
        }
        outbox.nudge();
    }

    private boolean put(
            Handle handle, Actor actor, UUID id, LetterKind kind, MailAddress to, MailText text) {
        List<MailStatus> before =
                outbox.about(handle, RESOURCE, id).stream()
                        .filter(mail ->
                                mail.kind() == MailKind.LETTER && mail.topic().equals(kind.id()))
                        .toList();
        if (before.stream().anyMatch(mail -> mail.state() != MailStatus.State.GIVEN_UP)) {
            return false;
        }
        // Who clicks at the same time finds the same number, and the occasion is taken once.
        boolean isNew =
                outbox.put(
                        handle,
                        actor.tenant(),
                        new MailDraft(
                                "letter/" + id + "/" + kind.id() + "/" + before.size(),
                                MailKind.LETTER,
                                kind.id(),
                                RESOURCE,
                                id,
                                null,
                                to,
                                text,
                                null));
        if (isNew) {
            audit.append(
                    handle,
                    actor,
                    new AuditEntry(
                            "privacy_letter_mailed",
                            RESOURCE,
                            id.toString(),
                            null,
                            Map.of("letter", kind.id())));
        }
        return isNew;
    }

    private static RuntimeException sentBefore() {
        return conflict(
                "this letter was mailed already; see its mails, or take it as PDF and send it"
                        + " yourself");
    }

    private MailText text(UUID id, LetterKind kind, byte[] pdf) {
        String sender = letters.sender();
        return new MailText(
                "Your request about personal data",
                """
                A letter about your request is attached as PDF.

                Reference: %s
                %s\
                """
                        .formatted(id, sender == null ? "" : "From: " + sender + "\n"),
                List.of(new PdfAttachment("letter-" + kind.id() + ".pdf", pdf)));
    }

    private static RuntimeException conflict(String message) {
        return Fault.of(FaultCode.CONFLICT, message).asException();
    }
}
