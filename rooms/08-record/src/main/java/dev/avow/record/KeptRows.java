package dev.avow.record;

import dev.avow.tenancy.RowTime;
import dev.avow.words.Destination;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The rows of {@code provider_files} and {@code provider_batches}. */
final class KeptRows {

    static final String FILES = "provider_files";
    static final String BATCHES = "provider_batches";

    private final KeptSeal seal;

    KeptRows(KeptSeal seal) {
        this.seal = seal;
    }

    /** Binds what both tables have. */
    static void bind(SqlStatement<?> statement, KeptPlace place) {
        statement
                .bind("tenant", place.tenant().value())
                .bind("id", place.id())
                .bindByType("user", place.userId(), UUID.class)
                .bindByType("key", place.apiKeyId(), UUID.class)
                .bind("provider", place.destination().providerId())
                .bind("platform", place.destination().platformId())
                .bind("host", place.destination().host())
                .bind("route", place.route().name())
                .bind("created", place.createdAt())
                .bind("expires", place.expiresAt());
    }

    KeptFile file(ResultSet row, TenantId tenant) throws SQLException {
        KeptPlace place = place(row, tenant);
        return new KeptFile(
                place,
                row.getString("remote_id"),
                KeptFile.Purpose.of(row.getString("purpose")).orElseThrow(),
                row.getLong("bytes"),
                row.getObject("input_id", UUID.class),
                seal.plaintextText(place, FILES, "name_sealed", row.getBytes("name_sealed")),
                row.getTimestamp("read_at") != null,
                row.getString("seen"));
    }

    KeptBatch batch(ResultSet row, TenantId tenant) throws SQLException {
        KeptPlace place = place(row, tenant);
        return new KeptBatch(
                place,
                row.getString("remote_id"),
                row.getObject("input_id", UUID.class),
                row.getString("seen"),
                seal.plaintextText(
                        place, BATCHES, "metadata_sealed", row.getBytes("metadata_sealed")));
    }

    private static KeptPlace place(ResultSet row, TenantId tenant) throws SQLException {
        @Nullable UUID user = row.getObject("user_id", UUID.class);
        @Nullable UUID key = row.getObject("api_key_id", UUID.class);
        return new KeptPlace(
                tenant,
                row.getObject("id", UUID.class),
                user,
                key,
                new Destination(
                        tenant,
                        row.getObject("provider_id", UUID.class),
                        row.getString("platform_id"),
                        row.getString("hostname"),
                        ""),
                Route.valueOf(row.getString("route")),
                RowTime.at(row, "created_at"),
                RowTime.at(row, "expires_at"));
    }
}
