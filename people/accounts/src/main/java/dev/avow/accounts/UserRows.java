package dev.avow.accounts;

import dev.avow.sealing.MasterKey;
import dev.avow.sealing.Place;
import dev.avow.sealing.SubjectKeys;
import dev.avow.sealing.TenantKeys;
import dev.avow.sealing.UnsealAccess;
import dev.avow.tenancy.RowTime;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code users}: what tells of a person is sealed under that person's key, the address
 * also indexed blindly. A row whose person was erased is none.
 */
record UserRows(MasterKey master, SubjectKeys subjects) {

    private static final String INSERT =
            """
            INSERT INTO users (tenant_id, id, email_sealed, email_index, password_hash,
                first_name_sealed, last_name_sealed, role, status, created_at)
            VALUES (:tenant, :id, :email, :index, :password, :first, :last, :role, 'active', :now)
            ON CONFLICT (email_index) DO NOTHING
            """;

    private static final String SELECT =
            """
            SELECT *, (SELECT l.expires_at FROM setup_links l WHERE l.user_id = users.id) AS invited_until
            FROM users
            """;

    private static final String FIND = SELECT + " WHERE id = :id";

    private static final String FIND_BY_EMAIL =
            SELECT + " WHERE email_index = ANY (:indexes) ORDER BY id LIMIT 1";

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String RENAME =
            """
            UPDATE users SET first_name_sealed = :first, last_name_sealed = :last WHERE id = :id
            """;

    private static final String OF_THE_TENANT =
            "SELECT id FROM users WHERE get_byte(email_sealed, 0) <> :mark";

    private static final String SEAL_ANEW = "UPDATE users SET email_sealed = :email WHERE id = :id";

    private static final String MAKE_ADMINISTRATOR =
            """
            UPDATE users SET role = 'admin', status = 'active', password_hash = :password
            WHERE id = :id
            """;

    private static final String ROLE = "UPDATE users SET role = :role WHERE id = :id";

    private static final String PASSWORD =
            "UPDATE users SET password_hash = :password WHERE id = :id";

    private static final String SIGNED_IN = "UPDATE users SET last_login = :now WHERE id = :id";

    private static final String PAGE =
            SELECT
                    + """
                    WHERE (created_at, id) < (:at, :id)
                    ORDER BY created_at DESC, id DESC LIMIT :rows
                    """;

    /** Rows are locked, so that two administrators cannot leave at the same time. */
    private static final String ADMINISTRATORS =
            """
            SELECT id FROM users WHERE role = 'admin' AND status = 'active'
                AND password_hash IS NOT NULL FOR UPDATE
            """;

    private static final String WHO_ADMINISTER =
            SELECT
                    + """
                    WHERE role = 'admin' AND status = 'active'
                        AND password_hash IS NOT NULL ORDER BY id
                    """;

    private static final String EXISTS = "SELECT EXISTS (SELECT FROM users WHERE id = :id)";

    private static final String STATUS = "UPDATE users SET status = :status WHERE id = :id";

    private static final String RESTRICT = "UPDATE users SET restricted_at = :since WHERE id = :id";

    private static final String REGROUP = "UPDATE users SET groups = :groups WHERE id = :id";

    private static final String MODEL_CONSENT_WITHDRAWN =
            "UPDATE users SET model_consent_withdrawn_at = :since WHERE id = :id";

    private static final String END_SESSIONS = "DELETE FROM sessions WHERE user_id = :id";

    private static final String DELETE = "DELETE FROM users WHERE id = :id";

    /** Whether a tenant can do without a person. */
    enum Standing {
        NOBODY,
        LAST_ADMINISTRATOR,
        ONE_OF_SEVERAL
    }

    Standing standing(Handle handle, UUID id) {
        List<UUID> administrators = handle.createQuery(ADMINISTRATORS).mapTo(UUID.class).list();
        if (administrators.equals(List.of(id))) {
            return Standing.LAST_ADMINISTRATOR;
        }
        return handle.createQuery(EXISTS).bind("id", id).mapTo(Boolean.class).one()
                ? Standing.ONE_OF_SEVERAL
                : Standing.NOBODY;
    }

