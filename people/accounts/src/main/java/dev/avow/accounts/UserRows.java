package dev.avow.accounts;

import dev.avow.sealing.MasterKey;
import dev.avow.sealing.Place;
import dev.avow.sealing.TenantKeys;
import dev.avow.sealing.UnsealAccess;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code users}: what tells of a person is sealed, the address also indexed blindly.
 */
record UserRows(MasterKey master) {

    private static final String INSERT =
            """
            INSERT INTO users (tenant_id, id, email_sealed, email_index, password_hash,
                first_name_sealed, last_name_sealed, role, status, created_at)
            VALUES (:tenant, :id, :email, :index, :password, :first, :last, :role, 'active', :now)
            ON CONFLICT (email_index) DO NOTHING
            """;

    private static final String FIND = "SELECT * FROM users WHERE id = :id";

    private static final String FIND_BY_EMAIL = "SELECT * FROM users WHERE email_index = :index";

    private static final String LOCK = "SELECT * FROM users WHERE id = :id FOR UPDATE";

    private static final String RENAME =
            """
            UPDATE users SET first_name_sealed = :first, last_name_sealed = :last WHERE id = :id
            """;

    private static final String MAKE_ADMINISTRATOR =
            """
            UPDATE users SET role = 'admin', status = 'active', password_hash = :password
            WHERE id = :id
            """;

    private static final String SIGNED_IN = "UPDATE users SET last_login = :now WHERE id = :id";

    byte[] index(EmailAddress email) {
        return master.blindIndex("users.email", email.indexed());
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
        Row row = new Row(keys, user.tenant(), user.id());
        int added =
                handle.createUpdate(INSERT)
                        .bind("tenant", user.tenant().value())
                        .bind("id", user.id())
                        .bind("email", row.seal("email_sealed", user.email()))
                        .bind("index", index(email))
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
                .findOne();
    }

    Optional<User> findByEmail(
            Handle handle, TenantKeys keys, TenantId tenant, EmailAddress email) {
        return handle.createQuery(FIND_BY_EMAIL)
                .bind("index", index(email))
                .map((row, _) -> read(row, tenant, keys))
                .findOne();
    }

    Optional<User> lock(Handle handle, TenantKeys keys, TenantId tenant, UUID id) {
        return handle.createQuery(LOCK)
                .bind("id", id)
                .map((row, _) -> read(row, tenant, keys))
                .findOne();
    }

    void rename(Handle handle, TenantKeys keys, User user, Names names) {
        Row row = new Row(keys, user.tenant(), user.id());
        handle.createUpdate(RENAME)
                .bind("id", user.id())
                .bindByType("first", row.seal("first_name_sealed", names.first()), byte[].class)
                .bindByType("last", row.seal("last_name_sealed", names.last()), byte[].class)
                .execute();
    }

    void makeAdministrator(Handle handle, UUID id, String passwordHash) {
        handle.createUpdate(MAKE_ADMINISTRATOR)
                .bind("id", id)
                .bind("password", passwordHash)
                .execute();
    }

    void signedIn(Handle handle, UUID id, Instant now) {
        handle.createUpdate(SIGNED_IN).bind("id", id).bind("now", now).execute();
    }

    private static User read(ResultSet columns, TenantId tenant, TenantKeys keys)
            throws SQLException {
        UUID id = columns.getObject("id", UUID.class);
        Row row = new Row(keys, tenant, id);
        Timestamp lastLogin = columns.getTimestamp("last_login");
        String email = row.open("email_sealed", columns.getBytes("email_sealed"));
        return new User(
                id,
                tenant,
                email == null ? "" : email,
                new Names(
                        row.open("first_name_sealed", columns.getBytes("first_name_sealed")),
                        row.open("last_name_sealed", columns.getBytes("last_name_sealed"))),
                Role.of(columns.getString("role")),
                columns.getBoolean("mfa_enabled"),
                columns.getTimestamp("created_at").toInstant(),
                lastLogin == null ? null : lastLogin.toInstant(),
                columns.getString("status").equals("active"));
    }

    private record Row(TenantKeys keys, TenantId tenant, UUID id) {

        byte @Nullable [] seal(String column, @Nullable String plaintext) {
            return plaintext == null ? null : keys.seal(plaintext, place(column));
        }

        @Nullable String open(String column, byte @Nullable [] sealed) {
            return sealed == null
                    ? null
                    : keys.plaintextOf(sealed, place(column), UnsealAccess.granted());
        }

        private Place place(String column) {
            return new Place(tenant, "users", column, id);
        }
    }
}
