package dev.avow.budgets;

import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up what was recorded of the uses of models (promise B11). Safe for any thread; blocks. */
public final class UsageReport {

    /** By what it is added up; days are UTC's. */
    public enum By {
        KEY(
                """
                SELECT i.api_key_id::text AS name, max(k.name) AS label, count(*) AS requests,
                    sum(i.tokens_in) AS tokens_in, sum(i.tokens_out) AS tokens_out,
                    sum(i.cost) AS cost, count(*) FILTER (WHERE i.cost IS NULL) AS unpriced
                FROM interactions i
                    LEFT JOIN api_keys k ON k.tenant_id = i.tenant_id AND k.id = i.api_key_id
                WHERE i.occurred_at >= :from AND i.occurred_at < :to
                GROUP BY 1 ORDER BY cost DESC NULLS LAST, 1 LIMIT :rows OFFSET :offset
                """),
        USER(
                """
                SELECT user_id::text AS name, NULL AS label, count(*) AS requests,
                    sum(tokens_in) AS tokens_in, sum(tokens_out) AS tokens_out,
                    sum(cost) AS cost, count(*) FILTER (WHERE cost IS NULL) AS unpriced
                FROM interactions WHERE occurred_at >= :from AND occurred_at < :to
                GROUP BY 1 ORDER BY cost DESC NULLS LAST, 1 LIMIT :rows OFFSET :offset
                """),
        MODEL(
                """
                SELECT platform_id || '/' || model AS name, NULL AS label, count(*) AS requests,
                    sum(tokens_in) AS tokens_in, sum(tokens_out) AS tokens_out,
                    sum(cost) AS cost, count(*) FILTER (WHERE cost IS NULL) AS unpriced
                FROM interactions WHERE occurred_at >= :from AND occurred_at < :to
                GROUP BY 1 ORDER BY cost DESC NULLS LAST, 1 LIMIT :rows OFFSET :offset
                """),
        DAY(
                """
                SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS name, NULL AS label,
                    count(*) AS requests,
                    sum(tokens_in) AS tokens_in, sum(tokens_out) AS tokens_out,
                    sum(cost) AS cost, count(*) FILTER (WHERE cost IS NULL) AS unpriced
                FROM interactions WHERE occurred_at >= :from AND occurred_at < :to
                GROUP BY 1 ORDER BY 1 DESC LIMIT :rows OFFSET :offset
                """);

        private final String sql;

        By(String sql) {
            this.sql = sql;
        }

        /** As the API writes it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that name; empty where there is none. */
        public static Optional<By> of(String id) {
            for (By by : values()) {
                if (by.id().equals(id)) {
                    return Optional.of(by);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One sum.
     *
     * @param name the key's or person's id, {@code provider/model}, or the day; null for uses of
     *     none
     * @param label the key's name; null otherwise, or where the key is gone
     * @param tokensIn as far as providers said
     * @param tokensOut likewise
     * @param cost in US dollars, of those uses whose cost is known
     * @param unpriced uses whose cost is not known
     */
    public record Sum(
            @Nullable String name,
            @Nullable String label,
            long requests,
            long tokensIn,
            long tokensOut,
            BigDecimal cost,
            long unpriced) {}

    private final Tenancy tenancy;
    private final Runnable catchUp;

    /**
     * @param catchUp brings what was used so far to the database; may block
     */
    public UsageReport(Tenancy tenancy, Runnable catchUp) {
        this.tenancy = tenancy;
        this.catchUp = catchUp;
    }

    /**
     * Some of the sums: days from the latest, else from the most expensive.
     *
     * @param from the first moment that counts
     * @param to the first that no longer does
     */
    public Page<Sum> page(TenantId tenant, By by, Instant from, Instant to, PageRequest wanted) {
        catchUp.run();
        Cursor after = wanted.after();
        long offset = after == null ? 0 : after.at().getEpochSecond();
        List<Sum> rows =
                tenancy.within(
                        tenant,
                        handle ->
                                handle.createQuery(by.sql)
                                        .bind("from", from.atOffset(ZoneOffset.UTC))
                                        .bind("to", to.atOffset(ZoneOffset.UTC))
                                        .bind("rows", wanted.rowsToRead())
                                        .bind("offset", offset)
                                        .map((row, _) ->
                                                new Sum(
                                                        row.getString("name"),
                                                        row.getString("label"),
                                                        row.getLong("requests"),
                                                        row.getLong("tokens_in"),
                                                        row.getLong("tokens_out"),
                                                        orZero(row.getBigDecimal("cost")),
                                                        row.getLong("unpriced")))
                                        .list());
        // Sums have neither time nor id, so the cursor holds how many were shown.
        return wanted.pageOf(
                rows,
                _ -> new Cursor(Instant.ofEpochSecond(offset + wanted.limit()), new UUID(0, 0)));
    }

    private static BigDecimal orZero(@Nullable BigDecimal cost) {
        return cost == null ? BigDecimal.ZERO : Dollars.brief(cost);
    }
}
