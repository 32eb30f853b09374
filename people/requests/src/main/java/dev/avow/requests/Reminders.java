package dev.avow.requests;

import dev.avow.mail.MailDraft;
import dev.avow.mail.MailKind;
import dev.avow.mail.MailText;
import dev.avow.mail.Outbox;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Reminds by mail of limits that draw near or have passed (promise P6): each person once of each
 * limit and nearness, whatever is started anew in between. Where several are due at once, after a
 * standstill, the nearest alone is told. A limit that was moved is a limit of its own.
 *
 * <p>A reminder says which request, law and time, and nothing of who asked or what. Safe for any
 * thread and on several nodes; blocks.
 */
public final class Reminders {

    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Officers officers;
    private final List<Integer> days;
    private final String console;
    private final AuditLog audit;
    private final InstantSource clock;

    /**
     * @param days before a limit, the fewest first
     * @param console where the console is, without a slash at its end
     */
    public Reminders(
            Tenancy tenancy,
            Outbox outbox,
            Officers officers,
            List<Integer> days,
            String console,
            AuditLog audit,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.officers = officers;
        this.days = List.copyOf(days);
        this.console = console;
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts the reminders of a tenant in that are due; returns how many. */
    public int run(TenantId tenant) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant horizon = now.plus(Duration.ofDays(days.isEmpty() ? 0 : days.getLast()));
        List<Limit> limits =
                tenancy.within(tenant, handle -> PrivacyRequestRows.due(handle, horizon)).stream()
                        .flatMap(request -> Limit.of(request).stream())
                        .filter(limit -> !limit.stage(days, now).isEmpty())
                        .toList();
        if (limits.isEmpty()) {
            return 0;
        }
        List<Officers.Officer> people = officers.of(tenant);
        int put = 0;
        for (Limit limit : limits) {
            put += tenancy.within(tenant, handle -> remind(handle, tenant, limit, people, now));
        }
        return put;
    }

    private int remind(
            Handle handle,
            TenantId tenant,
            Limit limit,
            List<Officers.Officer> people,
            Instant now) {
        String stage = limit.stage(days, now);
        int put = 0;
        for (Officers.Officer each : people) {
            String occasion =
                    "reminder/%s/%s/%s/%s/%s"
                            .formatted(
                                    limit.request(),
                                    limit.what().id(),
                                    limit.at(),
                                    stage,
                                    each.userId() == null ? "officer" : each.userId());
            if (!outbox.isKnown(handle, occasion)
                    && outbox.put(handle, tenant, draft(occasion, limit, stage, each))) {
                put++;
            }
        }
        if (put > 0) {
            audit.append(
                    handle,
                    new Actor(tenant, null, null, null, "avow reminders"),
                    new AuditEntry(
                            "privacy_reminder_mailed",
                            "privacy_request",
                            limit.request().toString(),
                            null,
                            Map.of(
                                    "limit",
                                    limit.what().id(),
                                    "at",
                                    limit.at().toString(),
                                    "nearness",
                                    stage,
                                    "people",
                                    put)));
        }
        return put;
    }

    private MailDraft draft(String occasion, Limit limit, String stage, Officers.Officer officer) {
        return new MailDraft(
                occasion,
                MailKind.REMINDER,
                limit.what().id() + " " + stage,
                "privacy_request",
                limit.request(),
                officer.userId(),
                officer.address(),
                text(limit, stage.equals("overdue")),
                null);
    }

    private MailText text(Limit limit, boolean overdue) {
        String law = limit.law().id().toUpperCase(Locale.ROOT).replace('_', ' ');
        String day = limit.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
        String what =
                switch (limit.what()) {
                    case ANSWER -> overdue ? "answer was due" : "answer is due";
                    case ACKNOWLEDGE -> overdue ? "confirmation was due" : "confirmation is due";
                };
        return new MailText(
                "Privacy request: %s on %s (%s)".formatted(what, day, law),
                """
                A request about personal data waits: its %s.

                Limit: %s
                Law: %s
                Request: %s/privacy-requests/%s

                Who asked and what for is told in the console alone.
                """
                        .formatted(what, limit.at(), law, console, limit.request()),
                List.of());
    }
}
