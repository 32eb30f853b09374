package dev.avow.accounts;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with e-mail and password, and out. A session is a random token in a cookie; kept is
 * its SHA-256, until it expires. Safe for any thread; blocks.
 */
public final class Sessions {

    private static final String FIND_ACCOUNT =
            """
            SELECT a.tenant_id, a.user_id, a.password_hash
            FROM unnest(:indexes) WITH ORDINALITY AS i (index, nth), gate_account(i.index) AS a
            ORDER BY i.nth LIMIT 1
            """;

    private static final String INSERT =
            """
            INSERT INTO sessions (tenant_id, token_hash, user_id, created_at, expires_at)
            VALUES (:tenant, :hash, :user, :now, :expires)
            """;

    private static final String DELETE_EXPIRED =
            """
            DELETE FROM sessions WHERE expires_at <= :now AND NOT is_held(user_id, created_at)
            """;

    private static final String FIND_SESSION = "SELECT tenant_id, user_id FROM gate_session(:hash)";

    private static final String DELETE = "DELETE FROM sessions WHERE token_hash = :hash";

    private final Tenancy tenancy;
    private final TenantWork work;
    private final UserRows rows;
    private final Users users;
    private final Passwords passwords;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Duration life;
    private final Attempts attempts;

    /**
     * Sessions.
     *
     * @param life how long a sign-in lasts
     */
    public Sessions(
            Tenancy tenancy,
            MasterKey master,
            Keyring keyring,
            Users users,
            Passwords passwords,
            AuditLog audit,
            InstantSource clock,
            Duration life) {
        this.tenancy = tenancy;
        this.work = new TenantWork(tenancy, keyring);
        this.rows = new UserRows(master, keyring.subjects());
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.life = life;
        this.attempts = new Attempts(clock);
    }

    /**
     * A person who has just signed in.
     *
     * @param plaintextToken the cookie's value
     * @param life how long it is good for
     */
    public record SignedIn(User user, String plaintextToken, Duration life) {
        @Override
        public String toString() {
            return "SignedIn " + user.id();
        }
    }

    private record Account(TenantId tenant, UUID user, @Nullable String passwordHash) {}

    /**
     * Signs in.
     *
     * @param from where the request comes from; kept in the audit log
     * @throws dev.avow.words.FaultException {@code wrong_credentials}, the same and as slowly for
     *     an unknown address as for a wrong password; {@code too_many_attempts}
     */
    public SignedIn signIn(String email, String plaintextPassword, Origin from) {
        EmailAddress address = EmailAddress.of(email);
        AddressIndexes indexes = rows.indexes(address);
        Digest account = Digest.of(indexes.newest());
        attempts.begin(account, from.ipAddress());
        Optional<Account> found = tenancy.atTheGate(handle -> find(handle, indexes));
        boolean right =
                passwords.matches(plaintextPassword, found.map(Account::passwordHash).orElse(null));
        if (!right || found.isEmpty()) {
            refuse(found, from);
            throw Fault.of(FaultCode.WRONG_CREDENTIALS, "the e-mail or the password is wrong")
                    .asException();
        }
        attempts.succeeded(account, from.ipAddress());
        TenantId tenant = found.get().tenant();
        UUID userId = found.get().user();
        return work.within(tenant, (handle, keys) -> open(handle, keys, tenant, userId, from));
    }

    /** Opens a session in the transaction. */
    SignedIn open(Handle handle, TenantKeys keys, TenantId tenant, UUID userId, Origin from) {
        User user = rows.find(handle, keys, tenant, userId).orElseThrow(Sessions::gone);
        String token = Tokens.plaintextToken();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        handle.createUpdate(DELETE_EXPIRED).bind("now", now).execute();
        handle.createUpdate(INSERT)
                .bind("tenant", tenant.value())
                .bind("hash", Digest.of(token).bytes())
                .bind("user", userId)
                .bind("now", now)
                .bind("expires", now.plus(life))
                .execute();
        rows.signedIn(handle, userId, now);
        Actor actor = new Actor(tenant, userId, user.email(), from.ipAddress(), from.userAgent());
        audit.append(handle, actor, AuditEntry.viewed("signed_in", "session", userId.toString()));
        return new SignedIn(user.signedInAt(now), token, life);
    }

    /** Signs out; does nothing where the token is nobody's. */
    public void signOut(String plaintextToken, Origin from) {
        if (!Tokens.hasTheShapeOfAToken(plaintextToken)) {
            return;
        }
        byte[] hash = Digest.of(plaintextToken).bytes();
        tenancy.atTheGate(handle ->
                        handle.createQuery(FIND_SESSION)
                                .bind("hash", hash)
                                .map((row, _) ->
                                        new Account(
                                                new TenantId(
                                                        row.getObject("tenant_id", UUID.class)),
                                                row.getObject("user_id", UUID.class),
                                                null))
                                .findOne())
                .ifPresent(session -> close(session, hash, from));
    }

    private void close(Account session, byte[] hash, Origin from) {
        String email = users.find(session.tenant(), session.user()).map(User::email).orElse(null);
        Actor actor =
                new Actor(
                        session.tenant(),
                        session.user(),
                        email,
                        from.ipAddress(),
                        from.userAgent());
        work.within(
                session.tenant(),
                (handle, _) -> {
                    handle.createUpdate(DELETE).bind("hash", hash).execute();
                    audit.append(
                            handle,
                            actor,
                            AuditEntry.viewed("signed_out", "session", session.user().toString()));
                    return session;
                });
    }

    private static Optional<Account> find(Handle handle, AddressIndexes indexes) {
        return indexes.bound(handle, handle.createQuery(FIND_ACCOUNT))
                .map((row, _) ->
                        new Account(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("user_id", UUID.class),
                                row.getString("password_hash")))
                .findOne();
    }

    /** What was typed is not kept: it may be a password in the wrong field. */
    private void refuse(Optional<Account> found, Origin from) {
        TenantId tenant = found.map(Account::tenant).orElse(TenantId.DEFAULT);
        audit.appendRefused(
                new Actor(tenant, null, null, from.ipAddress(), from.userAgent()),
                AuditEntry.viewed(
                        "sign_in_refused",
                        "session",
                        found.map(account -> account.user().toString()).orElse(null)));
    }

    private static RuntimeException gone() {
        return Fault.of(FaultCode.WRONG_CREDENTIALS, "the account is gone").asException();
    }
}
