package dev.avow.control;

import dev.avow.accounts.Users;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.requests.Clocks;
import dev.avow.requests.Law;
import dev.avow.requests.PrivacyRequest;
import dev.avow.requests.PrivacyRequests;
import dev.avow.requests.RequestDraft;
import dev.avow.requests.RequestKind;
import dev.avow.requests.RequestState;
import dev.avow.requests.SeenRequest;
import dev.avow.requests.Step;
import dev.avow.requests.VerificationCode;
import dev.avow.words.Fault;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/privacy-requests}: what people ask of their data who need not be users (promise
 * P6). For administrators alone: a request says who somebody is.
 */
public final class PrivacyRequestRoutes implements Routes {

    private static final String PATH = "/api/v1/privacy-requests";
    private static final String ONE = PATH + "/{id}";

    private record NewRequest(
            String kind,
            String law,
            String contact,
            @Nullable String subjectReference,
            @Nullable String details,
            @Nullable String receivedAt) {

        @Override
        public String toString() {
            return "NewRequest";
        }
    }

    private record Proof(@Nullable String code, @Nullable String token) {

        @Override
        public String toString() {
            return "Proof";
        }
    }

    private record Reason(String reason) {

        @Override
        public String toString() {
            return "Reason";
        }
    }

    private record CodeView(@Nullable String code, boolean mailed, Instant expiresAt) {

        @Override
        public String toString() {
            return "CodeView";
        }
    }

    /** A call that does what was approved, for the officer to make. */
    private record Call(String method, String path, UUID userId, String matchedBy) {}

    private record View(
            UUID id,
            String kind,
            String law,
            String state,
            @Nullable String contact,
            @Nullable String subjectReference,
            @Nullable String details,
            Instant receivedAt,
            Instant createdAt,
            @Nullable UUID createdBy,
            @Nullable Instant acknowledgeBy,
            @Nullable Instant acknowledgedAt,
            boolean acknowledgementOverdue,
            Instant dueAt,
            boolean overdue,
            @Nullable Long daysLeft,
            @Nullable Instant extendedAt,
            @Nullable String extensionReason,
            @Nullable Instant verifiedAt,
            @Nullable String verifiedBy,
            @Nullable Instant decidedAt,
            @Nullable String refusalReason,
            @Nullable Instant completedAt,
            List<String> possible,
            List<Call> calls) {

        static View of(SeenRequest seen, List<Call> calls) {
            PrivacyRequest request = seen.request();
            boolean done = request.state() == RequestState.DONE;
            return new View(
                    request.id(),
                    request.kind().id(),
                    request.law().id(),
                    request.state().id(),
                    seen.plaintextContact(),
                    seen.plaintextSubject(),
                    seen.plaintextDetails(),
                    request.receivedAt(),
                    request.createdAt(),
                    request.createdBy(),
                    request.acknowledgeBy(),
                    request.acknowledgedAt(),
                    request.acknowledgementOverdue(seen.at()),
                    request.dueAt(),
                    request.overdue(seen.at()),
                    done ? null : Clocks.daysLeft(request.dueAt(), seen.at()),
                    request.extendedAt(),
                    seen.plaintextExtensionReason(),
                    request.verifiedAt(),
                    request.verifiedBy(),
                    request.decidedAt(),
                    seen.plaintextRefusalReason(),
                    request.completedAt(),
                    seen.possible().stream().map(Step::id).toList(),
                    calls);
        }

        @Override
        public String toString() {
            return "View " + id;
        }
    }

    private final PrivacyRequests requests;
    private final Users users;
    private final AuditLog audit;

