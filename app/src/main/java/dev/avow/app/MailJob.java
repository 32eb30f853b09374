package dev.avow.app;

import dev.avow.incidents.NoticeMail;
import dev.avow.mail.OutboxRun;
import dev.avow.requests.Reminders;
import dev.avow.tenancy.Tenancy;
import dev.avow.trust.AnnouncementMail;
import dev.avow.words.TenantId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox: at the start, twice a minute, and when something was put in, on a
 * thread of its own; every five minutes it reminds of limits before. Several nodes may do so at
 * once.
 */
final class MailJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailJob.class);

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration REMINDER_PAUSE = Duration.ofMinutes(5);

    private final Tenancy tenancy;
    private final OutboxRun sending;
    private final Reminders reminders;
    private final NoticeMail notices;
    private final AnnouncementMail announcements;
    private final MailNudge nudge;
    private final Thread thread;
    private long remindedAt = System.nanoTime() - REMINDER_PAUSE.toNanos();

    MailJob(
            Tenancy tenancy,
            OutboxRun sending,
            Reminders reminders,
            NoticeMail notices,
            AnnouncementMail announcements,
            MailNudge nudge) {
        this.tenancy = tenancy;
        this.sending = sending;
        this.reminders = reminders;
        this.notices = notices;
        this.announcements = announcements;
        this.nudge = nudge;
        this.thread = Thread.ofVirtual().name("avow-mail").unstarted(this::work);
    }

    /** Begins with a round at once. Called once. */
    void start() {
        thread.start();
    }

    private void work() {
        try {
            while (goesOn()) {
                round();
                nudge.await(PAUSE);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        return !Thread.currentThread().isInterrupted();
    }

    /** What one tenant's cannot do, the next round tries again. */
    private void round() {
        boolean remind = System.nanoTime() - remindedAt >= REMINDER_PAUSE.toNanos();
        if (remind) {
            remindedAt = System.nanoTime();
        }
        try {
            for (TenantId tenant : tenancy.tenants()) {
                if (!goesOn() || !round(tenant, remind)) {
                    return;
                }
            }
        } catch (RuntimeException failed) {
            told("mail was not sent: {}", failed);
        }
    }

    /** Whether the mail server takes anything now. */
    private boolean round(TenantId tenant, boolean remind) {
        try {
            if (remind) {
                int _ = reminders.run(tenant);
            }
        } catch (RuntimeException failed) {
            told("tenant " + tenant + ": reminders were not mailed: {}", failed);
        }
        try {
            boolean more;
            do {
                more = noticesPut(tenant);
                more = announcementsPut(tenant) || more;
                if (!sending.run(tenant, this::goesOn)) {
                    return false;
                }
            } while (more && goesOn());
            return true;
        } catch (RuntimeException failed) {
            told("tenant " + tenant + ": mail was not sent: {}", failed);
            return true;
        }
    }

    /** Whether there may be more, once these are sent. */
    private boolean noticesPut(TenantId tenant) {
        try {
            return notices.run(tenant, this::goesOn) > 0;
        } catch (RuntimeException failed) {
            told("tenant " + tenant + ": notices of an incident wait: {}", failed);
            return false;
        }
    }

    /** Whether there may be more, once these are sent. */
    private boolean announcementsPut(TenantId tenant) {
        try {
            return announcements.run(tenant, this::goesOn) > 0;
        } catch (RuntimeException failed) {
            told("tenant " + tenant + ": an announcement waits: {}", failed);
            return false;
        }
    }

    private void told(String what, RuntimeException failed) {
        if (goesOn()) {
            LOG.warn(what, failed.getClass().getName());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
