package dev.avow.control;

import dev.avow.letters.LetterKind;
import dev.avow.letters.LetterPdf;
import dev.avow.letters.Letters;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.requests.PrivacyRequests;
import dev.avow.requests.SeenRequest;
import java.util.Map;
import java.util.UUID;

/**
 * {@code /api/v1/privacy-requests/{id}/letters/….pdf}: what to tell who asked, as a PDF to print or
 * to send (promise P6).
 */
public final class LetterRoutes implements Routes {

    private final PrivacyRequests requests;
    private final Letters letters;
    private final AuditLog audit;

    public LetterRoutes(PrivacyRequests requests, Letters letters, AuditLog audit) {
        this.requests = requests;
        this.letters = letters;
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        for (LetterKind kind : LetterKind.values()) {
            table.get(
                    "/api/v1/privacy-requests/{id}/letters/" + kind.id() + ".pdf",
                    Access.ADMIN,
                    request -> letter(request, kind));
        }
    }

    @Override
    public String description() {
        return "letters.json";
    }

    private ControlAnswer letter(ControlRequest request, LetterKind kind) {
        UUID id = request.pathId();
        SeenRequest seen =
                requests.find(request.tenant(), id)
                        .orElseThrow(() -> ControlRequest.notFound().asException());
        byte[] pdf = LetterPdf.of(letters.paragraphs(seen, kind));
        audit.append(
                request.actor(),
                new AuditEntry(
                        "privacy_letter_made",
                        "privacy_request",
                        id.toString(),
                        null,
                        Map.of("letter", kind.id())));
        return ControlAnswer.ok(pdf)
                .with("Content-Type", "application/pdf")
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"avow-letter-" + kind.id() + ".pdf\"");
    }
}
