package dev.avow.control;

import dev.avow.accounts.Users;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.retain.LegalHold;
import dev.avow.retention.HoldDraft;
import dev.avow.retention.LegalHolds;
import dev.avow.words.Fault;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/legal-holds}: what neither expires nor is erased (promise R5). For administrators
 * alone, also to look at: a reason may name somebody.
 */
public final class LegalHoldRoutes implements Routes {

    private static final String PATH = "/api/v1/legal-holds";
    private static final String ONE = PATH + "/{id}";
    private static final int PEOPLE_AT_ONCE = 200;

    private record NewHold(
            String name,
            String reason,
            @Nullable List<String> userIds,
            @Nullable List<String> userEmails,
            @Nullable String userEmail,
            @Nullable String from,
            @Nullable String to,
            @Nullable String expectedEnd) {}

    private record View(
            UUID id,
            UUID tenantId,
            String name,
            String reason,
            List<UUID> userIds,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable LocalDate expectedEnd,
            String status,
            @Nullable UUID createdBy,
            Instant createdAt,
            @Nullable UUID releasedBy,
            @Nullable Instant releasedAt) {

        static View of(LegalHolds.Seen seen) {
            LegalHold hold = seen.hold();
            return new View(
                    hold.id(),
                    hold.tenant().value(),
                    hold.name(),
                    seen.plaintextReason(),
                    hold.userIds(),
                    hold.from(),
                    hold.to(),
                    hold.expectedEnd(),
                    hold.inForce() ? "in_force" : "released",
                    hold.createdBy(),
                    hold.createdAt(),
                    hold.releasedBy(),
                    hold.releasedAt());
        }

        @Override
        public String toString() {
            return "View " + id;
        }
    }

    private final LegalHolds holds;
    private final Users users;
    private final AuditLog audit;

    public LegalHoldRoutes(LegalHolds holds, Users users, AuditLog audit) {
        this.holds = holds;
        this.users = users;
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, Access.ADMIN, this::list)
                .post(PATH, this::place)
                .get(ONE, Access.ADMIN, this::find)
                .post(ONE + "/release", this::release);
    }

    @Override
    public String description() {
        return "legal-holds.json";
    }

    private ControlAnswer list(ControlRequest request) {
        PageRequest wanted = request.page();
        viewed(request, null);
        return ControlAnswer.ok(holds.page(request.tenant(), wanted).map(View::of));
    }

    /** Whom they are about and why is among what is shown. */
    private void viewed(ControlRequest request, @Nullable String id) {
        audit.append(request.actor(), AuditEntry.viewed("holds_viewed", "legal_hold", id));
    }

    private ControlAnswer find(ControlRequest request) {
        UUID id = request.pathId();
        viewed(request, id.toString());
        return ControlAnswer.found(holds.find(request.tenant(), id).map(View::of));
    }

    private ControlAnswer place(ControlRequest request) {
        NewHold wanted = request.body(NewHold.class);
        return ControlAnswer.created(
                View.of(
                        holds.place(
                                request.actor(),
                                new HoldDraft(
                                        wanted.name(),
                                        wanted.reason(),
                                        people(request.tenant(), wanted),
                                        time(wanted.from(), "from"),
                                        time(wanted.to(), "to"),
                                        day(wanted.expectedEnd())))));
    }

    private ControlAnswer release(ControlRequest request) {
        return ControlAnswer.ok(View.of(holds.release(request.actor(), request.pathId())));
    }

    /** A list that is there but empty is refused: it would hold the whole tenant by mistake. */
    private List<UUID> people(TenantId tenant, NewHold wanted) {
        List<UUID> people = new ArrayList<>();
        List<String> ids = given(wanted.userIds(), "user_ids");
        for (String id : ids) {
            people.add(
                    Ids.parse(id)
                            .orElseThrow(
                                    () -> Fault.wrong("user_ids", "an account's id is a UUID")));
        }
        for (String email : given(wanted.userEmails(), "user_emails")) {
            people.add(idOf(tenant, email, "user_emails"));
        }
        if (wanted.userEmail() != null) {
            people.add(idOf(tenant, wanted.userEmail(), "user_email"));
        }
        return people;
    }

    private static List<String> given(@Nullable List<String> list, String field) {
        if (list == null) {
            return List.of();
        }
        if (list.isEmpty()) {
            throw Fault.wrong(field, field + " is empty; leave it out to hold the whole tenant");
        }
        if (list.size() > PEOPLE_AT_ONCE) {
            throw Fault.wrong(
                    field, field + " names 200 people at most; place another hold for the rest");
        }
        return list;
    }

    private UUID idOf(TenantId tenant, String email, String field) {
        Optional<UUID> id;
        try {
            id = users.idOf(tenant, email);
        } catch (FaultException noAddress) {
            throw Fault.wrong(field, noAddress.fault().message());
        }
        return id.orElseThrow(() -> Fault.wrong(field, "there is no account of this address"));
    }

    private static @Nullable Instant time(@Nullable String text, String field) {
        return text == null ? null : Members.time(text, field);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw Fault.wrong("expected_end", "expected_end is a day such as 2027-01-31");
        }
    }
}
