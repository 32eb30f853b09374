package dev.avow.trust;

import dev.avow.mail.MailAddress;
import dev.avow.mail.MailDraft;
import dev.avow.mail.MailKind;
import dev.avow.mail.MailText;
import dev.avow.mail.Outbox;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Writes of an announcement to everybody with an account, once each, as many at a time as the
 * outbox has room for (promise T4). Goes on after a restart and on any node. Whoever gets an
 * account while it goes on may be left out; they read the page as it is then. Safe for any thread;
 * blocks.
 */
public final class AnnouncementMail {

    static final String RESOURCE = "trust_announcement";

    /**
     * Somebody with an account.
     *
     * @param address of mail
     */
    public record Reader(UUID userId, MailAddress address) {

        /** Prints no address. */
        @Override
        public String toString() {
            return "Reader " + userId;
        }
    }

    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Function<TenantId, List<Reader>> readers;
    private final AuditLog audit;
    private final String url;
    private final InstantSource clock;

    /**
     * @param readers everybody with an account that is not closed
     * @param url where this installation is reached, without a slash at its end
     */
    public AnnouncementMail(
            Tenancy tenancy,
            Outbox outbox,
            Function<TenantId, List<Reader>> readers,
            AuditLog audit,
            String url,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.readers = readers;
        this.audit = audit;
        this.url = url;
        this.clock = clock;
    }

    /** Puts mails in as far as there is room; returns how many. */
    public int run(TenantId tenant, BooleanSupplier goOn) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Announcement> waiting =
                tenancy.within(tenant, AnnouncementRows::all).stream()
                        .filter(each -> isDue(each, today))
                        .toList();
        int put = 0;
        for (Announcement each : waiting) {
            if (!goOn.getAsBoolean()) {
                return put;
            }
            List<Reader> people = readers.apply(tenant);
            put +=
                    tenancy.within(
                            tenant,
                            handle ->
                                    // It may have been withdrawn since, or another node been done.
                                    AnnouncementRows.lock(handle, each.id())
                                            .filter(same -> isDue(same, today))
                                            .map(same -> put(handle, tenant, same, people, now))
                                            .orElse(0));
        }
        return put;
    }

    private static boolean isDue(Announcement announcement, LocalDate today) {
        return announcement.isUpcoming(today) && announcement.mailedAt() == null;
    }

    private int put(
            Handle handle, TenantId tenant, Announcement of, List<Reader> people, Instant now) {
        Set<UUID> written = outbox.writtenTo(handle, RESOURCE, of.id());
        List<Reader> left =
                people.stream().filter(each -> !written.contains(each.userId())).toList();
        List<Reader> next = left.subList(0, Math.min(left.size(), outbox.room(handle)));
        for (Reader each : next) {
            boolean _ = outbox.put(handle, tenant, draft(of, each));
        }
        if (next.size() == left.size()) {
            AnnouncementRows.mailed(handle, of.id(), now);
            audit.append(
                    handle,
                    new Actor(tenant, null, null, null, "avow announcements"),
                    new AuditEntry(
                            "trust_announcement_mailed",
                            RESOURCE,
                            of.id().toString(),
                            null,
                            Map.of("people", written.size() + next.size())));
        }
        return next.size();
    }

    private MailDraft draft(Announcement of, Reader reader) {
        return new MailDraft(
                RESOURCE + "/" + of.id() + "/" + reader.userId(),
                MailKind.TRUST_NOTICE,
                "",
                RESOURCE,
                of.id(),
                reader.userId(),
                reader.address(),
                new MailText(subject(of), text(of), List.of()),
                null);
    }

    private static String subject(Announcement of) {
        String english = Words.ENGLISH.text("mail.subject", Map.of("on", of.effectiveOn()));
        return of.french() == null
                ? english
                : english
                        + " / "
                        + Words.FRENCH.text("mail.subject", Map.of("on", of.effectiveOn()));
    }

    private String text(Announcement of) {
        String english = text(Words.ENGLISH, of);
        return of.french() == null ? english : english + "\n\n" + text(Words.FRENCH, of);
    }

    private String text(Words words, Announcement of) {
        return words.text(
                "mail.text",
                Map.of("on", of.effectiveOn(), "text", of.text(words), "url", url + "/trust"));
    }
}
