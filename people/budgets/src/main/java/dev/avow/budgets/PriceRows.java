package dev.avow.budgets;

import dev.avow.tenancy.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rows of {@code prices}. */
final class PriceRows {

    private static final String ALL = "SELECT * FROM prices ORDER BY created_at DESC, id DESC";

    private static final String LOCKED = "SELECT * FROM prices WHERE id = :id FOR UPDATE";

    private static final String INSERT =
            """
            INSERT INTO prices (tenant_id, id, provider, model, valid_from, input_micros,
                cached_micros, cache_write_micros, output_micros, source, created_by, created_at,
                modified_at)
            VALUES (:tenant, :id, :provider, :model, :valid_from, :input, :cached, :written,
                :output, :source, :by::uuid, :created_at, :modified_at)
            """;

    private static final String REPLACE =
            """
            UPDATE prices SET provider = :provider, model = :model, valid_from = :valid_from,
                input_micros = :input, cached_micros = :cached, cache_write_micros = :written,
                output_micros = :output, source = :source, modified_at = :modified_at
            WHERE id = :id
            """;

    private static final String DELETE = "DELETE FROM prices WHERE id = :id";

    private PriceRows() {}

    static List<StoredPrice> all(Handle handle) {
        return handle.createQuery(ALL).map((row, _) -> read(row)).list();
    }

    static Optional<StoredPrice> lock(Handle handle, UUID id) {
        return handle.createQuery(LOCKED).bind("id", id).map((row, _) -> read(row)).findOne();
    }

    static void insert(Handle handle, UUID tenant, StoredPrice stored) {
        bind(handle.createUpdate(INSERT), stored)
                .bind("tenant", tenant)
                .bindByType("by", stored.createdBy(), UUID.class)
                .bind("created_at", stored.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    static void replace(Handle handle, StoredPrice stored) {
        bind(handle.createUpdate(REPLACE), stored).execute();
    }

    static void delete(Handle handle, UUID id) {
        handle.createUpdate(DELETE).bind("id", id).execute();
    }

    private static Update bind(Update update, StoredPrice stored) {
        Price price = stored.price();
        return update.bind("id", stored.id())
                .bind("provider", price.provider())
                .bind("model", price.model())
                .bind("valid_from", price.validFrom())
                .bind("input", price.inputMicros())
                .bindByType("cached", price.cachedMicros(), Long.class)
                .bindByType("written", price.cacheWriteMicros(), Long.class)
                .bind("output", price.outputMicros())
                .bind("source", price.source())
                .bind("modified_at", stored.modifiedAt().atOffset(ZoneOffset.UTC));
    }

    private static StoredPrice read(ResultSet row) throws SQLException {
        return new StoredPrice(
                row.getObject("id", UUID.class),
                new Price(
                        row.getString("provider"),
                        row.getString("model"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getLong("input_micros"),
                        row.getObject("cached_micros", Long.class),
                        row.getObject("cache_write_micros", Long.class),
                        row.getLong("output_micros"),
                        row.getString("source")),
                row.getObject("created_by", UUID.class),
                RowTime.at(row, "created_at"),
                RowTime.at(row, "modified_at"));
    }
}
