package dev.avow.trust;

import dev.avow.tenancy.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Versions in the database, in transactions of their tenant. */
final class TrustVersionRows {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String INSERT =
            """
            INSERT INTO trust_versions (tenant_id, number, made_at, hash, content, announcement_id)
            VALUES (avow_tenant(), :number, :at, :hash, :content, :announcement::uuid)
            """;

    private static final String NEWEST =
            """
            SELECT *, lag(content) OVER (ORDER BY number) AS before FROM
                (SELECT * FROM trust_versions ORDER BY number DESC LIMIT :limit) v
            ORDER BY number DESC
            """;

    private static final String ONE =
            """
            SELECT v.*, b.content AS before FROM trust_versions v
            LEFT JOIN trust_versions b ON b.tenant_id = v.tenant_id AND b.number = v.number - 1
            WHERE v.number = :number
            """;

    private TrustVersionRows() {}

    /** Until the transaction ends, nobody else keeps a version. */
    static void lock(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('avow.trust_versions', 0))");
    }

    static void insert(Handle handle, TrustVersion version) {
        handle.createUpdate(INSERT)
                .bind("number", version.number())
                .bind("at", version.since().atOffset(ZoneOffset.UTC))
                .bind("hash", version.hash())
                .bind("content", JSON.writeValueAsString(version.material().items()))
                .bind("announcement", version.announcementId())
                .execute();
    }

    /** Newest first. The changes of the last are known where its forerunner is among them. */
    static List<TrustVersion> newest(Handle handle, int count) {
        List<TrustVersion> all =
                new ArrayList<>(
                        handle.createQuery(NEWEST)
                                .bind("limit", count + 1)
                                .map((row, _) -> read(row))
                                .list());
        return all.size() > count ? all.subList(0, count) : all;
    }

    static Optional<TrustVersion> find(Handle handle, int number) {
        return handle.createQuery(ONE).bind("number", number).map((row, _) -> read(row)).findOne();
    }

    private static TrustVersion read(ResultSet row) throws SQLException {
        Material material = material(row.getString("content"));
        String before = row.getString("before");
        return new TrustVersion(
                row.getInt("number"),
                RowTime.at(row, "made_at"),
                row.getString("hash"),
                material,
                row.getObject("announcement_id", UUID.class),
                changes(before, material));
    }

    private static List<MaterialChange> changes(@Nullable String before, Material after) {
        return before == null ? List.of() : MaterialChange.between(material(before), after);
    }

    private static Material material(String content) {
        return new Material(Arrays.asList(JSON.readValue(content, Material.Item[].class)));
    }
}
