package dev.avow.control;

import dev.avow.accounts.Users;
import dev.avow.consents.Consent;
import dev.avow.consents.ConsentDraft;
import dev.avow.consents.ConsentMethod;
import dev.avow.consents.Consents;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.PageRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/users/me/consents} and, for administrators and forms of their own, {@code
 * /api/v1/users/{id}/consents}: the register of consents (GDPR Art. 7; promise P5).
 */
public final class ConsentRoutes implements Routes {

    private static final String MINE = "/api/v1/users/me/consents";
    private static final String ONES = "/api/v1/users/{id}/consents";

    private record NewConsent(
            String purpose,
            String action,
            @Nullable String textVersion,
            @Nullable String textSha256,
            @Nullable String method,
            @Nullable String note,
            @Nullable String happenedAt) {

        @Override
        public String toString() {
            return "NewConsent";
        }
    }

    private record View(
            UUID id,
            String purpose,
            String action,
            boolean inForce,
            @Nullable String textVersion,
            @Nullable String textSha256,
            String method,
            @Nullable String note,
            Instant happenedAt,
            @Nullable UUID recordedBy,
            Instant recordedAt) {

        /** Who else entered it is not for the person's eyes. */
        static View of(Consent consent, boolean mine) {
            boolean hidden = mine && !consent.userId().equals(consent.recordedBy());
            return new View(
                    consent.id(),
                    consent.purpose(),
                    consent.given() ? "given" : "withdrawn",
                    consent.inForce(),
                    consent.textVersion(),
                    consent.textSha256(),
                    consent.method(),
                    consent.plaintextNote(),
                    consent.happenedAt(),
                    hidden ? null : consent.recordedBy(),
                    consent.recordedAt());
        }

        @Override
        public String toString() {
            return "View";
        }
    }

    private final Consents consents;
    private final Users users;
    private final AuditLog audit;

    public ConsentRoutes(Consents consents, Users users, AuditLog audit) {
        this.consents = consents;
        this.users = users;
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(MINE, Access.PERSON, request -> list(request, request.userId(), true));
        table.post(MINE, Access.PERSON, request -> record(request, request.userId(), true));
        table.get(ONES, Access.ADMIN, request -> list(request, request.pathId(), false));
        table.post(ONES, request -> record(request, request.pathId(), false));
    }

    @Override
    public String description() {
        return "consents.json";
    }

    private ControlAnswer list(ControlRequest request, UUID person, boolean mine) {
        PageRequest wanted = request.page();
        if (users.find(request.tenant(), person).isEmpty()) {
            throw ControlRequest.notFound().asException();
        }
        audit.append(
                request.actor(), AuditEntry.viewed("consents_viewed", "user", person.toString()));
        return ControlAnswer.ok(
                consents.page(request.tenant(), person, wanted).map(each -> View.of(each, mine)));
    }

    private ControlAnswer record(ControlRequest request, UUID person, boolean mine) {
        NewConsent body = request.body(NewConsent.class);
        ConsentDraft draft =
                new ConsentDraft(
                        body.purpose(),
                        given(body.action()),
                        body.textVersion(),
                        body.textSha256(),
                        method(body.method(), mine),
                        body.note(),
                        happenedAt(body.happenedAt()));
        return ControlAnswer.created(
                View.of(consents.record(request.actor(), person, draft), mine));
    }

    private static boolean given(String action) {
        return switch (action) {
            case "given" -> true;
            case "withdrawn" -> false;
            default -> throw invalid("action", "given or withdrawn");
        };
    }

    private static ConsentMethod method(@Nullable String method, boolean mine) {
        if (method == null) {
            return mine ? ConsentMethod.API : ConsentMethod.OTHER;
        }
        return ConsentMethod.of(method)
                .orElseThrow(() ->
                        invalid(
                                "method",
                                "one of "
                                        + Arrays.stream(ConsentMethod.values())
                                                .map(ConsentMethod::id)
                                                .collect(Collectors.joining(", "))));
    }

    private static @Nullable Instant happenedAt(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException none) {
            throw invalid("happened_at", "a time such as 2026-01-31T09:00:00Z");
        }
    }

    private static RuntimeException invalid(String field, String must) {
        return Fault.of(FaultCode.INVALID_VALUE, field + " must be " + must, field).asException();
    }
}
