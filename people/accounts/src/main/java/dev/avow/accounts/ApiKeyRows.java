package dev.avow.accounts;

import dev.avow.admit.KeyLimits;
import dev.avow.admit.Scope;
import dev.avow.tenancy.RowTime;
import dev.avow.words.Cursor;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The rows of {@code api_keys}. */
final class ApiKeyRows {

    private static final String INSERT =
            """
            INSERT INTO api_keys (tenant_id, id, name, prefix, key_hash, scopes,
                user_id, created_by, created_at, models, expires_at, tags,
                requests_per_minute, tokens_per_minute)
            VALUES (:tenant, :id, :name, :prefix, :hash, string_to_array(:scopes, ','),
                CAST(:user AS uuid), CAST(:by AS uuid), :now, string_to_array(:models, ','),
                :expires_at, string_to_array(:tags, ','),
                :requests_per_minute, :tokens_per_minute)
            """;

    private static final String CHANGE =
            """
            UPDATE api_keys SET name = :name, models = string_to_array(:models, ','),
                expires_at = :expires_at, tags = string_to_array(:tags, ','),
                requests_per_minute = :requests_per_minute, tokens_per_minute = :tokens_per_minute
            WHERE id = :id RETURNING key_hash
            """;

    private static final String PAGE =
            """
            SELECT * FROM api_keys WHERE (created_at, id) < (:at, :id)
            ORDER BY created_at DESC, id DESC LIMIT :rows
            """;

    private static final String FIND = "SELECT * FROM api_keys WHERE id = :id FOR UPDATE";

    private static final String REVOKE =
            "UPDATE api_keys SET revoked_at = :now WHERE id = :id RETURNING key_hash";

    private ApiKeyRows() {}

    static void insert(
            Handle handle,
            TenantId tenant,
            ApiKey key,
            String plaintextKey,
            @Nullable UUID createdBy) {
        bind(handle.createUpdate(INSERT), key)
                .bind("tenant", tenant.value())
                .bind("prefix", key.prefix())
                .bind("hash", Digest.of(plaintextKey).bytes())
                .bind(
                        "scopes",
                        key.scopes().stream()
                                .sorted()
                                .map(Scope::id)
                                .collect(Collectors.joining(",")))
                .bindByType("user", key.userId(), UUID.class)
                .bindByType("by", createdBy, UUID.class)
                .bind("now", key.createdAt())
                .execute();
    }

    /** Writes its name and rules; returns the digest under which the key may be remembered. */
    static Digest change(Handle handle, ApiKey key) {
        return Digest.ofHash(bind(handle.createQuery(CHANGE), key).mapTo(byte[].class).one());
    }

    /** No model's pattern and no tag holds a comma. */
    private static <S extends SqlStatement<S>> S bind(S statement, ApiKey key) {
        KeyRules rules = key.rules();
        return statement
                .bind("id", key.id())
                .bind("name", key.name())
                .bind("models", String.join(",", rules.models()))
                .bindByType("expires_at", rules.expiresAt(), Instant.class)
                .bind("tags", String.join(",", rules.tags()))
                .bindByType("requests_per_minute", rules.requestsPerMinute(), Integer.class)
                .bindByType("tokens_per_minute", rules.tokensPerMinute(), Integer.class);
    }

    static List<ApiKey> page(Handle handle, PageRequest wanted) {
        Cursor after = wanted.start();
        return handle.createQuery(PAGE)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("rows", wanted.rowsToRead())
                .map((row, _) -> read(row))
                .list();
    }

    static Optional<ApiKey> lock(Handle handle, UUID id) {
        return handle.createQuery(FIND).bind("id", id).map((row, _) -> read(row)).findOne();
    }

    /** Returns the digest under which the key may be remembered. */
    static Digest revoke(Handle handle, UUID id, Instant now) {
        return Digest.ofHash(
                handle.createQuery(REVOKE)
                        .bind("id", id)
                        .bind("now", now)
                        .mapTo(byte[].class)
                        .one());
    }

    /** Scopes as the database has them; what a later version may add grants nothing here. */
    static Set<Scope> scopes(ResultSet row) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream((String[]) row.getArray("scopes").getArray())
                .forEach(id -> Scope.of(id).ifPresent(scopes::add));
        return scopes;
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("prefix"),
                scopes(row),
                row.getObject("user_id", UUID.class),
                RowTime.at(row, "created_at"),
                RowTime.atOrNull(row, "last_used_at"),
                RowTime.atOrNull(row, "revoked_at"),
                new KeyRules(
                        texts(row, "models"),
                        RowTime.atOrNull(row, "expires_at"),
                        texts(row, "tags"),
                        row.getObject("requests_per_minute", Integer.class),
                        row.getObject("tokens_per_minute", Integer.class)));
    }

    /** The limits in a row of the gate's. */
    static KeyLimits limits(ResultSet row) throws SQLException {
        return new KeyLimits(
                texts(row, "models"),
                RowTime.atOrNull(row, "expires_at"),
                row.getObject("requests_per_minute", Integer.class),
                row.getObject("tokens_per_minute", Integer.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