    public PrivacyRequestRoutes(PrivacyRequests requests, Users users, AuditLog audit) {
        this.requests = requests;
        this.users = users;
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, Access.ADMIN, this::list)
                .post(PATH, this::receive)
                .get(ONE, Access.ADMIN, this::find)
                .post(
                        ONE + "/acknowledge",
                        request ->
                                seen(
                                        request,
                                        requests.acknowledge(request.actor(), request.pathId())))
                .post(ONE + "/verification-code", this::sendCode)
                .post(ONE + "/verify", this::verify)
                .post(
                        ONE + "/extend",
                        request ->
                                seen(
                                        request,
                                        requests.extend(
                                                request.actor(),
                                                request.pathId(),
                                                request.body(Reason.class).reason())))
                .post(
                        ONE + "/approve",
                        request ->
                                seen(request, requests.approve(request.actor(), request.pathId())))
                .post(
                        ONE + "/refuse",
                        request ->
                                seen(
                                        request,
                                        requests.refuse(
                                                request.actor(),
                                                request.pathId(),
                                                request.body(Reason.class).reason())))
                .post(
                        ONE + "/complete",
                        request ->
                                seen(
                                        request,
                                        requests.complete(request.actor(), request.pathId())));
    }

    @Override
    public String description() {
        return "privacy-requests.json";
    }

    private ControlAnswer list(ControlRequest request) {
        RequestState state =
                request.query("state")
                        .map(text ->
                                Members.one(
                                        text.toLowerCase(Locale.ROOT),
                                        RequestState.values(),
                                        RequestState::id,
                                        "state"))
                        .orElse(null);
        Boolean overdue = request.query("overdue").map(PrivacyRequestRoutes::yesOrNo).orElse(null);
        TenantId tenant = request.tenant();
        PageRequest wanted = request.page();
        viewed(audit, request, null);
        return ControlAnswer.ok(
                requests.page(tenant, state, overdue, wanted)
                        .map(seen -> View.of(seen, calls(tenant, seen))));
    }

    private ControlAnswer find(ControlRequest request) {
        UUID id = request.pathId();
        viewed(audit, request, id.toString());
        return ControlAnswer.found(
                requests.find(request.tenant(), id)
                        .map(seen -> View.of(seen, calls(request.tenant(), seen))));
    }

    /** Who asked and what are among what is shown. */
    static void viewed(AuditLog audit, ControlRequest request, @Nullable String id) {
        audit.append(
                request.actor(),
                AuditEntry.viewed("privacy_requests_viewed", "privacy_request", id));
    }

    private ControlAnswer receive(ControlRequest request) {
        NewRequest wanted = request.body(NewRequest.class);
        SeenRequest seen =
                requests.receive(
                        request.actor(),
                        new RequestDraft(
                                Members.one(
                                        wanted.kind().toLowerCase(Locale.ROOT),
                                        RequestKind.values(),
                                        RequestKind::id,
                                        "kind"),
                                Members.one(
                                        wanted.law().toLowerCase(Locale.ROOT),
                                        Law.values(),
                                        Law::id,
                                        "law"),
                                wanted.contact().strip(),
                                wanted.subjectReference(),
                                wanted.details() == null ? "" : wanted.details(),
                                wanted.receivedAt() == null
                                        ? null
                                        : Members.time(wanted.receivedAt(), "received_at")));
        return ControlAnswer.created(View.of(seen, List.of()));
    }

    private ControlAnswer sendCode(ControlRequest request) {
        VerificationCode code = requests.sendCode(request.actor(), request.pathId());
        return ControlAnswer.created(
                        new CodeView(
                                code.plaintextCode(),
                                code.plaintextCode() == null,
                                code.expiresAt()))
                .with("Cache-Control", "no-store");
    }

    private ControlAnswer verify(ControlRequest request) {
        Proof proof = request.body(Proof.class);
        if ((proof.code() == null) == (proof.token() == null)) {
            throw Fault.wrong("code", "give either the code that was sent, or a token of your own");
        }
        return seen(
                request,
                proof.code() != null
                        ? requests.verifyByCode(request.actor(), request.pathId(), proof.code())
                        : requests.verifyByToken(
                                request.actor(),
                                request.pathId(),
                                java.util.Objects.requireNonNull(proof.token())));
    }

    private ControlAnswer seen(ControlRequest request, SeenRequest seen) {
        return ControlAnswer.ok(View.of(seen, calls(request.tenant(), seen)));
    }

    /** Says by what it found the account: who owns an address need not own the reference. */
    private List<Call> calls(TenantId tenant, SeenRequest seen) {
        List<Call> calls = new ArrayList<>();
        if (seen.request().state() == RequestState.APPROVED) {
            Optional<UUID> byContact =
                    Optional.ofNullable(seen.plaintextContact())
                            .flatMap(contact -> ofAddress(tenant, contact));
            Optional<UUID> byReference =
                    Optional.ofNullable(seen.plaintextSubject())
                            .flatMap(Ids::parse)
                            .filter(id -> users.find(tenant, id).isPresent());
            byContact.ifPresent(
                    id -> call(seen.request().kind(), id, "contact").ifPresent(calls::add));
            byReference
                    .filter(id -> !byContact.equals(Optional.of(id)))
                    .flatMap(id -> call(seen.request().kind(), id, "subject_reference"))
                    .ifPresent(calls::add);
        }
        return calls;
    }

    private static Optional<Call> call(RequestKind kind, UUID user, String matchedBy) {
        String path = "/api/v1/users/" + user;
        return switch (kind) {
            case ERASURE -> Optional.of(new Call("DELETE", path, user, matchedBy));
            case ACCESS, PORTABILITY ->
                    Optional.of(new Call("GET", path + "/data-export", user, matchedBy));
            case RECTIFICATION, RESTRICTION, OBJECTION, OPT_OUT -> Optional.empty();
        };
    }

    private Optional<UUID> ofAddress(TenantId tenant, String contact) {
        try {
            return users.idOf(tenant, contact);
        } catch (FaultException noAccountsAddress) {
            return Optional.empty();
        }
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Fault.wrong("overdue", "overdue is true or false");
        };
    }
}
