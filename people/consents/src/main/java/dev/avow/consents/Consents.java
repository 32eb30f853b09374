package dev.avow.consents;

import dev.avow.accounts.Users;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The register of consents (GDPR Art. 7(1); promise P5): who consented to which purpose by which
 * text, when and how, who recorded it, and when it was taken back. Entries are added and never
 * changed; they go with the person. Each is audited in the same transaction. Safe for any thread;
 * blocks.
 *
 * <p>One purpose has an effect of its own: from when the withdrawal of {@link #MODEL_PROCESSING} is
 * recorded, no model is asked for the person, until they consent to it again.
 */
public final class Consents {

    /** That models are asked with what the person writes. */
    public static final String MODEL_PROCESSING = "model_processing";

    /** Entries of one person, at most; withdrawing is always possible. */
    static final int MOST = 1_000;

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final ConsentRows rows;
    private final Users users;
    private final AuditLog audit;
    private final InstantSource clock;

    public Consents(
            Tenancy tenancy, Keyring keyring, Users users, AuditLog audit, InstantSource clock) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.rows = new ConsentRows(keyring.subjects());
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** A person's entries, the newest first. */
    public Page<Consent> page(TenantId tenant, UUID person, PageRequest wanted) {
        return wanted.pageOf(
                tenancy.within(tenant, handle -> rows.page(handle, tenant, person, wanted)),
                each -> new Cursor(each.recordedAt(), each.id()));
    }

    /**
     * Records a consent, or that it is taken back.
     *
     * @throws dev.avow.words.FaultException {@code not_found} where the tenant has no such account;
     *     {@code conflict} where there is no consent to take back, or there are too many entries;
     *     {@code invalid_value} where it is of the future
     */
    public Consent record(Actor actor, UUID person, ConsentDraft draft) {
        TenantKeys _ = keyring.of(actor.tenant()); // before a connection is held
        return tenancy.within(actor.tenant(), handle -> record(handle, actor, person, draft));
    }

    private Consent record(Handle handle, Actor actor, UUID person, ConsentDraft draft) {
        if (!rows.lockPerson(handle, person)) {
            throw Fault.of(FaultCode.NOT_FOUND, "there is no such account").asException();
        }
        Optional<ConsentRows.Last> last = rows.last(handle, person, draft.purpose());
        boolean inForce = last.map(ConsentRows.Last::given).orElse(false);
        if (!draft.given() && !inForce) {
            throw conflict(
                    "no consent to this purpose is in force; to object to processing, see PUT"
                            + " /api/v1/users/me/restriction");
        }
        if (draft.given() && rows.count(handle, person) >= MOST) {
            throw conflict("this person has " + MOST + " entries, which is the most there can be");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant happened = draft.happenedAt() == null ? now : draft.happenedAt();
        if (happened.isAfter(now)) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "happened_at must not be in the future",
                            "happened_at")
                    .asException();
        }
        Consent consent =
                new Consent(
                        Ids.next(),
                        person,
                        draft.purpose(),
                        draft.given(),
                        draft.given(),
                        draft.textVersion(),
                        draft.textSha256(),
                        draft.method().id(),
                        draft.plaintextNote(),
                        happened.truncatedTo(ChronoUnit.MICROS),
                        actor.id(),
                        rows.after(handle, person, now));
        rows.insert(handle, actor.tenant(), consent, draft.textHash().orElse(null));
        if (draft.purpose().equals(MODEL_PROCESSING)) {
            users.modelConsentWithdrawn(handle, person, draft.given() ? null : now);
        }
        audit.append(
                handle,
                actor,
                new AuditEntry(
                        draft.given() ? "consent_given" : "consent_withdrawn",
                        "user",
                        person.toString(),
                        Map.of("purpose", draft.purpose(), "in_force", inForce),
                        values(consent)));
        return consent;
    }

    /** The note is not among them: it is free text. */
    private static Map<String, Object> values(Consent consent) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("purpose", consent.purpose());
        values.put("in_force", consent.inForce());
        put(values, "text_version", consent.textVersion());
        put(values, "text_sha256", consent.textSha256());
        values.put("method", consent.method());
        values.put("happened_at", consent.happenedAt().toString());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static RuntimeException conflict(String message) {
        return Fault.of(FaultCode.CONFLICT, message).asException();
    }
}
