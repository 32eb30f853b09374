package dev.avow.mail;

import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** A page of it, newest first. */
    public Page<MailStatus> page(
            TenantId tenant, String resourceType, UUID resourceId, PageRequest wanted) {
        List<MailStatus> rows =
                tenancy.within(
                        tenant,
                        handle -> OutboxRows.page(handle, resourceType, resourceId, wanted));
        return wanted.pageOf(rows, mail -> new Cursor(mail.createdAt(), mail.id()));
    }

    /** The same newest hundred, in a transaction of the tenant's. */
    public List<MailStatus> about(Handle handle, String resourceType, UUID resourceId) {
        return OutboxRows.of(handle, resourceType, resourceId);
    }

    /** Whose accounts were mailed about something, or are to be. */
    public Set<UUID> writtenTo(Handle handle, String resourceType, UUID resourceId) {
        return OutboxRows.writtenTo(handle, resourceType, resourceId);
    }

    /**
     * Gives up what waits about something, in the transaction of why; the caller audits it. One
     * that is being sent just now may arrive.
     *
     * @param why for those who ask what became of them; no text of the mails
     * @return how many waited
     */
    public int giveUp(Handle handle, String resourceType, UUID resourceId, String why) {
        return OutboxRows.giveUp(handle, resourceType, resourceId, why, now());
    }

    /** How many mails to many may be put in now: half of the room is kept for mail to one. */
    public int room(Handle handle) {
        return Math.max(0, (maxWaiting + 1) / 2 - OutboxRows.waiting(handle));
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
