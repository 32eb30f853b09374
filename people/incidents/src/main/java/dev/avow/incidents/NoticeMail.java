package dev.avow.incidents;

import dev.avow.mail.MailAddress;
import dev.avow.mail.MailDraft;
import dev.avow.mail.MailKind;
import dev.avow.mail.MailStatus;
import dev.avow.mail.MailText;
import dev.avow.mail.Outbox;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends notices of incidents by mail (promise T5). To the authority it is one mail, in the
 * transaction of its notice. To people it is a mail each: the notice is marked, and a job puts them
 * on their way, as many as the outbox has room for; it goes on after a restart and on any node, and
 * mails nobody twice. Safe for any thread; blocks.
 */
public final class NoticeMail {

    static final String RESOURCE = "incident_notice";

    private static final int LONGEST = 20_000;

    /** Where a person's account is written to. */
    public interface Addresses {
        /** Empty where the account is gone, or mail cannot be sent to its address. Blocks. */
        Optional<MailAddress> of(TenantId tenant, UUID user);
    }

    private final AuditLog audit;
    private final IncidentChanges changes;
    private final Incidents incidents;
    private final Outbox outbox;
    private final NoticeRounds rounds;

    public NoticeMail(
            Tenancy tenancy,
            Keyring keyring,
            AuditLog audit,
            Incidents incidents,
            Assessor assessor,
            Outbox outbox,
            Addresses addresses,
            InstantSource clock) {
        this.audit = audit;
        this.changes = new IncidentChanges(tenancy, keyring, audit, clock);
        this.incidents = incidents;
        this.outbox = outbox;
        this.rounds = new NoticeRounds(changes, incidents, assessor, outbox, addresses, audit);
    }

    /**
     * Gives a notice by mail, and notes it.
     *
     * @param plaintextSubject of the mail
     * @param plaintextAddress the authority's; null where people are told
     * @throws dev.avow.words.FaultException as {@link Incidents#tell}; CONFLICT where the same was
     *     mailed before, INVALID_VALUE or MISSING_VALUE naming the field, OVERLOADED where too many
     *     mails wait
     */
    public Incident send(
            Actor actor,
            UUID id,
            Duty duty,
            String plaintextSubject,
            @Nullable String plaintextAddress,
            String plaintextText,
            @Nullable String plaintextDelayReason) {
        MailText text = text(plaintextSubject, plaintextText);
        MailAddress authority = duty == Duty.AUTHORITY ? address(plaintextAddress) : null;
        if (authority == null) {
            requirePeople(actor.tenant(), id, plaintextAddress);
        }
        Mailing mailing =
                authority == null
                        ? new Mailing(plaintextSubject, null, Mailing.State.UNDER_WAY, null, null)
                        : new Mailing(
                                plaintextSubject,
                                authority.plaintext(),
                                Mailing.State.DONE,
                                null,
                                null);
        Incident after =
                changes.notice(
                        actor,
                        id,
                        Step.TELL,
                        "incident_notice_mailed",
                        (before, now) ->
                                NoticeRules.mailed(
                                        before,
                                        actor,
                                        duty,
                                        plaintextText,
                                        plaintextDelayReason,
                                        mailing,
                                        now),
                        (handle, notice) -> {
                            if (authority != null) {
                                boolean _ =
                                        outbox.put(
                                                handle,
                                                actor.tenant(),
                                                draft(notice, null, authority, text));
                            }
                        });
        outbox.nudge();
        return after;
    }

    /** Whom it concerns must be known before they can be told. */
    private void requirePeople(TenantId tenant, UUID id, @Nullable String address) {
        if (address != null) {
            throw Fault.wrong(
                    "mail.address",
                    "mail.address is the authority's; people are written to at their accounts'");
        }
        Incident seen = incidents.find(tenant, id).orElseThrow(IncidentChanges::none);
        if (seen.report().scope().from() == null) {
            throw Fault.wrong(
                    "from", "from of the incident is missing; say when it began, to know whom");
        }
    }

    private static MailAddress address(@Nullable String text) {
        return MailAddress.parse(text == null ? "" : text.strip())
                .orElseThrow(() ->
                        Fault.wrong(
                                "mail.address",
                                "mail.address must be the authority's e-mail address"));
    }

    static MailText text(String subject, String body) {
        if (body.length() > LONGEST || body.indexOf('\0') >= 0) {
            throw Fault.wrong("text", "text has 20,000 characters at most, and no U+0000");
        }
        try {
            return new MailText(subject, body, List.of());
        } catch (IllegalArgumentException wrong) {
            throw Fault.wrong(
                    "mail.subject",
                    "mail.subject is one line of 1 to 200 characters, none of them a control"
                            + " character");
        }
    }

    /**
     * Puts on their way as many mails of notices that are under way as there is room for.
     *
     * @return how many
     */
    public int run(TenantId tenant, BooleanSupplier goOn) {
        return rounds.run(tenant, goOn);
    }

    /** A mail of a notice; null where it goes to no account. */
    static MailDraft draft(Notice notice, @Nullable UUID person, MailAddress to, MailText text) {
        return new MailDraft(
                RESOURCE + "/" + notice.id() + "/" + (person == null ? notice.duty().id() : person),
                MailKind.INCIDENT_NOTICE,
                notice.duty().id(),
                RESOURCE,
                notice.id(),
                person,
                to,
                text,
                null);
    }

    /**
     * What was mailed of a notice, newest first. It names whom the incident concerns, so that
     * somebody looked is in the audit log first.
     */
    public Page<MailStatus> mails(Actor actor, UUID incident, UUID notice, PageRequest wanted) {
        audit.append(actor, IncidentAudit.peopleViewed(incident));
        return outbox.page(actor.tenant(), RESOURCE, notice, wanted);
    }
}