    List<User> page(Handle handle, TenantKeys keys, TenantId tenant, PageRequest wanted) {
        Cursor after = wanted.start();
        return handle
                .createQuery(PAGE)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("rows", wanted.rowsToRead())
                .map((row, _) -> read(row, tenant, keys))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    List<User> administrators(Handle handle, TenantKeys keys, TenantId tenant) {
        return handle.createQuery(WHO_ADMINISTER).map((row, _) -> read(row, tenant, keys)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    void status(Handle handle, UUID id, String status) {
        handle.createUpdate(STATUS).bind("id", id).bind("status", status).execute();
    }

    void restrict(Handle handle, UUID id, @Nullable Instant since) {
        handle.createUpdate(RESTRICT)
                .bind("id", id)
                .bindByType("since", since, Instant.class)
                .execute();
    }

    void regroup(Handle handle, UUID id, List<String> groups) {
        handle.createUpdate(REGROUP)
                .bind("id", id)
                .bind("groups", groups.toArray(String[]::new))
                .execute();
    }

    void modelConsentWithdrawn(Handle handle, UUID id, @Nullable Instant since) {
        handle.createUpdate(MODEL_CONSENT_WITHDRAWN)
                .bind("id", id)
                .bindByType("since", since, Instant.class)
                .execute();
    }

    void endSessions(Handle handle, UUID id) {
        handle.createUpdate(END_SESSIONS).bind("id", id).execute();
    }

    boolean delete(Handle handle, UUID id) {
        return handle.createUpdate(DELETE).bind("id", id).execute() > 0;
    }

    AddressIndexes indexes(EmailAddress email) {
        return new AddressIndexes(master, email);
    }

    /**
     * Adds a row.
     *
     * @throws dev.avow.words.FaultException {@code conflict} where the address is taken; it is not
     *     told by whom, which may be another tenant
     */
    void insert(
            Handle handle,
            TenantKeys keys,
            User user,
            EmailAddress email,
            @Nullable String passwordHash) {
        Row row = row(keys, user.tenant(), user.id());
        AddressIndexes indexes = indexes(email);
        int added =
                indexes.areTaken(handle)
                        ? 0
                        : handle.createUpdate(INSERT)
                                .bind("tenant", user.tenant().value())
                                .bind("id", user.id())
                                .bind("email", row.seal("email_sealed", user.email()))
                                .bind("index", indexes.newest())
                                .bindByType("password", passwordHash, String.class)
                                .bindByType(
                                        "first",
                                        row.seal("first_name_sealed", user.names().first()),
                                        byte[].class)
                                .bindByType(
                                        "last",
                                        row.seal("last_name_sealed", user.names().last()),
                                        byte[].class)
                                .bind("role", user.role().id())
                                .bind("now", user.createdAt())
                                .execute();
        if (added == 0) {
            throw Fault.of(FaultCode.CONFLICT, "this address cannot be used", "email")
                    .asException();
        }
    }

    Optional<User> find(Handle handle, TenantKeys keys, TenantId tenant, UUID id) {
        return handle.createQuery(FIND)
                .bind("id", id)
                .map((row, _) -> read(row, tenant, keys))
                .findOne()
                .flatMap(found -> found);
    }

    Optional<User> findByEmail(
            Handle handle, TenantKeys keys, TenantId tenant, EmailAddress email) {
        return indexes(email)
                .bound(handle, handle.createQuery(FIND_BY_EMAIL))
                .map((row, _) -> read(row, tenant, keys))
                .findOne()
                .flatMap(found -> found);
    }

    Optional<User> lock(Handle handle, TenantKeys keys, TenantId tenant, UUID id) {
        return handle.createQuery(LOCK)
                .bind("id", id)
                .map((row, _) -> read(row, tenant, keys))
                .findOne()
                .flatMap(found -> found);
    }

    void rename(Handle handle, TenantKeys keys, User user, Names names) {
        Row row = row(keys, user.tenant(), user.id());
        handle.createUpdate(RENAME)
                .bind("id", user.id())
                .bindByType("first", row.seal("first_name_sealed", names.first()), byte[].class)
                .bindByType("last", row.seal("last_name_sealed", names.last()), byte[].class)
                .execute();
    }

    /** Seals a row from before people had keys of their own under its person's key. */
    void sealAnew(Handle handle, TenantKeys keys, User user) {
        Row row = row(keys, user.tenant(), user.id());
        handle.createUpdate(SEAL_ANEW)
                .bind("id", user.id())
                .bind("email", row.seal("email_sealed", user.email()))
                .execute();
        rename(handle, keys, user, user.names());
    }

    List<UUID> sealedUnderTheTenantsKey(Handle handle) {
        return handle.createQuery(OF_THE_TENANT)
                .bind("mark", SubjectKeys.MARK)
                .mapTo(UUID.class)
                .list();
    }

    void makeAdministrator(Handle handle, UUID id, String passwordHash) {
        handle.createUpdate(MAKE_ADMINISTRATOR)
                .bind("id", id)
                .bind("password", passwordHash)
                .execute();
    }

    void role(Handle handle, UUID id, Role role) {
        handle.createUpdate(ROLE).bind("id", id).bind("role", role.id()).execute();
    }

    void password(Handle handle, UUID id, String passwordHash) {
        handle.createUpdate(PASSWORD).bind("id", id).bind("password", passwordHash).execute();
    }

    void signedIn(Handle handle, UUID id, Instant now) {
        handle.createUpdate(SIGNED_IN).bind("id", id).bind("now", now).execute();
    }

    private Optional<User> read(ResultSet columns, TenantId tenant, TenantKeys keys)
            throws SQLException {
        UUID id = columns.getObject("id", UUID.class);
        if (subjects.isDestroyed(tenant, id)) {
            return Optional.empty();
        }
        Row row = row(keys, tenant, id);
        String email = row.open("email_sealed", columns.getBytes("email_sealed"));
        return Optional.of(
                new User(
                        id,
                        tenant,
                        email == null ? "" : email,
                        new Names(
                                row.open(
                                        "first_name_sealed", columns.getBytes("first_name_sealed")),
                                row.open("last_name_sealed", columns.getBytes("last_name_sealed"))),
                        Role.of(columns.getString("role")),
                        List.of((String[]) columns.getArray("groups").getArray()),
                        columns.getBoolean("mfa_enabled"),
                        RowTime.at(columns, "created_at"),
                        RowTime.atOrNull(columns, "last_login"),
                        columns.getString("status").equals("active"),
                        RowTime.atOrNull(columns, "restricted_at"),
                        columns.getString("password_hash") != null,
                        RowTime.atOrNull(columns, "invited_until")));
    }

    /**
     * The address that a row holds; null where its person was erased.
     *
     * @throws dev.avow.sealing.SealingException where it does not open
     */
    @Nullable String email(TenantKeys keys, TenantId tenant, UUID id, byte[] sealed) {
        return row(keys, tenant, id).open("email_sealed", sealed);
    }

    private Row row(TenantKeys keys, TenantId tenant, UUID id) {
        return new Row(keys, subjects, tenant, id);
    }

    private record Row(TenantKeys keys, SubjectKeys subjects, TenantId tenant, UUID id) {

        byte @Nullable [] seal(String column, @Nullable String plaintext) {
            return plaintext == null
                    ? null
                    : subjects.seal(tenant, id, plaintext, place(column))
                            .orElseThrow(() ->
                                    Fault.of(FaultCode.NOT_FOUND, "this account was erased")
                                            .asException());
        }

        @Nullable String open(String column, byte @Nullable [] sealed) {
            if (sealed == null) {
                return null;
            }
            // Rows from before people had keys of their own are sealed under the tenant's.
            return SubjectKeys.isOfASubject(sealed)
                    ? subjects.plaintextOf(
                                    tenant, id, sealed, place(column), UnsealAccess.granted())
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .orElse(null)
                    : keys.plaintextOf(sealed, place(column), UnsealAccess.granted());
        }

        private Place place(String column) {
            return new Place(tenant, "users", column, id);
        }
    }
}
