package dev.avow.requests;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What every step of a request has in common: the request is locked, the step must be possible, and
 * its audit entry is part of its transaction. Safe for any thread; blocks.
 */
final class RequestSteps {

    private static final String TABLE = "privacy_requests";

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final AuditLog audit;
    private final InstantSource clock;

    RequestSteps(Tenancy tenancy, Keyring keyring, AuditLog audit, InstantSource clock) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a step, and enters it in the audit log. */
    SeenRequest take(
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

    /**
     * The request, which nobody else changes until the transaction is over.
     *
     * @throws dev.avow.words.FaultException CONFLICT where the step is not possible, NOT_FOUND
     */
    PrivacyRequest locked(Handle handle, UUID id, Step step) {
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

    /** Enters what became of it in the audit log. */
    PrivacyRequestRows.Sealed audited(
            Handle handle, Actor actor, String action, PrivacyRequest before) {
        PrivacyRequestRows.Sealed after = row(handle, before.id());
        audit.append(handle, actor, RequestAudit.entry(action, before, after.request()));
        return after;
    }

    static PrivacyRequestRows.Sealed row(Handle handle, UUID id) {
        return PrivacyRequestRows.find(handle, id).orElseThrow();
    }

    SeenRequest open(TenantId tenant, PrivacyRequestRows.Sealed row) {
        return SeenRequest.of(row, texts(tenant, row.request().id()), now());
    }

    byte[] statusHash(TenantId tenant, UUID id, String plaintextToken) {
        return VerificationCodes.statusHash(keyring.of(tenant), id, plaintextToken);
    }

    SealedTexts texts(TenantId tenant, UUID id) {
        return new SealedTexts(keyring, tenant, TABLE, id);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
