package dev.avow.requests;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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

    private static final String TABLE = "privacy_requests";
    private static final int LONGEST_TOKEN = 500;

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final AuditLog audit;
    private final InstantSource clock;
    private final @Nullable CodeMail mail;
    private final VerificationCodes codes = new VerificationCodes();

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
        this.keyring = keyring;
        this.audit = audit;
        this.clock = clock;
        this.mail = mail;
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
                                        now(),
                                        wanted.after(),
                                        wanted.rowsToRead()));
        return wanted.pageOf(rows, row -> row.request().cursor()).map(row -> open(tenant, row));
    }

    public Optional<SeenRequest> find(TenantId tenant, UUID id) {
        return tenancy.within(tenant, handle -> PrivacyRequestRows.find(handle, id))
                .map(row -> open(tenant, row));
    }

    /**
     * Enters a request; its clocks run from when it was received.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE naming the field
     */
    public SeenRequest receive(Actor actor, RequestDraft draft) {
        Instant now = now();
        draft.check(now);
        Instant received =
                draft.receivedAt() == null
                        ? now
                        : draft.receivedAt().truncatedTo(ChronoUnit.MICROS);
        PrivacyRequest request =
                new PrivacyRequest(
                        Ids.next(),
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
        SealedTexts texts = texts(actor.tenant(), request.id());
        return open(
                actor.tenant(),
                tenancy.within(
                        actor.tenant(),
                        handle -> {
                            PrivacyRequestRows.insert(
                                    handle,
                                    request,
                                    texts.seal("contact_sealed", draft.plaintextContact()),
                                    texts.sealOrNull("subject_sealed", draft.plaintextSubject()),
                                    texts.seal("details_sealed", draft.plaintextDetails()));
                            audit.append(
                                    handle,
                                    actor,
                                    RequestAudit.entry("privacy_request_received", null, request));
                            return row(handle, request.id());
                        }));
    }

    /** Notes that the person was told of the receipt. */
    public SeenRequest acknowledge(Actor actor, UUID id) {
        return step(
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
        String code = codes.plaintextCode();
        Instant expires = now().plus(VerificationCodes.LIFETIME);
        byte[] hash = VerificationCodes.codeHash(keys(actor), id, code);
        CodeMail by = mail;
        step(
                actor,
                id,
                Step.SEND_CODE,
                by == null ? "privacy_request_code_made" : "privacy_request_code_mailed",
                (handle, _) -> {
                    PrivacyRequestRows.update(handle, PrivacyRequestRows.SEND_CODE, id)
                            .bind("hash", hash)
                            .bind("expires", PrivacyRequestRows.utc(expires))
                            .execute();
                    if (by != null) {
                        String contact =
                                texts(actor.tenant(), id)
                                        .plaintextOrNull(
                                                "contact_sealed",
                                                row(handle, id).column("contact_sealed"));
                        by.put(handle, actor.tenant(), id, contact, code, expires);
                    }
                });
        if (by == null) {
            return new VerificationCode(code, expires);
        }
        by.outbox().nudge();
        return new VerificationCode(null, expires);
    }

    /**
     * Verifies who asks by the code that was sent to their address.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE for a wrong code, which is counted;
     *     CONFLICT where no code counts any more
     */
    public SeenRequest verifyByCode(Actor actor, UUID id, String plaintextCode) {
        byte[] given = VerificationCodes.codeHash(keys(actor), id, plaintextCode);
        // The count of a wrong code must be committed, so the fault is thrown after the
        // transaction.
        Optional<PrivacyRequestRows.Sealed> verified =
                tenancy.within(
                        actor.tenant(),
                        handle -> {
                            PrivacyRequest before = locked(handle, id, Step.VERIFY);
                            byte[] right =
                                    PrivacyRequestRows.codeHash(handle, id)
                                            .filter(_ -> counts(before))
                                            .orElseThrow(PrivacyRequests::noCode);
                            if (VerificationCodes.same(right, given)) {
                                verify(handle, id, "email_code", null);
                                return Optional.of(
                                        audited(handle, actor, "privacy_request_verified", before));
                            }
                            PrivacyRequestRows.update(handle, PrivacyRequestRows.WRONG_CODE, id)
                                    .execute();
                            audited(handle, actor, "privacy_request_code_refused", before);
                            return Optional.empty();
                        });
        return verified.map(row -> open(actor.tenant(), row))
                .orElseThrow(() ->
                        Fault.wrong(
                                "code", "this is not the code; 5 tries, then make another one"));
    }

    /**
     * Notes that the tenant's own systems know who asks.
     *
     * @param plaintextToken what they gave as proof; only a keyed hash of it is stored
     */
    public SeenRequest verifyByToken(Actor actor, UUID id, String plaintextToken) {
        GivenText.require("token", plaintextToken, LONGEST_TOKEN);
        byte[] hash = VerificationCodes.hash(keys(actor), "token", id, plaintextToken);
        return step(
                actor,
                id,
                Step.VERIFY,
                "privacy_request_verified",
                (handle, _) -> verify(handle, id, "tenant_token", hash));
    }

    /** Extends the limit, once, before it has passed; the person must be told of the reason. */
    public SeenRequest extend(Actor actor, UUID id, String plaintextReason) {
        byte[] reason = reason(actor, id, "extension_reason_sealed", plaintextReason);
        return step(
                actor,
                id,
                Step.EXTEND,
                "privacy_request_extended",
                (handle, before) ->
                        PrivacyRequestRows.update(handle, PrivacyRequestRows.EXTEND, id)
                                .bind("now", PrivacyRequestRows.utc(now()))
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
        return step(
                actor,
                id,
                Step.APPROVE,
                "privacy_request_approved",
                (handle, _) -> set(handle, PrivacyRequestRows.APPROVE, id));
    }

    public SeenRequest refuse(Actor actor, UUID id, String plaintextReason) {
        byte[] reason = reason(actor, id, "refusal_reason_sealed", plaintextReason);
        return step(
                actor,
                id,
                Step.REFUSE,
                "privacy_request_refused",
                (handle, _) ->
                        PrivacyRequestRows.update(handle, PrivacyRequestRows.REFUSE, id)
                                .bind("now", PrivacyRequestRows.utc(now()))
                                .bind("reason", reason)
                                .execute());
    }

    /**
     * Notes that the person has the answer. Of an erasure that was approved, all that is sealed
     * goes from the row, so the person must have been told before.
     */
    public SeenRequest complete(Actor actor, UUID id) {
        return step(
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

    private SeenRequest step(
            Actor actor,
            UUID id,
            Step step,
            String action,
            BiConsumer<Handle, PrivacyRequest> change) {
        return open(
                actor.tenant(),
                tenancy.within(
                        actor.tenant(),
                        handle -> {
                            PrivacyRequest before = locked(handle, id, step);
                            change.accept(handle, before);
                            return audited(handle, actor, action, before);
                        }));
    }

    private PrivacyRequest locked(Handle handle, UUID id, Step step) {
        PrivacyRequest request =
                PrivacyRequestRows.lock(handle, id)
                        .orElseThrow(() ->
                                Fault.of(FaultCode.NOT_FOUND, "there is no such request")
                                        .asException())
                        .request();
        Set<Step> possible = Step.possible(request, now());
        if (!possible.contains(step)) {
            throw Fault.of(
                            FaultCode.CONFLICT,
                            "this request is "
                                    + request.state().id()
                                    + "; what is possible now: "
                                    + (possible.isEmpty()
                                            ? "nothing"
                                            : possible.stream()
                                                    .map(Step::id)
                                                    .collect(Collectors.joining(", "))))
                    .asException();
        }
        return request;
    }

    private PrivacyRequestRows.Sealed audited(
            Handle handle, Actor actor, String action, PrivacyRequest before) {
        PrivacyRequestRows.Sealed after = row(handle, before.id());
        audit.append(handle, actor, RequestAudit.entry(action, before, after.request()));
        return after;
    }

    private static PrivacyRequestRows.Sealed row(Handle handle, UUID id) {
        return PrivacyRequestRows.find(handle, id).orElseThrow();
    }

    private void set(Handle handle, String sql, UUID id) {
        PrivacyRequestRows.update(handle, sql, id)
                .bind("now", PrivacyRequestRows.utc(now()))
                .execute();
    }

    private void verify(Handle handle, UUID id, String by, byte @Nullable [] hash) {
        PrivacyRequestRows.update(handle, PrivacyRequestRows.VERIFY, id)
                .bind("now", PrivacyRequestRows.utc(now()))
                .bind("by", by)
                .bind("hash", hash)
                .execute();
    }

    private boolean counts(PrivacyRequest request) {
        return request.codeTries() < VerificationCodes.TRIES
                && request.codeExpiresAt() != null
                && now().isBefore(request.codeExpiresAt());
    }

    private byte[] reason(Actor actor, UUID id, String column, String plaintext) {
        GivenText.require("reason", plaintext, RequestDraft.LONGEST_TEXT);
        return texts(actor.tenant(), id).seal(column, plaintext);
    }

    private SeenRequest open(TenantId tenant, PrivacyRequestRows.Sealed row) {
        return SeenRequest.of(row, texts(tenant, row.request().id()), now());
    }

    private static RuntimeException noCode() {
        return Fault.of(
                        FaultCode.CONFLICT,
                        "no code counts any more: none was made, it is over 24 hours old, or it was"
                                + " tried 5 times; what is possible now: send_code, verify with a"
                                + " token, refuse")
                .asException();
    }

    private SealedTexts texts(TenantId tenant, UUID id) {
        return new SealedTexts(keyring, tenant, TABLE, id);
    }

    private TenantKeys keys(Actor actor) {
        return keyring.of(actor.tenant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
