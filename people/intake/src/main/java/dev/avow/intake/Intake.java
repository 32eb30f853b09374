package dev.avow.intake;

import dev.avow.mail.MailAddress;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.requests.PrivacyRequest;
import dev.avow.requests.PrivacyRequests;
import dev.avow.requests.RequestDraft;
import dev.avow.requests.VerificationCodes;
import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.trust.Words;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests by a form that anybody may send (promise P6), of the tenant that an installation
 * begins with. A form is no request before its sender gave back the code that was mailed to the
 * address in it; then it is one, received when the form was sent, so that no clock starts later
 * than the law's. Nothing here looks up whether an address is somebody's.
 *
 * <p>Each change and its audit entry are one transaction; the entry holds no text and no address.
 * Safe for any thread and on several nodes; blocks.
 */
public final class Intake {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Duration DAY = Duration.ofDays(1);

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final IntakeSeal seal;
    private final AuditLog audit;
    private final PrivacyRequests requests;
    private final IntakeMail mail;
    private final IntakeRules rules;
    private final IntakeLimits limits;
    private final InstantSource clock;
    private final VerificationCodes codes = new VerificationCodes();

    public Intake(
            Tenancy tenancy,
            Keyring keyring,
            AuditLog audit,
            PrivacyRequests requests,
            IntakeMail mail,
            IntakeRules rules,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.seal = new IntakeSeal(keyring);
        this.audit = audit;
        this.requests = requests;
        this.mail = mail;
        this.rules = rules;
        this.limits = new IntakeLimits(rules.perNetwork(), rules.perHour());
        this.clock = clock;
    }

    /**
     * Takes a form.
     *
     * @param network whence it comes, shortened; null where that is not known
     * @throws dev.avow.words.FaultException INVALID_VALUE naming the field; RATE_LIMIT_EXCEEDED
     *     where too many came; OVERLOADED where too many mails wait
     */
    public Taken take(@Nullable String network, IntakeForm form) {
        MailAddress to = form.address();
        form.check();
        Instant now = now();
        if (!limits.takes(network, now)) {
            throw Fault.of(
                            FaultCode.RATE_LIMIT_EXCEEDED,
                            "too many requests came by this form; try again in an hour, or write"
                                    + " to the controller")
                    .asException();
        }
        UUID id = Ids.next();
        Actor actor = actor(network);
        if (form.needsNoCode()) {
            return tenancy.within(
                    TENANT, handle -> entered(handle, actor, id, form.draft(now), false));
        }
        Instant expires = now.plus(rules.life());
        byte[] mac = seal.mac(TENANT, to.plaintext());
        byte[] sealed =
                seal.seal(
                        TENANT,
                        id,
                        new IntakeSeal.Said(to.plaintext(), form.plaintextDetails()),
                        expires);
        tenancy.within(
                TENANT,
                handle -> {
                    IntakeRows.insert(handle, id, form, sealed, mac, now, expires);
                    boolean mailed = mailed(handle, id, to, mac, form.words(), now);
                    audit.append(
                            handle,
                            actor,
                            entry(
                                    "privacy_form_sent",
                                    id,
                                    Map.of(
                                            "kind",
                                            form.kind().id(),
                                            "law",
                                            form.law().id(),
                                            "code_mailed",
                                            mailed)));
                    return id;
                });
        mail.outbox().nudge();
        return new Taken.Waits(id);
    }

    /** What a program is told that filled in what people do not see: what everybody is told. */
    public Taken ignore() {
        return new Taken.Waits(Ids.next());
    }

