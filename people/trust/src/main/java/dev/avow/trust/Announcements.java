package dev.avow.trust;

import dev.avow.mail.Outbox;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.GivenText;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Announces what will change, ahead of its day (promise T4); each change is audited. It changes
 * nothing itself, and nothing waits for it. Safe for any thread; blocks.
 */
public final class Announcements {

    private static final int LONGEST = 2_000;

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final int noticeDays;
    private final Outbox outbox;
    private final InstantSource clock;

    /**
     * @param noticeDays ahead that it is announced, at least
     * @param outbox where mails of them wait
     */
    public Announcements(
            Tenancy tenancy, AuditLog audit, int noticeDays, Outbox outbox, InstantSource clock) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.noticeDays = noticeDays;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Announces a change; people with accounts are written to where mail is set up.
     *
     * @param english up to 2,000 characters that anybody may read
     * @param french null to tell it in English alone
     * @throws dev.avow.words.FaultException INVALID_VALUE naming the field
     */
    public Announcement announce(
            Actor actor, LocalDate effectiveOn, String english, @Nullable String french) {
        GivenText.require("text", english, LONGEST);
        if (french != null) {
            GivenText.require("text_fr", french, LONGEST);
        }
        Instant now = now();
        Notice notice = Notice.at(now, noticeDays);
        if (!notice.allows(effectiveOn)) {
            throw Fault.wrong(
                    "effective_on",
                    "effective_on is a day by UTC, "
                            + noticeDays
                            + " days ahead at least: "
                            + notice.earliestOn()
                            + " or later, within five years");
        }
        Announcement made =
                new Announcement(Ids.next(), now, effectiveOn, english, french, null, null, null);
        tenancy.within(
                actor.tenant(),
                handle -> {
                    AnnouncementRows.insert(handle, made);
                    audit.append(
                            handle,
                            actor,
                            new AuditEntry(
                                    "trust_announcement_made",
                                    AnnouncementMail.RESOURCE,
                                    made.id().toString(),
                                    null,
                                    Map.of("effective_on", made.effectiveOn().toString())));
                    return made;
                });
        outbox.nudge();
        return made;
    }

    /** For which days a change may be announced now. */
    public Notice notice() {
        return Notice.at(now(), noticeDays);
    }

    /**
     * Takes an announcement back; nobody is written to any more, mails that wait are given up, and
     * the page shows it no longer.
     *
     * @throws dev.avow.words.FaultException NOT_FOUND; CONFLICT where a version came of it, or it
     *     was withdrawn before
     */
    public Announcement withdraw(Actor actor, UUID id) {
        return tenancy.within(
                actor.tenant(),
                handle -> {
                    Announcement before =
                            AnnouncementRows.lock(handle, id)
                                    .orElseThrow(() ->
                                            Fault.of(
                                                            FaultCode.NOT_FOUND,
                                                            "there is no such announcement")
                                                    .asException());
                    if (before.withdrawnAt() != null || before.version() != null) {
                        throw Fault.of(
                                        FaultCode.CONFLICT,
                                        "this announcement was withdrawn, or took effect")
                                .asException();
                    }
                    AnnouncementRows.withdraw(handle, id, now());
                    int unsent =
                            outbox.giveUp(
                                    handle,
                                    AnnouncementMail.RESOURCE,
                                    id,
                                    "the announcement was withdrawn");
                    audit.append(
                            handle,
                            actor,
                            new AuditEntry(
                                    "trust_announcement_withdrawn",
                                    AnnouncementMail.RESOURCE,
                                    id.toString(),
                                    null,
                                    Map.of(
                                            "effective_on",
                                            before.effectiveOn().toString(),
                                            "mails_given_up",
                                            unsent)));
                    return AnnouncementRows.find(handle, id).orElseThrow();
                });
    }

    /** The newest thousand, newest first. */
    public List<Announcement> all(TenantId tenant) {
        return tenancy.within(tenant, AnnouncementRows::all);
    }

    /** Those that stand and whose day is to come, the nearest first. */
    public List<Announcement> upcoming(TenantId tenant) {
        LocalDate today = today(now());
        return all(tenant).stream()
                .filter(each -> each.isUpcoming(today))
                .sorted(java.util.Comparator.comparing(Announcement::effectiveOn))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
