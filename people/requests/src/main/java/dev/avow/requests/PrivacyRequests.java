package dev.avow.requests;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.GivenText;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests of people, users or not, and leads each from its receipt to its answer (promise
 * P6). Each change and its audit entry are one transaction; the entry holds states and times alone.
 * It does nothing to anybody's data: that an erasure is approved erases nothing.
 *
 * <p>Safe for any thread; blocks.
 */
public final class PrivacyRequests {

    private final Tenancy tenancy;
    private final AuditLog audit;
    private final RequestSteps steps;
    private final Verification verification;

    /** Codes are handed out, for whoever asks for them to send. */
    public PrivacyRequests(Tenancy tenancy, Keyring keyring, AuditLog audit, InstantSource clock) {
        this(tenancy, keyring, audit, clock, null);
    }

    /**
     * @param mail by which codes are sent to the contact alone; null: they are handed out
     */
    public PrivacyRequests(
            Tenancy tenancy,
            Keyring keyring,
            AuditLog audit,
            InstantSource clock,
            @Nullable CodeMail mail) {
        this.tenancy = tenancy;
        this.audit = audit;
        this.steps = new RequestSteps(tenancy, keyring, audit, clock);
        this.verification = new Verification(tenancy, keyring, steps, mail);
    }

    /**
     * Some of them, newest first.
     *
     * @param state null for all
     * @param overdue true for those that are late, false for those that are not, null for both
     */
    public Page<SeenRequest> page(
            TenantId tenant,
            @Nullable RequestState state,
            @Nullable Boolean overdue,
            PageRequest wanted) {
        List<PrivacyRequestRows.Sealed> rows =
                tenancy.within(
                        tenant,
                        handle ->
                                PrivacyRequestRows.page(
                                        handle,
                                        state,
                                        overdue,
                                        steps.now(),
                                        wanted.after(),
                                        wanted.rowsToRead()));
        return wanted.pageOf(rows, row -> row.request().cursor())
                .map(row -> steps.open(tenant, row));
    }

    public Optional<SeenRequest> find(TenantId tenant, UUID id) {
        return tenancy.within(tenant, handle -> PrivacyRequestRows.find(handle, id))
                .map(row -> steps.open(tenant, row));
    }

    /**
     * Enters a request; its clocks run from when it was received.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE naming the field
     */
    public SeenRequest receive(Actor actor, RequestDraft draft) {
        PrivacyRequest request = made(actor, Ids.next(), draft);
        return steps.open(
                actor.tenant(),
                tenancy.within(
                        actor.tenant(),
                        handle -> {
                            enter(handle, actor, request, draft);
                            return RequestSteps.row(handle, request.id());
                        }));
    }

    private PrivacyRequest made(Actor actor, UUID id, RequestDraft draft) {
        Instant now = steps.now();
        draft.check(now);
        Instant received =
                draft.receivedAt() == null
                        ? now
                        : draft.receivedAt().truncatedTo(ChronoUnit.MICROS);
        return new PrivacyRequest(
                id,
                draft.kind(),
                draft.law(),
                RequestState.RECEIVED,
                received,
                now,
                actor.id(),
                Clocks.acknowledgement(draft.law(), draft.kind(), received).orElse(null),
                null,
                Clocks.due(draft.law(), draft.kind(), received),
                null,
                null,
                0,
                null,
                null,
                null,
                null);
    }

    private void enter(Handle handle, Actor actor, PrivacyRequest request, RequestDraft draft) {
        SealedTexts texts = steps.texts(actor.tenant(), request.id());
        PrivacyRequestRows.insert(
                handle,
                request,
                texts.seal("contact_sealed", draft.plaintextContact()),
                texts.sealOrNull("subject_sealed", draft.plaintextSubject()),
                texts.seal("details_sealed", draft.plaintextDetails()));
        audit.append(handle, actor, RequestAudit.entry("privacy_request_received", null, request));
    }

    /**
     * Enters a request of the public form, in the transaction of its intake.
     *
     * @param id that the person knows it by
     * @param verified whether a code was given back that went to the contact
     * @param plaintextToken with which the person may {@link #status see} it; only a keyed hash of
     *     it is stored
     */
    public PrivacyRequest enter(
            Handle handle,
            Actor actor,
            UUID id,
            RequestDraft draft,
            boolean verified,
            String plaintextToken) {
        PrivacyRequest request = made(actor, id, draft);
        enter(handle, actor, request, draft);
        PrivacyRequestRows.update(handle, PrivacyRequestRows.LET_SEE, id)
                .bind("hash", steps.statusHash(actor.tenant(), id, plaintextToken))
                .execute();
        return verified ? verification.byForm(handle, actor, request) : request;
    }