    /**
     * Mails another code, where the form waits and its address gets any more today. Does not tell
     * which.
     *
     * @throws dev.avow.words.FaultException OVERLOADED where too many mails wait
     */
    public void again(@Nullable String network, UUID id, Words words) {
        Instant now = now();
        tenancy.within(
                TENANT,
                handle -> {
                    Optional<IntakeRows.Row> row = IntakeRows.lock(handle, id, now);
                    Optional<MailAddress> to =
                            row.flatMap(each -> seal.open(TENANT, id, each.sealed()))
                                    .flatMap(said -> MailAddress.parse(said.plaintextEmail()));
                    boolean mailed =
                            to.isPresent()
                                    && mailed(
                                            handle,
                                            id,
                                            to.get(),
                                            row.get().contactMac(),
                                            words,
                                            now);
                    if (mailed) {
                        audit.append(
                                handle,
                                actor(network),
                                entry("privacy_form_code_mailed", id, Map.of()));
                    }
                    return mailed;
                });
        mail.outbox().nudge();
    }

    /**
     * Makes a form a request by the code that was mailed.
     *
     * @return empty where the code is wrong or counts no more, or nothing waits under this id
     */
    public Optional<Taken.Entered> verify(@Nullable String network, UUID id, String plaintextCode) {
        byte[] given = VerificationCodes.codeHash(keyring.of(TENANT), id, plaintextCode);
        Instant now = now();
        Actor actor = actor(network);
        return tenancy.within(
                TENANT,
                handle -> {
                    Optional<IntakeRows.Row> found =
                            IntakeRows.lock(handle, id, now).filter(row -> counts(row, now));
                    if (found.isEmpty()) {
                        return Optional.empty();
                    }
                    IntakeRows.Row row = found.get();
                    byte[] right = row.codeHash();
                    Optional<RequestDraft> draft = draft(row);
                    if (right == null || draft.isEmpty() || !VerificationCodes.same(right, given)) {
                        IntakeRows.wrongCode(handle, id);
                        audit.append(
                                handle,
                                actor,
                                entry(
                                        "privacy_form_code_refused",
                                        id,
                                        Map.of("tries", row.codeTries() + 1)));
                        return Optional.empty();
                    }
                    IntakeRows.delete(handle, id);
                    return Optional.of(entered(handle, actor, id, draft.get(), true));
                });
    }

    private Optional<RequestDraft> draft(IntakeRows.Row row) {
        return seal.open(TENANT, row.id(), row.sealed())
                .map(said ->
                        new RequestDraft(
                                row.kind(),
                                row.law(),
                                said.plaintextEmail(),
                                null,
                                said.plaintextDetails(),
                                row.receivedAt()));
    }

    /** Where a request stands, for who has its token; empty for anybody else. */
    public Optional<PrivacyRequest> status(
            @Nullable String network, UUID id, String plaintextToken) {
        return requests.status(actor(network), id, plaintextToken);
    }

    private Taken.Entered entered(
            Handle handle, Actor actor, UUID id, RequestDraft draft, boolean verified) {
        String token = codes.plaintextToken();
        return new Taken.Entered(requests.enter(handle, actor, id, draft, verified, token), token);
    }

    /** Whether a code was put on its way: not, where the address had those of its day. */
    private boolean mailed(
            Handle handle, UUID id, MailAddress to, byte[] mac, Words words, Instant now) {
        if (IntakeRows.codes(handle, mac, now.minus(DAY)) >= rules.codesPerDay()) {
            return false;
        }
        String code = codes.plaintextCode();
        Instant expires = now.plus(VerificationCodes.LIFETIME);
        IntakeRows.mailed(
                handle, id, VerificationCodes.codeHash(keyring.of(TENANT), id, code), expires, now);
        mail.put(handle, TENANT, id, to, words, code, expires);
        return true;
    }

    private static boolean counts(IntakeRows.Row row, Instant now) {
        return row.codeTries() < VerificationCodes.TRIES
                && row.codeExpiresAt() != null
                && now.isBefore(row.codeExpiresAt());
    }

    private static AuditEntry entry(String action, UUID id, Map<String, Object> values) {
        return new AuditEntry(
                action, "privacy_form", id.toString(), null, values.isEmpty() ? null : values);
    }

    /** Nobody is known; where they are is kept as a network alone, whatever the region. */
    private static Actor actor(@Nullable String network) {
        return new Actor(TENANT, null, null, network, "avow privacy form");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
