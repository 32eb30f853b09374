package dev.avow.accounts;

import dev.avow.admit.Caller;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * People's accounts (promises I2, P4). What changes how a person's keys are served is known on this
 * node when its transaction is committed, before whoever asked for it hears of it. Safe for any
 * thread; blocks.
 */
public final class Users {

    private final TenantWork work;
    private final UserRows rows;
    private final AuditLog audit;
    private final StoredCallers callers;
    private final InstantSource clock;

    public Users(
            Tenancy tenancy,
            MasterKey master,
            Keyring keyring,
            AuditLog audit,
            StoredCallers callers,
            InstantSource clock) {
        this.work = new TenantWork(tenancy, keyring);
        this.rows = new UserRows(master, keyring.subjects());
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** An account; empty where the tenant has none of this id. */
    public Optional<User> find(TenantId tenant, UUID id) {
        return work.within(tenant, (handle, keys) -> rows.find(handle, keys, tenant, id));
    }

    /**
     * Seals accounts from before people had keys of their own under these. For the start; where
     * there are none, nothing.
     */
    public void adopt(TenantId tenant) {
        work.within(
                tenant,
                (handle, keys) -> {
                    for (UUID id : rows.sealedUnderTheTenantsKey(handle)) {
                        rows.lock(handle, keys, tenant, id)
                                .ifPresent(user -> rows.sealAnew(handle, keys, user));
                    }
                    return tenant;
                });
    }

    /**
     * The id of the account of this address, also of one that is closed; empty where the tenant has
     * none.
     *
     * @throws dev.avow.words.FaultException where it is no address
     */
    public Optional<UUID> idOf(TenantId tenant, String plaintextEmail) {
        EmailAddress email = EmailAddress.of(plaintextEmail);
        return work.within(tenant, (handle, keys) -> rows.findByEmail(handle, keys, tenant, email))
                .map(User::id);
    }

    /** A caller as the audit log names it: the person where there is one, else the key. */
    public Actor actor(Caller caller, @Nullable String ipAddress, @Nullable String userAgent) {
        UUID userId = caller.userId();
        if (userId == null) {
            return new Actor(caller.tenant(), caller.apiKeyId(), null, ipAddress, userAgent);
        }
        String email = find(caller.tenant(), userId).map(User::email).orElse(null);
        return new Actor(caller.tenant(), userId, email, ipAddress, userAgent);
    }

    /**
     * Changes what a person is called (P4).
     *
     * @throws dev.avow.words.FaultException {@code not_found} where the tenant has no such account
     */
    public User rename(Actor actor, UUID id, UnaryOperator<Names> change) {
        return work.within(
                actor.tenant(),
                (handle, keys) -> {
                    User before = locked(handle, keys, actor.tenant(), id);
                    Names names = change.apply(before.names());
                    if (names.equals(before.names())) {
                        return before;
                    }
                    rows.rename(handle, keys, before, names);
                    audit.append(
                            handle,
                            actor,
                            new AuditEntry(
                                    "user_updated",
                                    "user",
                                    id.toString(),
                                    values(before.names()),
                                    values(names)));
                    return before.renamed(names);
                });
    }

    /**
     * Puts a person into groups, which policies may name (B7), and out of all others. From when
     * this returns their requests are judged by them.
     *
     * @param change of the groups that they are in when nobody else can change them any more
     * @throws dev.avow.words.FaultException {@code not_found} where the tenant has no such account;
     *     {@code invalid_value} where these are no groups
     */
    public User regroup(Actor actor, UUID id, UnaryOperator<List<String>> change) {
        return work.within(
                actor.tenant(),
                (handle, keys) -> {
                    User before = locked(handle, keys, actor.tenant(), id);
                    List<String> wanted = Groups.checked(change.apply(before.groups()));
                    if (wanted.equals(before.groups())) {
                        return before;
                    }
                    rows.regroup(handle, id, wanted);
                    handle.afterCommit(callers::forgetAll);
                    audit.append(
                            handle,
                            actor,
                            new AuditEntry(
                                    "user_updated",
                                    "user",
                                    id.toString(),
                                    Map.of("groups", before.groups()),
                                    Map.of("groups", wanted)));
                    return before.inGroups(wanted);
                });
    }

    /** Those who can administer a tenant: their accounts are active and can be signed in to. */
    public List<User> administrators(TenantId tenant) {
        return work.within(tenant, (handle, keys) -> rows.administrators(handle, keys, tenant));
    }

    /** A page of a tenant's accounts, the newest first. */
    public Page<User> page(TenantId tenant, PageRequest wanted) {
        return wanted.pageOf(
                work.within(tenant, (handle, keys) -> rows.page(handle, keys, tenant, wanted)),
                user -> new Cursor(user.createdAt(), user.id()));
    }

    /**
     * Refuses where a person is the only one who can administer their tenant, and where there is no
     * such person.
     *
     * @throws dev.avow.words.FaultException {@code conflict}; {@code not_found}
     */
    public void requireNotTheLastAdministrator(Handle handle, UUID id) {
        switch (rows.standing(handle, id)) {
            case NOBODY -> throw noSuchAccount();
            case LAST_ADMINISTRATOR ->
                    throw Fault.of(
                                    FaultCode.CONFLICT,
                                    "nobody else can administer Avow; make another administrator"
                                            + " first")
                            .asException();
            case ONE_OF_SEVERAL -> {}
        }
    }

    /** Closes an account in the transaction, and ends its sessions: nobody can act as it. */
    public void close(Handle handle, UUID id) {
        rows.status(handle, id, "closed");
        rows.endSessions(handle, id);
        handle.afterCommit(callers::forgetAll);
    }

    /** Opens a closed account again in the transaction. */
    public void open(Handle handle, UUID id) {
        rows.status(handle, id, "active");
        handle.afterCommit(callers::forgetAll);
    }

    /** Deletes an account in the transaction; false where there is none. */
    public boolean delete(Handle handle, UUID id) {
        return rows.delete(handle, id);
    }

    private User locked(Handle handle, TenantKeys keys, TenantId tenant, UUID id) {
        return rows.lock(handle, keys, tenant, id).orElseThrow(Users::noSuchAccount);
    }

    private static RuntimeException noSuchAccount() {
        return Fault.of(FaultCode.NOT_FOUND, "there is no such account").asException();
    }

    /**
     * Restricts what is done with a person's data to keeping it, or lifts that (P5; GDPR Art. 18
     * and 21). From when this returns no model is asked for them.
     *
     * @throws dev.avow.words.FaultException {@code not_found} where the tenant has no such account
     */
    public User restrict(Actor actor, UUID id, boolean restricted) {
        return work.within(
                actor.tenant(),
                (handle, keys) -> {
                    User before = locked(handle, keys, actor.tenant(), id);
                    if ((before.restrictedAt() != null) == restricted) {
                        return before;
                    }
                    Instant since = restricted ? now() : null;
                    rows.restrict(handle, id, since);
                    handle.afterCommit(callers::forgetAll);
                    audit.append(
                            handle,
                            actor,
                            new AuditEntry(
                                    restricted
                                            ? "processing_restricted"
                                            : "processing_restriction_lifted",
                                    "user",
                                    id.toString(),
                                    Map.of("restricted", !restricted),
                                    Map.of("restricted", restricted)));
                    return before.restrictedAt(since);
                });
    }

    /**
     * Notes in the transaction since when a person's consent to model processing is withdrawn (P5):
     * from when it is committed no model is asked for them. Apart from a restriction.
     *
     * @param since null where they consent again
     */
    public void modelConsentWithdrawn(Handle handle, UUID id, @Nullable Instant since) {
        rows.modelConsentWithdrawn(handle, id, since);
        handle.afterCommit(callers::forgetAll);
    }

    /** The account of this address, made in the transaction where there is none yet. */
    User findOrCreate(Handle handle, TenantKeys keys, Actor actor, EmailAddress email) {
        Optional<User> known = rows.findByEmail(handle, keys, actor.tenant(), email);
        if (known.isPresent() && !known.get().active()) {
            throw Fault.of(FaultCode.CONFLICT, "this account is closed", "user_email")
                    .asException();
        }
        return known.orElseGet(
                () -> create(handle, keys, actor, email, new Names(null, null), Role.VIEWER, null));
    }

    /**
     * Makes an administrator's account in the transaction. Where a key was made for this address
     * before, its account becomes the administrator's.
     */
    User createAdministrator(
            Handle handle,
            TenantKeys keys,
            Actor actor,
            EmailAddress email,
            Names names,
            String passwordHash) {
        Optional<User> known = rows.findByEmail(handle, keys, actor.tenant(), email);
        if (known.isEmpty()) {
            return create(handle, keys, actor, email, names, Role.ADMIN, passwordHash);
        }
        User user = known.get();
        rows.makeAdministrator(handle, user.id(), passwordHash);
        rows.rename(handle, keys, user, names);
        audit.append(
                handle,
                actor,
                new AuditEntry(
                        "user_updated",
                        "user",
                        user.id().toString(),
                        Map.of("role", user.role().id()),
                        Map.of("role", Role.ADMIN.id())));
        return user;
    }

    /** Makes an account in the transaction; without a password nobody can sign in to it. */
    User create(
            Handle handle,
            TenantKeys keys,
            Actor actor,
            EmailAddress email,
            Names names,
            Role role,
            @Nullable String passwordHash) {
        User user =
                new User(
                        Ids.next(),
                        actor.tenant(),
                        email.plaintext(),
                        names,
                        role,
                        List.of(),
                        false,
                        now(),
                        null,
                        true,
                        null,
                        passwordHash != null,
                        null);
        rows.insert(handle, keys, user, email, passwordHash);
        audit.append(
                handle,
                actor,
                new AuditEntry(
                        "user_created",
                        "user",
                        user.id().toString(),
                        null,
                        Map.of("email", user.email(), "role", role.id())));
        return user;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Map<String, Object> values(Names names) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "first_name", names.first());
        put(values, "last_name", names.last());
        return values;
    }

    private static void put(Map<String, Object> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
