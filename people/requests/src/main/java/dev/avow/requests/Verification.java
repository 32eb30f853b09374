package dev.avow.requests;

import dev.avow.prove.Actor;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.GivenText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: by a code that went to their address, or by a proof of the tenant's own systems, as
 * {@link PrivacyRequests} says. Safe for any thread; blocks.
 */
final class Verification {

    private static final int LONGEST_TOKEN = 500;

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final RequestSteps steps;
    private final @Nullable CodeMail mail;
    private final VerificationCodes codes = new VerificationCodes();

    /**
     * @param mail by which codes are sent to the contact alone; null: they are handed out
     */
    Verification(Tenancy tenancy, Keyring keyring, RequestSteps steps, @Nullable CodeMail mail) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.steps = steps;
        this.mail = mail;
    }

    VerificationCode sendCode(Actor actor, UUID id) {
        String code = codes.plaintextCode();
        Instant expires = steps.now().plus(VerificationCodes.LIFETIME);
        byte[] hash = VerificationCodes.codeHash(keys(actor), id, code);
        CodeMail by = mail;
        steps.take(
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
                                steps.texts(actor.tenant(), id)
                                        .plaintextOrNull(
                                                "contact_sealed",
                                                RequestSteps.row(handle, id)
                                                        .column("contact_sealed"));
                        by.put(handle, actor.tenant(), id, contact, code, expires);
                    }
                });
        if (by == null) {
            return new VerificationCode(code, expires);
        }
        by.outbox().nudge();
        return new VerificationCode(null, expires);
    }

    SeenRequest byCode(Actor actor, UUID id, String plaintextCode) {
        byte[] given = VerificationCodes.codeHash(keys(actor), id, plaintextCode);
        // The count of a wrong code must be committed, so the fault is thrown after the
        // transaction.
        Optional<PrivacyRequestRows.Sealed> verified =
                tenancy.within(
                        actor.tenant(),
                        handle -> {
                            PrivacyRequest before = steps.locked(handle, id, Step.VERIFY);
                            byte[] right =
                                    PrivacyRequestRows.codeHash(handle, id)
                                            .filter(_ -> counts(before))
                                            .orElseThrow(Verification::noCode);
                            if (VerificationCodes.same(right, given)) {
                                verify(handle, id, "email_code", null);
                                return Optional.of(
                                        steps.audited(
                                                handle, actor, "privacy_request_verified", before));
                            }
                            PrivacyRequestRows.update(handle, PrivacyRequestRows.WRONG_CODE, id)
                                    .execute();
                            steps.audited(handle, actor, "privacy_request_code_refused", before);
                            return Optional.empty();
                        });
        return verified.map(row -> steps.open(actor.tenant(), row))
                .orElseThrow(() ->
                        Fault.wrong(
                                "code", "this is not the code; 5 tries, then make another one"));
    }

    SeenRequest byToken(Actor actor, UUID id, String plaintextToken) {
        GivenText.require("token", plaintextToken, LONGEST_TOKEN);
        byte[] hash = VerificationCodes.hash(keys(actor), "token", id, plaintextToken);
        return steps.take(
                actor,
                id,
                Step.VERIFY,
                "privacy_request_verified",
                (handle, _) -> verify(handle, id, "tenant_token", hash));
    }

    /** The form has checked the code before there was a request. */
    PrivacyRequest byForm(Handle handle, Actor actor, PrivacyRequest before) {
        verify(handle, before.id(), "email_code", null);
        return steps.audited(handle, actor, "privacy_request_verified", before).request();
    }

    private void verify(Handle handle, UUID id, String by, byte @Nullable [] hash) {
        PrivacyRequestRows.update(handle, PrivacyRequestRows.VERIFY, id)
                .bind("now", PrivacyRequestRows.utc(steps.now()))
                .bind("by", by)
                .bind("hash", hash)
                .execute();
    }

    private boolean counts(PrivacyRequest request) {
        return request.codeTries() < VerificationCodes.TRIES
                && request.codeExpiresAt() != null
                && steps.now().isBefore(request.codeExpiresAt());
    }

    private static RuntimeException noCode() {
        return Fault.of(
                        FaultCode.CONFLICT,
                        "no code counts any more: none was made, it is over 24 hours old, or it was"
                                + " tried 5 times; what is possible now: send_code, verify with a"
                                + " token, refuse")
                .asException();
    }

    private TenantKeys keys(Actor actor) {
        return keyring.of(actor.tenant());
    }
}
