package dev.avow.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.avow.admit.Caller;
import dev.avow.admit.Callers;
import dev.avow.admit.Identity;
import dev.avow.admit.KeyLimits;
import dev.avow.admit.Scope;
import dev.avow.tenancy.ChangeWatch;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tells who holds a credential, from memory where it can. Memory holds digests, never credentials.
 *
 * <p>A key that was found is remembered for half a minute, one that was not for a second: long
 * enough that a flood of one wrong key does not reach the database, short enough that a key made at
 * the command line works at once. A revocation on this node is felt at once, one on another when
 * its notice arrives ({@link ChangeWatch}), or after half a minute where the notice is lost.
 * Sessions are always looked up. Safe for any thread.
 */
public final class StoredCallers implements Callers, ChangeWatch.Listener {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(30);
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);
    private static final int REMEMBERED = 50_000;

    private static final String FIND_KEY = "SELECT * FROM gate_api_key(:hash)";

    private static final String FIND_SESSION =
            "SELECT * FROM gate_session(:hash) WHERE expires_at > :now";

    private static final Identity NO_KEY =
            new Identity.Unknown(
                    Fault.of(
                            FaultCode.INVALID_API_KEY,
                            "this is no API key of this installation; make one with avow key"
                                    + " create"));

    private static final Identity REVOKED_KEY =
            new Identity.Unknown(
                    Fault.of(FaultCode.API_KEY_REVOKED, "this API key is no longer good"));

    private static final Identity EXPIRED_KEY =
            new Identity.Unknown(
                    Fault.of(
                            FaultCode.API_KEY_EXPIRED,
                            "this API key has expired; ask an administrator for a longer time or"
                                    + " another key"));

    private static final Identity NO_SESSION =
            new Identity.Unknown(
                    Fault.of(FaultCode.NOT_SIGNED_IN, "the sign-in has ended; sign in again"));

    private static final Optional<Identity> RECALLED_NO_KEY = Optional.of(NO_KEY);

    private final Tenancy tenancy;
    private final InstantSource clock;
    private final KeyUse use;
    private final Cache<Digest, Optional<Identity>> known =
            Caffeine.newBuilder().expireAfterWrite(KNOWN_FOR).maximumSize(REMEMBERED).build();
    private final Cache<Digest, Optional<Identity>> unknown =
            Caffeine.newBuilder().expireAfterWrite(UNKNOWN_FOR).maximumSize(REMEMBERED).build();

    /** Grows with whatever is forgotten; see {@link #remember}. */
    private final AtomicLong forgotten = new AtomicLong();

    public StoredCallers(Tenancy tenancy, InstantSource clock) {
        this.tenancy = tenancy;
        this.clock = clock;
        this.use = new KeyUse(tenancy, clock);
    }

    @Override
    public Optional<Identity> recallApiKey(String plaintextKey) {
        return Tokens.hasTheShapeOfAnApiKey(plaintextKey)
                ? recall(Digest.of(plaintextKey))
                : RECALLED_NO_KEY;
    }

    private Optional<Identity> recall(Digest digest) {
        Optional<Identity> found = known.getIfPresent(digest);
        if (found == null) {
            found = unknown.getIfPresent(digest);
        }
        return found == null ? Optional.empty() : found.map(this::inTime);
    }

    /** A key runs out while it is remembered too. */
    private Identity inTime(Identity found) {
        return found instanceof Identity.Known(Caller caller)
                        && caller.limits().expiresAt() != null
                        && caller.limits().isExpired(clock.instant())
                ? EXPIRED_KEY
                : found;
    }

    @Override
    public Identity identifyApiKey(String plaintextKey) {
        if (!Tokens.hasTheShapeOfAnApiKey(plaintextKey)) {
            return NO_KEY;
        }
        Digest digest = Digest.of(plaintextKey);
        return recall(digest).orElseGet(() -> look(digest));
    }

    private Identity look(Digest digest) {
        long before = forgotten.get();
        Optional<Identity> found =
                tenancy.atTheGate(handle ->
                        handle.createQuery(FIND_KEY)
                                .bind("hash", digest.bytes())
                                .map((row, _) -> key(row))
                                .findOne());
        if (found.isEmpty()) {
            remember(unknown, digest, RECALLED_NO_KEY, before);
            return NO_KEY;
        }
        remember(known, digest, found, before);
        if (found.get() instanceof Identity.Known(Caller caller)) {
            use.note(caller);
        }
        return inTime(found.get());
    }

    /**
     * Remembers unless something was forgotten meanwhile: what was read before a revocation must
     * not be put in place after it.
     */
    private void remember(
            Cache<Digest, Optional<Identity>> cache,
            Digest digest,
            Optional<Identity> identity,
            long before) {
        cache.put(digest, identity);
        if (forgotten.get() != before) {
            cache.invalidate(digest);
        }
    }

    @Override
    public Identity identifySession(String plaintextToken) {
        if (!Tokens.hasTheShapeOfAToken(plaintextToken)) {
            return NO_SESSION;
        }
        return tenancy.atTheGate(handle ->
                        handle.createQuery(FIND_SESSION)
                                .bind("hash", Digest.of(plaintextToken).bytes())
                                .bind("now", clock.instant())
                                .map((row, _) -> session(row))
                                .findOne())
                .orElse(NO_SESSION);
    }

    /** Forgets one key. */
    void forget(Digest digest) {
        forgotten.incrementAndGet();
        known.invalidate(digest);
        unknown.invalidate(digest);
    }

    /** Forgets everything; whoever calls next is looked up anew. */
    public void forgetAll() {
        forgotten.incrementAndGet();
        known.invalidateAll();
        unknown.invalidateAll();
    }

    @Override
    public void changed(String table) {
        if (table.equals("api_keys") || table.equals("users")) {
            forgetAll();
        }
    }

    @Override
    public void everythingMayHaveChanged() {
        forgetAll();
    }

    private static Identity key(ResultSet row) throws SQLException {
        if (row.getBoolean("revoked")) {
            return REVOKED_KEY;
        }
        return caller(
                row,
                row.getObject("id", UUID.class),
                ApiKeyRows.scopes(row),
                ApiKeyRows.limits(row));
    }

    private static Identity session(ResultSet row) throws SQLException {
        return caller(row, null, Role.of(row.getString("role")).scopes(), KeyLimits.NONE);
    }

    private static Identity caller(
            ResultSet row, @Nullable UUID apiKeyId, Set<Scope> scopes, KeyLimits limits)
            throws SQLException {
        List<String> groups = Arrays.asList((String[]) row.getArray("groups").getArray());
        return new Identity.Known(
                new Caller(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        apiKeyId,
                        row.getObject("user_id", UUID.class),
                        scopes,
                        groups,
                        limits,
                        row.getBoolean("restricted")));
    }
}
