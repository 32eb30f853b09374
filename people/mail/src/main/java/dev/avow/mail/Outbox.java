package dev.avow.mail;

import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Mail that is to be sent. It is put here in the transaction of what causes it, so that neither
 * stands without the other, and sent later. Safe for any thread and on several nodes; blocks.
 */
public final class Outbox {

    private final Tenancy tenancy;
    private final MailSeal seal;
    private final Duration patience;
    private final int maxWaiting;
    private final Runnable nudge;
    private final InstantSource clock;

    /**
     * @param patience after which a mail is given up
     * @param maxWaiting mails of one tenant, at most
     * @param nudge called when something may wait; returns at once
     */
    public Outbox(
            Tenancy tenancy,
            Keyring keyring,
            Duration patience,
            int maxWaiting,
            Runnable nudge,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.seal = new MailSeal(keyring);
        this.patience = patience;
        this.maxWaiting = maxWaiting;
        this.nudge = nudge;
        this.clock = clock;
    }

    /**
     * Puts a mail in, in the transaction of what causes it, which must be in this tenant.
     *
     * @return false where its occasion was mailed before
     * @throws dev.avow.words.FaultException OVERLOADED where too many wait
     */
    public boolean put(Handle handle, TenantId tenant, MailDraft draft) {
        if (OutboxRows.waiting(handle) >= maxWaiting) {
            throw Fault.of(
                            FaultCode.OVERLOADED,
                            "too many mails wait to be sent; see whether the mail server takes"
                                    + " any, or raise AVOW_MAIL_MAX_WAITING")
                    .asException();
        }
        Instant now = now();
        Instant until = now.plus(patience);
        if (draft.uselessFrom() != null && draft.uselessFrom().isBefore(until)) {
            until = draft.uselessFrom();
        }
        UUID id = Ids.next();
        boolean isNew =
                OutboxRows.insert(
                        handle,
                        id,
                        draft,
                        seal.seal(tenant, id, draft.to(), draft.text(), until),
                        now,
                        until);
        if (isNew && draft.kind() == MailKind.VERIFICATION_CODE) {
            OutboxRows.supersede(handle, id, draft, now);
        }
        return isNew;
    }

    /** Whether an occasion was mailed, or is to be. */
    public boolean isKnown(Handle handle, String occasion) {
        return OutboxRows.isKnown(handle, occasion);
    }

    /** To be called once that transaction is committed; what nobody tells of waits a little. */
    public void nudge() {
        nudge.run();
    }

    /** What was mailed about something, newest first, the newest hundred. */
    public List<MailStatus> about(TenantId tenant, String resourceType, UUID resourceId) {
        return tenancy.within(tenant, handle -> OutboxRows.of(handle, resourceType, resourceId));
    }

    /** How much was sent of a tenant, and when; empty where nothing was. */
    public Optional<SentMail> sent(TenantId tenant) {
        return tenancy.within(tenant, OutboxRows::sent);
    }

    /** Mails of a tenant that wait to be sent. */
    public int waiting(TenantId tenant) {
        return tenancy.within(tenant, OutboxRows::waiting);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
