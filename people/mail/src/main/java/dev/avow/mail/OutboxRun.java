package dev.avow.mail;

import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits. A mail is taken for as long as a try may last, and is nobody else's meanwhile;
 * what a process that died was about to say of it is done again: at least once, with the same
 * Message-ID. What was sent and what was given up stands in the audit log. Safe for any thread and
 * on several nodes; blocks.
 */
public final class OutboxRun {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRun.class);

    private final Tenancy tenancy;
    private final MailSeal seal;
    private final Mailer mailer;
    private final Duration lease;
    private final Duration longestPause;
    private final OutboxEnds ends;
    private final InstantSource clock;

    /**
     * @param lease longer than any try of the mailer lasts
     * @param longestPause between two tries
     */
    public OutboxRun(
            Tenancy tenancy,
            Keyring keyring,
            Mailer mailer,
            Duration lease,
            Duration longestPause,
            AuditLog audit,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.seal = new MailSeal(keyring);
        this.mailer = mailer;
        this.lease = lease;
        this.longestPause = longestPause;
        this.ends = new OutboxEnds(tenancy, audit, clock);
        this.clock = clock;
    }

    /**
     * Tries what is due of a tenant.
     *
     * @return false where the server is in the way, so that nothing else need be tried now
     */
    public boolean run(TenantId tenant, BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            Instant now = now();
            Optional<OutboxRows.Taken> taken =
                    tenancy.within(
                            tenant, handle -> OutboxRows.take(handle, now, lease, longestPause));
            if (taken.isEmpty()) {
                return true;
            }
            if (!tried(tenant, taken.get())) {
                return false;
            }
        }
        return true;
    }

    private boolean tried(TenantId tenant, OutboxRows.Taken taken) {
        MailStatus status = taken.status();
        if (!now().isBefore(status.giveUpAt())) {
            ends.late(tenant, status);
            return true;
        }
        Optional<Mail> mail = seal.open(tenant, status.id(), status.createdAt(), taken.sealed());
        if (mail.isEmpty()) {
            ends.end(tenant, status, MailStatus.State.GIVEN_UP, "it does not open");
            return true;
        }
        return switch (mailer.send(mail.get())) {
            case Delivery.Accepted(String reply) -> {
                ends.end(tenant, status, MailStatus.State.SENT, reply);
                yield true;
            }
            case Delivery.Refused(String reply) -> {
                ends.end(tenant, status, MailStatus.State.GIVEN_UP, reply);
                yield true;
            }
            case Delivery.Deferred(String reply, boolean everyMail) -> {
                defer(tenant, status, reply);
                yield !everyMail;
            }
        };
    }

    private void defer(TenantId tenant, MailStatus status, String reply) {
        LOG.warn("tenant {}: mail {} waits: {}", tenant, status.id(), reply);
        tenancy.within(
                tenant,
                handle -> OutboxRows.defer(handle, status.id(), now(), longestPause, reply));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
