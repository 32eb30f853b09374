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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who else may sign in (promises I3, T2): an administrator invites an address, and whoever holds
 * the link that comes of it chooses a password. An account that was made for a key alone becomes
 * one that can be signed in to. Safe for any thread; blocks.
 */
public final class Invitations {

    private static final String KEEP_LINK =
            """
            INSERT INTO setup_links (tenant_id, token_hash, created_at, user_id, expires_at)
            VALUES (:tenant, :hash, :now, :user, :expires)
            """;

    private static final String FORGET_LINK = "DELETE FROM setup_links WHERE user_id = :user";

    private static final String FIND_LINK = "SELECT tenant_id, user_id FROM gate_invitation(:hash)";

    private static final String USE_LINK =
            "DELETE FROM setup_links WHERE token_hash = :hash AND user_id = :user AND expires_at >"
                    + " :now";

    private final Tenancy tenancy;
    private final TenantWork work;
    private final UserRows rows;
    private final Users users;
    private final Sessions sessions;
    private final Passwords passwords;
    private final StoredCallers callers;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Duration life;
    private final Optional<InvitationMail> mail;

    /**
     * Invitations.
     *
     * @param life how long one counts
     * @param mail what mails links; empty where no mail server is set
     */
    public Invitations(
            Tenancy tenancy,
            MasterKey master,
            Keyring keyring,
            Users users,
            Sessions sessions,
            Passwords passwords,
            StoredCallers callers,
            AuditLog audit,
            InstantSource clock,
            Duration life,
            Optional<InvitationMail> mail) {
        this.tenancy = tenancy;
        this.work = new TenantWork(tenancy, keyring);
        this.rows = new UserRows(master, keyring.subjects());
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
        this.life = life;
        this.mail = mail;
    }

    /**
     * Somebody who was invited.
     *
     * @param plaintextLink {@code /invitation#…}, shown once; null where it was mailed, so that
     *     nobody else sees it
     * @param expiresAt from when it does not count any more
     */
    public record Invited(User user, @Nullable String plaintextLink, Instant expiresAt) {
        @Override
        public String toString() {
            return "Invited " + user.id();
        }
    }

    private record Invitee(TenantId tenant, UUID user) {}

    /**
     * Invites an address, and makes its account where there is none. An invitation that it had
     * before counts no more.
     *
     * @param wanted whether the link is mailed; null: where a mail server is set
     * @throws dev.avow.words.FaultException {@code invalid_value}; {@code conflict} where the
     *     account is closed or can be signed in to already, where the address cannot be used, and
     *     where mail is wanted and no server set
     */
    public Invited invite(
            Actor actor, String plaintextEmail, Role role, Names names, @Nullable Boolean wanted) {
        EmailAddress email = EmailAddress.of(plaintextEmail);
        Optional<InvitationMail> by = courier(wanted);
        Invited invited =
                work.within(
                        actor.tenant(),
                        (handle, keys) -> {
                            Optional<User> known =
                                    rows.findByEmail(handle, keys, actor.tenant(), email);
                            User user =
                                    known.isPresent()
                                            ? known.get()
                                            : users.create(
                                                    handle, keys, actor, email, names, role, null);
                            return invite(handle, actor, user, role, by, "email");
                        });
        by.ifPresent(each -> each.outbox().nudge());
        return invited;
    }

    /**
     * Invites whoever has an account already, in the role that it has.
     *
     * @param wanted as above
     * @throws dev.avow.words.FaultException {@code not_found}; {@code conflict} as above
     */
    public Invited invite(Actor actor, UUID id, @Nullable Boolean wanted) {
        Optional<InvitationMail> by = courier(wanted);
        Invited invited =
                work.within(
                        actor.tenant(),
                        (handle, keys) -> {
                            User user = locked(handle, keys, actor.tenant(), id);
                            return invite(handle, actor, user, user.role(), by, null);
                        });
        by.ifPresent(each -> each.outbox().nudge());
        return invited;
    }

    private Optional<InvitationMail> courier(@Nullable Boolean wanted) {
        if (Boolean.TRUE.equals(wanted) && mail.isEmpty()) {
            throw conflict("no mail server is set; set AVOW_MAIL_URL, or leave this out", "mail");
        }
        return Boolean.FALSE.equals(wanted) ? Optional.empty() : mail;
    }

