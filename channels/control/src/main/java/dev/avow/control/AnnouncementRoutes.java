package dev.avow.control;

import dev.avow.trust.Announcement;
import dev.avow.trust.Announcements;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/trust-announcements}: what will change, told ahead of its day (promise T4). */
public final class AnnouncementRoutes implements Routes {

    private static final String PATH = "/api/v1/trust-announcements";

    private record NewAnnouncement(String effectiveOn, String text, @Nullable String textFr) {}

    private record View(
            UUID id,
            Instant announcedAt,
            LocalDate effectiveOn,
            String text,
            @Nullable String textFr,
            @Nullable Instant withdrawnAt,
            @Nullable Instant mailedAt,
            @Nullable Integer version) {

        static View of(Announcement made) {
            return new View(
                    made.id(),
                    made.announcedAt(),
                    made.effectiveOn(),
                    made.english(),
                    made.french(),
                    made.withdrawnAt(),
                    made.mailedAt(),
                    made.version());
        }
    }

    private final Announcements announcements;

    public AnnouncementRoutes(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, this::list)
                .get(PATH + "/notice", Access.ADMIN, this::notice)
                .post(PATH, this::announce)
                .post(PATH + "/{id}/withdraw", this::withdraw);
    }

    @Override
    public String description() {
        return "trust-announcements.json";
    }

    private ControlAnswer list(ControlRequest request) {
        return ControlAnswer.ok(
                request.pageOf(announcements.all(request.tenant()), each -> each.id().toString())
                        .map(View::of));
    }

    private ControlAnswer notice(ControlRequest request) {
        requireThePagesTenant(request);
        return ControlAnswer.ok(announcements.notice());
    }

    private ControlAnswer announce(ControlRequest request) {
        requireThePagesTenant(request);
        NewAnnouncement wanted = request.body(NewAnnouncement.class);
        return ControlAnswer.created(
                View.of(
                        announcements.announce(
                                request.actor(),
                                day(wanted.effectiveOn()),
                                wanted.text(),
                                wanted.textFr())));
    }

    private ControlAnswer withdraw(ControlRequest request) {
        return ControlAnswer.ok(View.of(announcements.withdraw(request.actor(), request.pathId())));
    }

    private static void requireThePagesTenant(ControlRequest request) {
        if (!request.tenant().equals(TenantId.DEFAULT)) {
            throw Fault.of(
                            FaultCode.NOT_ALLOWED,
                            "the public page is of the tenant that this installation began with;"
                                    + " its administrators announce")
                    .asException();
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw Fault.wrong("effective_on", "effective_on is a day such as 2026-01-31");
        }
    }
}
