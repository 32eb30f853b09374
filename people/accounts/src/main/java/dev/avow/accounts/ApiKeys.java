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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes, lists, changes and revokes API keys. Safe for any thread; blocks. */
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

    /** Makes a key without further rules; see the other. */
    public Created create(Actor actor, String name, Set<Scope> scopes, @Nullable String userEmail) {
        return create(actor, name, scopes, userEmail, KeyRules.NONE);
    }

    /**
     * Makes a key.
     *
     * @param name 1 to 100 characters, for people to tell keys apart
     * @param scopes what it may do; at least one
     * @param userEmail as whom it acts, an account being made where there is none; null for itself
     * @param rules what it may do beyond its scopes
     * @throws dev.avow.words.FaultException {@code invalid_value} for a name, scopes or address
     *     that will not do, or a time that is past; {@code conflict} where the address cannot be
     *     used
     */
    public Created create(
            Actor actor,
            String name,
            Set<Scope> scopes,
            @Nullable String userEmail,
            KeyRules rules) {
        String trimmed = checkedName(name);
        if (scopes.isEmpty()) {
            throw Fault.of(FaultCode.INVALID_VALUE, "a key needs at least one scope", "scopes")
                    .asException();
        }
        checkTime(rules);
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
                                    null,
                                    rules);
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
     * Changes a key's name and rules: at once on this node, and on the others as soon as they hear
     * of it.
     *
     * @param name gives the new name, told the key as it is
     * @param rules likewise
     * @throws dev.avow.words.FaultException {@code not_found} where the tenant has no such key,
     *     {@code conflict} where it is revoked, {@code invalid_value} for what will not do
     */
    public ApiKey change(
            Actor actor, UUID id, Function<ApiKey, String> name, Function<ApiKey, KeyRules> rules) {
        Changed changed =
                work.within(
                        actor.tenant(),
                        (handle, _) -> {
                            ApiKey before = lock(handle, id);
                            if (before.revokedAt() != null) {
                                throw Fault.of(
                                                FaultCode.CONFLICT,
                                                "this key is revoked; make another")
                                        .asException();
                            }
                            KeyRules wanted = rules.apply(before);
                            if (!Objects.equals(wanted.expiresAt(), before.rules().expiresAt())) {
                                checkTime(wanted);
                            }
                            ApiKey after =
                                    with(before, checkedName(name.apply(before)), null, wanted);
                            Digest digest = ApiKeyRows.change(handle, after);
                            audit.append(
                                    handle,
                                    actor,
                                    new AuditEntry(
                                            "api_key_changed",
                                            "api_key",
                                            id.toString(),
                                            values(before),
                                            values(after)));
                            return new Changed(after, digest);
                        });
        return forgotten(changed);
    }

    /** The key of that id; empty where the tenant has none. */
    public Optional<ApiKey> find(TenantId tenant, UUID id) {
        return work.tenancy().within(tenant, handle -> ApiKeyRows.lock(handle, id));
    }

    private static ApiKey lock(Handle handle, UUID id) {
        return ApiKeyRows.lock(handle, id)
                .orElseThrow(
                        () -> Fault.of(FaultCode.NOT_FOUND, "there is no such key").asException());
    }

    /** After the commit, so that nobody can look the key up again as it was. */
    private ApiKey forgotten(Changed changed) {
        if (changed.forget() != null) {
            callers.forget(changed.forget());
        }
        return changed.key();
    }

    private void checkTime(KeyRules rules) {
        if (rules.expiresAt() != null && !rules.expiresAt().isAfter(clock.instant())) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "expires_at is past; give a time to come, or revoke the key",
                            "expires_at")
                    .asException();
        }
    }

    /**
     * Revokes a key: at once on this node, and on the others as soon as they hear of it. A key that
     * is revoked already stays as it is.
     *
     * @throws dev.avow.words.FaultException {@code not_found} where the tenant has no such key
     */
    public ApiKey revoke(Actor actor, UUID id) {
        Changed revocation =
                work.within(
                        actor.tenant(),
                        (handle, _) -> {
                            ApiKey key = lock(handle, id);
                            if (key.revokedAt() != null) {
                                return new Changed(key, null);
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
                            return new Changed(with(key, key.name(), now, key.rules()), digest);
                        });
        return forgotten(revocation);
    }

    private record Changed(ApiKey key, @Nullable Digest forget) {}

    private static ApiKey with(
            ApiKey key, String name, @Nullable Instant revokedAt, KeyRules rules) {
        return new ApiKey(
                key.id(),
                name,
                key.prefix(),
                key.scopes(),
                key.userId(),
                key.createdAt(),
                key.lastUsedAt(),
                revokedAt,
                rules);
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
        values.putAll(key.rules().values());
        return values;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
