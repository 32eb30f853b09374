package dev.avow.accounts;

import dev.avow.prove.Actor;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The first account of an installation, an administrator of the default tenant: from the settings,
 * or by a link that is good once. Safe for any thread; blocks.
 */
public final class FirstAccount {

    private static final TenantId TENANT = TenantId.DEFAULT;

    /** Two who set up at the same time must not both be first. Any number. */
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(6125023412)";

    /** An account made for a key alone has no password, and nobody can sign in to it. */
    private static final String ANYBODY =
            "SELECT EXISTS (SELECT FROM users WHERE password_hash IS NOT NULL)";

    private static final String FORGET_LINKS =
            "DELETE FROM setup_links WHERE used_at IS NULL AND user_id IS NULL";

    private static final String KEEP_LINK =
            """
            INSERT INTO setup_links (tenant_id, token_hash, created_at)
            VALUES (:tenant, :hash, :now)
            """;

    private static final String USE_LINK =
            """
            UPDATE setup_links SET used_at = :now
            WHERE token_hash = :hash AND used_at IS NULL AND user_id IS NULL
            """;

    private static final String IS_A_LINK =
            """
            SELECT EXISTS (SELECT FROM setup_links
                WHERE token_hash = :hash AND used_at IS NULL AND user_id IS NULL)
            """;

    private final TenantWork work;
    private final Users users;
    private final Sessions sessions;
    private final Passwords passwords;
    private final InstantSource clock;

    public FirstAccount(
            Tenancy tenancy,
            Keyring keyring,
            Users users,
            Sessions sessions,
            Passwords passwords,
            InstantSource clock) {
        this.work = new TenantWork(tenancy, keyring);
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Whether nobody has an account yet that can be signed in to. */
    public boolean needed() {
        return work.tenancy().within(TENANT, FirstAccount::nobodyYet);
    }

    /**
     * Makes it from the settings where nobody has an account yet; else does nothing.
     *
     * @throws dev.avow.words.FaultException where the address or the password will not do
     */
    public void createFromSettings(String email, String plaintextPassword) {
        EmailAddress address = EmailAddress.of(email);
        Passwords.checkRules(plaintextPassword, address);
        if (!needed()) {
            return;
        }
        String hash = passwords.hash(plaintextPassword);
        work.within(
                TENANT,
                (handle, keys) -> {
                    handle.execute(ONE_AT_A_TIME);
                    if (nobodyYet(handle)) {
                        create(
                                handle,
                                keys,
                                Actor.operator(TENANT),
                                address,
                                new Names(null, null),
                                hash);
                    }
                    return address;
                });
    }

    /**
     * Makes a new set-up link, and those before it worthless. For every start.
     *
     * @return the token of {@code /setup?token=…}; empty where somebody has an account
     */
    public Optional<String> plaintextNewLinkToken() {
        String token = Tokens.plaintextToken();
        return work.tenancy()
                .within(
                        TENANT,
                        handle -> {
                            handle.execute(ONE_AT_A_TIME);
                            handle.execute(FORGET_LINKS);
                            if (!nobodyYet(handle)) {
                                return Optional.empty();
                            }
                            handle.createUpdate(KEEP_LINK)
                                    .bind("tenant", TENANT.value())
                                    .bind("hash", Digest.of(token).bytes())
                                    .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                                    .execute();
                            return Optional.of(token);
                        });
    }

    /**
     * Makes it by a link, and signs in.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where somebody has an account; {@code
     *     wrong_credentials} where the link is not good; {@code invalid_value}. Guesses are not
     *     counted: nobody guesses 256 random bits, and one who only tries must keep nobody out.
     */
    public Sessions.SignedIn createByLink(
            String plaintextToken,
            String email,
            String plaintextPassword,
            Names names,
            Origin from) {
        checkLink(plaintextToken);
        EmailAddress address = EmailAddress.of(email);
        Passwords.checkRules(plaintextPassword, address);
        // Costs a quarter of a second, so it is not done while a lock is held.
        String hash = passwords.hash(plaintextPassword);
        return work.within(
                TENANT,
                (handle, keys) -> {
                    handle.execute(ONE_AT_A_TIME);
                    if (!nobodyYet(handle)) {
                        throw alreadySetUp();
                    }
                    use(handle, plaintextToken);
                    Actor stranger =
                            new Actor(TENANT, null, null, from.ipAddress(), from.userAgent());
                    User user = create(handle, keys, stranger, address, names, hash);
                    return sessions.open(handle, keys, TENANT, user.id(), from);
                });
    }

    /** Before anything is done for whoever sent it, and without using it up. */
    private void checkLink(String plaintextToken) {
        byte[] hash = Digest.of(plaintextToken).bytes();
        boolean good =
                work.tenancy()
                        .within(
                                TENANT,
                                handle -> {
                                    if (!nobodyYet(handle)) {
                                        throw alreadySetUp();
                                    }
                                    return handle.createQuery(IS_A_LINK)
                                            .bind("hash", hash)
                                            .mapTo(Boolean.class)
                                            .one();
                                });
        if (!good) {
            throw noSuchLink();
        }
    }

    private User create(
            Handle handle,
            TenantKeys keys,
            Actor actor,
            EmailAddress email,
            Names names,
            String passwordHash) {
        return users.createAdministrator(handle, keys, actor, email, names, passwordHash);
    }

    private void use(Handle handle, String plaintextToken) {
        int used =
                handle.createUpdate(USE_LINK)
                        .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .bind("hash", Digest.of(plaintextToken).bytes())
                        .execute();
        if (used == 0) {
            throw noSuchLink();
        }
    }

    private static RuntimeException noSuchLink() {
        return Fault.of(
                        FaultCode.WRONG_CREDENTIALS,
                        "this set-up link is not good; use the one printed at the last start",
                        "token")
                .asException();
    }

    private static boolean nobodyYet(Handle handle) {
        return !handle.createQuery(ANYBODY).mapTo(Boolean.class).one();
    }

    private static RuntimeException alreadySetUp() {
        return Fault.of(FaultCode.CONFLICT, "this installation is set up; sign in").asException();
    }
}