    /**
     * Where a request of the public form stands; empty where it is none, or the token another's.
     */
    public Optional<PrivacyRequest> status(Actor actor, UUID id, String plaintextToken) {
        byte[] given = steps.statusHash(actor.tenant(), id, plaintextToken);
        return tenancy.within(
                actor.tenant(),
                handle ->
                        PrivacyRequestRows.statusHash(handle, id)
                                .filter(hash -> VerificationCodes.same(hash, given))
                                .map(_ -> {
                                    PrivacyRequest request = RequestSteps.row(handle, id).request();
                                    audit.append(
                                            handle,
                                            actor,
                                            RequestAudit.entry(
                                                    "privacy_request_status_viewed",
                                                    null,
                                                    request));
                                    return request;
                                }));
    }

    /** Notes that the person was told of the receipt. */
    public SeenRequest acknowledge(Actor actor, UUID id) {
        return steps.take(
                actor,
                id,
                Step.ACKNOWLEDGE,
                "privacy_request_acknowledged",
                (handle, _) -> set(handle, PrivacyRequestRows.ACKNOWLEDGE, id));
    }

    /**
     * Makes a code for the person's address, and mails it where mail is set up; one that was made
     * before no longer counts.
     *
     * @throws dev.avow.words.FaultException CONFLICT where no mail can be sent to the address
     */
    public VerificationCode sendCode(Actor actor, UUID id) {
        return verification.sendCode(actor, id);
    }

    /**
     * Verifies who asks by the code that was sent to their address.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE for a wrong code, which is counted;
     *     CONFLICT where no code counts any more
     */
    public SeenRequest verifyByCode(Actor actor, UUID id, String plaintextCode) {
        return verification.byCode(actor, id, plaintextCode);
    }

    /**
     * Notes that the tenant's own systems know who asks.
     *
     * @param plaintextToken what they gave as proof; only a keyed hash of it is stored
     */
    public SeenRequest verifyByToken(Actor actor, UUID id, String plaintextToken) {
        return verification.byToken(actor, id, plaintextToken);
    }

    /** Extends the limit, once, before it has passed; the person must be told of the reason. */
    public SeenRequest extend(Actor actor, UUID id, String plaintextReason) {
        byte[] reason = reason(actor, id, "extension_reason_sealed", plaintextReason);
        return steps.take(
                actor,
                id,
                Step.EXTEND,
                "privacy_request_extended",
                (handle, before) ->
                        PrivacyRequestRows.update(handle, PrivacyRequestRows.EXTEND, id)
                                .bind("now", PrivacyRequestRows.utc(steps.now()))
                                .bind(
                                        "due",
                                        PrivacyRequestRows.utc(
                                                Clocks.extended(
                                                                before.law(),
                                                                before.kind(),
                                                                before.receivedAt())
                                                        .orElseThrow()))
                                .bind("reason", reason)
                                .execute());
    }

    public SeenRequest approve(Actor actor, UUID id) {
        return steps.take(
                actor,
                id,
                Step.APPROVE,
                "privacy_request_approved",
                (handle, _) -> set(handle, PrivacyRequestRows.APPROVE, id));
    }

    public SeenRequest refuse(Actor actor, UUID id, String plaintextReason) {
        byte[] reason = reason(actor, id, "refusal_reason_sealed", plaintextReason);
        return steps.take(
                actor,
                id,
                Step.REFUSE,
                "privacy_request_refused",
                (handle, _) ->
                        PrivacyRequestRows.update(handle, PrivacyRequestRows.REFUSE, id)
                                .bind("now", PrivacyRequestRows.utc(steps.now()))
                                .bind("reason", reason)
                                .execute());
    }

    /**
     * Notes that the person has the answer. Of an erasure that was approved, all that is sealed
     * goes from the row, so the person must have been told before.
     */
    public SeenRequest complete(Actor actor, UUID id) {
        return steps.take(
                actor,
                id,
                Step.COMPLETE,
                "privacy_request_done",
                (handle, before) -> {
                    set(handle, PrivacyRequestRows.COMPLETE, id);
                    if (before.kind() == RequestKind.ERASURE
                            && before.state() == RequestState.APPROVED) {
                        PrivacyRequestRows.update(handle, PrivacyRequestRows.FORGET, id).execute();
                    }
                });
    }

    private void set(Handle handle, String sql, UUID id) {
        PrivacyRequestRows.update(handle, sql, id)
                .bind("now", PrivacyRequestRows.utc(steps.now()))
                .execute();
    }

    private byte[] reason(Actor actor, UUID id, String column, String plaintext) {
        GivenText.require("reason", plaintext, RequestDraft.LONGEST_TEXT);
        return steps.texts(actor.tenant(), id).seal(column, plaintext);
    }
}