    private Invited invite(
            Handle handle,
            Actor actor,
            User user,
            Role role,
            Optional<InvitationMail> by,
            @Nullable String field) {
        if (!user.active()) {
            throw conflict("this account is closed", field);
        }
        if (user.canSignIn()) {
            throw conflict("this person can sign in already", field);
        }
        if (user.role() != role) {
            rows.role(handle, user.id(), role);
            handle.afterCommit(callers::forgetAll);
        }
        String token = Tokens.plaintextToken();
        Instant now = now();
        Instant expires = now.plus(life);
        boolean _ = forget(handle, user.id());
        handle.createUpdate(KEEP_LINK)
                .bind("tenant", actor.tenant().value())
                .bind("hash", Digest.of(token).bytes())
                .bind("now", now)
                .bind("user", user.id())
                .bind("expires", expires)
                .execute();
        audit.append(
                handle,
                actor,
                new AuditEntry(
                        "user_invited",
                        "user",
                        user.id().toString(),
                        Map.of("role", user.role().id()),
                        Map.of("role", role.id(), "invited_until", expires.toString())));
        String link = "/invitation#" + token;
        by.ifPresent(each -> each.put(handle, user, link, expires));
        return new Invited(user.invited(role, expires), by.isPresent() ? null : link, expires);
    }

    /** Whether there was a link; what mails it is given up with it. */
    private boolean forget(Handle handle, UUID user) {
        mail.ifPresent(each -> each.forget(handle, user));
        return handle.createUpdate(FORGET_LINK).bind("user", user).execute() > 0;
    }

    /**
     * Takes an invitation back; does nothing where there is none.
     *
     * @throws dev.avow.words.FaultException {@code not_found} where the tenant has no such account
     */
    public User withdraw(Actor actor, UUID id) {
        return work.within(
                actor.tenant(),
                (handle, keys) -> {
                    User user = locked(handle, keys, actor.tenant(), id);
                    if (forget(handle, id)) {
                        audit.append(
                                handle,
                                actor,
                                AuditEntry.viewed(
                                        "user_invitation_withdrawn", "user", id.toString()));
                    }
                    return user.invited(user.role(), null);
                });
    }

    /**
     * Sets a password by the link, and signs in.
     *
     * @param names that the person gives; those that are null stay as they are
     * @throws dev.avow.words.FaultException {@code wrong_credentials} where the link is not good;
     *     {@code invalid_value}. Guesses are not counted: nobody guesses 256 random bits.
     */
    public Sessions.SignedIn accept(
            String plaintextToken, String plaintextPassword, Names names, Origin from) {
        byte[] hash = Digest.of(plaintextToken).bytes();
        Invitee invitee = find(hash).orElseThrow(Invitations::noSuchLink);
        User invited =
                users.find(invitee.tenant(), invitee.user()).orElseThrow(Invitations::noSuchLink);
        Instant until = invited.invitedUntil();
        if (until == null || !now().isBefore(until)) {
            throw noSuchLink();
        }
        Passwords.checkRules(plaintextPassword, EmailAddress.of(invited.email()));
        // Costs a quarter of a second, so it is not done while a lock is held.
        String passwordHash = passwords.hash(plaintextPassword);
        return work.within(
                invitee.tenant(),
                (handle, keys) -> {
                    User user = locked(handle, keys, invitee.tenant(), invitee.user());
                    use(handle, hash, user);
                    rows.password(handle, user.id(), passwordHash);
                    rows.rename(handle, keys, user, names.orElse(user.names()));
                    audit.append(
                            handle,
                            new Actor(
                                    invitee.tenant(),
                                    user.id(),
                                    user.email(),
                                    from.ipAddress(),
                                    from.userAgent()),
                            AuditEntry.viewed(
                                    "user_invitation_accepted", "user", user.id().toString()));
                    return sessions.open(handle, keys, invitee.tenant(), user.id(), from);
                });
    }

    private Optional<Invitee> find(byte[] hash) {
        return tenancy.atTheGate(handle ->
                handle.createQuery(FIND_LINK)
                        .bind("hash", hash)
                        .map((row, _) ->
                                new Invitee(
                                        new TenantId(row.getObject("tenant_id", UUID.class)),
                                        row.getObject("user_id", UUID.class)))
                        .findOne());
    }

    private void use(Handle handle, byte[] hash, User user) {
        int used =
                handle.createUpdate(USE_LINK)
                        .bind("hash", hash)
                        .bind("user", user.id())
                        .bind("now", now())
                        .execute();
        if (used == 0 || !user.active()) {
            throw noSuchLink();
        }
    }

    private User locked(Handle handle, TenantKeys keys, TenantId tenant, UUID id) {
        return rows.lock(handle, keys, tenant, id)
                .orElseThrow(() ->
                        Fault.of(FaultCode.NOT_FOUND, "there is no such account").asException());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static RuntimeException noSuchLink() {
        return Fault.of(
                        FaultCode.WRONG_CREDENTIALS,
                        "this invitation does not count any more; ask who invited you for another",
                        "token")
                .asException();
    }

    private static RuntimeException conflict(String why, @Nullable String field) {
        return new Fault(FaultCode.CONFLICT, why, field).asException();
    }
}
