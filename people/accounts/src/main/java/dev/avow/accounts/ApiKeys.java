package dev.avow.accounts;

import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, lists and revokes API keys. Safe for any thread; blocks. */
public final class ApiKeys {

    private static final int NAME_LIMIT = 100;
    private static final int PREFIX = 12;

    private final TenantWork work;
    private final Users users;
    private final AuditLog audit;
    private final StoredCallers callers;
    private final InstantSource clock;

    public ApiKeys(
            Tenancy tenancy,
            Keyring keyring,
            Users users,
            AuditLog audit,
            StoredCallers callers,
            InstantSource clock) {
        this.work = new TenantWork(tenancy, keyring);
        this.users = users;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** A key that was just made; the only time that its text is known. */
    public record Created(ApiKey apiKey, String plaintextKey) {
        @Override
        public String toString() {
            return "Created " + apiKey.id();
        }
    }

    /**
     * Makes a key.
     *
     * @param name 1 to 100 characters, for people to tell keys apart
     * @param scopes what it may do; at least one
     * @param userEmail as whom it acts, an account being made where there is none; null for itself
     * @throws dev.avow.words.FaultException {@code invalid_value} for a name, scopes or address
     *     that will not do; {@code conflict} where the address cannot be used
     */
    public Created create(Actor actor, String name, Set<Scope> scopes, @Nullable String userEmail) {
        String trimmed = checkedName(name);
        if (scopes.isEmpty()) {
            throw Fault.of(FaultCode.INVALID_VALUE, "a key needs at least one scope", "scopes")
                    .asException();
        }
        EmailAddress email = userEmail == null ? null : EmailAddress.of(userEmail);
        String text = Tokens.plaintextApiKey();
        return work.within(
                actor.tenant(),
                (handle, keys) -> {
                    UUID userId =
                            email == null
                                    ? null
                                    : users.findOrCreate(handle, keys, actor, email).id();
                    ApiKey key =
                            new ApiKey(
                                    Ids.next(),
                                    trimmed,
                                    text.substring(0, PREFIX),
                                    scopes,
                                    userId,
                                    now(),
                                    null,
                                    null);
                    ApiKeyRows.insert(handle, actor.tenant(), key, text, actor.id());
                    audit.append(
                            handle,
                            actor,
                            new AuditEntry(
                                    "api_key_created",
                                    "api_key",
                                    key.id().toString(),
                                    null,
                                    values(key)));
                    return new Created(key, text);
                });
    }

    /** A tenant's keys, newest first, revoked ones included. */
    public Page<ApiKey> page(TenantId tenant, PageRequest wanted) {
        return wanted.pageOf(
                work.tenancy().within(tenant, handle -> ApiKeyRows.page(handle, wanted)),
                key -> new Cursor(key.createdAt(), key.id()));
    }

    /**
     * Revokes a key: at once on this node, and on the others as soon as they hear of it. A key that
     * is revoked already stays as it is.
     *
     * @throws dev.avow.words.FaultException {@code not_found} where the tenant has no such key
     */
    public ApiKey revoke(Actor actor, UUID id) {
        Revocation revocation =
                work.within(
                        actor.tenant(),
                        (handle, _) -> {
                            ApiKey key =
                                    ApiKeyRows.lock(handle, id)
                                            .orElseThrow(() ->
                                                    Fault.of(
                                                                    FaultCode.NOT_FOUND,
                                                                    "there is no such key")
                                                            .asException());
                            if (key.revokedAt() != null) {
                                return new Revocation(key, null);
                            }
                            Instant now = now();
                            Digest digest = ApiKeyRows.revoke(handle, id, now);
                            audit.append(
                                    handle,
                                    actor,
                                    new AuditEntry(
                                            "api_key_revoked",
                                            "api_key",
                                            id.toString(),
                                            values(key),
                                            null));
                            return new Revocation(revokedAt(key, now), digest);
                        });
        // After the commit, so that nobody can look the key up again as it was.
        if (revocation.forget() != null) {
            callers.forget(revocation.forget());
        }
        return revocation.key();
    }

    private record Revocation(ApiKey key, @Nullable Digest forget) {}

    private static ApiKey revokedAt(ApiKey key, Instant now) {
        return new ApiKey(
                key.id(),
                key.name(),
                key.prefix(),
                key.scopes(),
                key.userId(),
                key.createdAt(),
                key.lastUsedAt(),
                now);
    }

    private static String checkedName(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty()
                || trimmed.length() > NAME_LIMIT
                || trimmed.chars().anyMatch(Character::isISOControl)) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "a name has 1 to " + NAME_LIMIT + " printable characters",
                            "name")
                    .asException();
        }
        return trimmed;
    }

    private static Map<String, Object> values(ApiKey key) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", key.name());
        values.put("prefix", key.prefix());
        values.put("scopes", key.scopes().stream().sorted().map(Scope::id).toList());
        if (key.userId() != null) {
            values.put("user_id", key.userId().toString());
        }
        return values;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
