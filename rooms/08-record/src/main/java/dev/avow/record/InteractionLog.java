package dev.avow.record;

import dev.avow.tenancy.RowTime;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the recorder wrote, and takes single reports by others. Safe for any thread; blocks.
 * Fails with {@code DatabaseUnavailable} where the database does.
 */
public final class InteractionLog {

    private static final String PAGE =
            """
            SELECT * FROM interactions
            WHERE (occurred_at, id) < (:at, :id)
              AND occurred_at >= :since AND occurred_at < :until
              AND (:status::text IS NULL OR status = :status)
              AND (:policy_action::text IS NULL OR policy_action = :policy_action)
              AND (:model::text IS NULL OR model = :model)
            ORDER BY occurred_at DESC, id DESC LIMIT :limit
            """;

    private static final String ONE =
            """
            SELECT * FROM interactions
            WHERE id = :id AND occurred_at >= :since AND occurred_at < :until LIMIT 1
            """;

    private static final String INSERT =
            """
            INSERT INTO interactions (tenant_id, id, occurred_at, user_id, api_key_id, channel,
                platform_id, model, prompt_hash, response_hash, content_length, classifications,
                policy_applied, policy_action, risk_score, hostname, client_version, browser,
                tokens_in, tokens_out, cost, duration_ms, status)
            VALUES (:tenant_id, :id, :occurred_at, :user_id::uuid, :api_key_id::uuid, :channel, :platform_id,
                :model, :prompt_hash, :response_hash, :content_length, :classifications::jsonb,
                :policy_applied, :policy_action, :risk_score, :hostname, :client_version, :browser,
                :tokens_in, :tokens_out, :cost, :duration_ms, :status)
            """;

    /** The driver writes these two as PostgreSQL's infinities. */
    private static final OffsetDateTime EVER = OffsetDateTime.MIN;

    private static final OffsetDateTime NEVER = OffsetDateTime.MAX;
    private static final UUID LAST = new UUID(-1L, -1L);

    private static final Duration NEAR = Duration.ofDays(14);
    private static final long PATIENCE_MILLIS = 2_000;

    private final Tenancy tenancy;
    private final Recorder recorder;

    /**
     * @param recorder asked before each reading to bring over what it still holds, so that a caller
     *     who has an answer finds its interaction
     */
    public InteractionLog(Tenancy tenancy, Recorder recorder) {
        this.tenancy = tenancy;
        this.recorder = recorder;
    }

    /**
     * Brings over what the recorder still holds, for who is about to read; after two seconds it
     * goes on with what is there. Blocks.
     */
    public void catchUp() {
        try {
            recorder.catchUp().toCompletableFuture().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException databaseFails) {
            // Then the reading fails too, and says so.
        }
    }

    /** Some of a tenant's interactions, the newest first. */
    public Page<Interaction> page(TenantId tenant, InteractionFilter filter, PageRequest wanted) {
        catchUp();
        OffsetDateTime since = orElse(filter.since(), EVER);
        OffsetDateTime near = near(filter.until(), wanted.after(), since);
        List<Interaction> rows =
                tenancy.within(
                        tenant,
                        handle -> {
                            List<Interaction> nearest = rows(handle, filter, wanted, near);
                            return nearest.size() < wanted.rowsToRead() && since.isBefore(near)
                                    ? rows(handle, filter, wanted, since)
                                    : nearest;
                        });
        return wanted.pageOf(rows, Interaction::cursor);
    }

    /** Where to look first: weeks lie in partitions, and the fewer are asked the quicker it is. */
    private static OffsetDateTime near(
            @Nullable Instant until, @Nullable Cursor after, OffsetDateTime since) {
        Instant end =
                Stream.of(Instant.now(), until, after == null ? null : after.at())
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElseThrow();
        OffsetDateTime near = end.isAfter(Instant.EPOCH) ? utc(end).minus(NEAR) : EVER;
        return since.isBefore(near) ? near : since;
    }

    private static List<Interaction> rows(
            Handle handle, InteractionFilter filter, PageRequest wanted, OffsetDateTime since) {
        Cursor after = wanted.after();
        return handle.createQuery(PAGE)
                .bind("at", after == null ? NEVER : utc(after.at()))
                .bind("id", after == null ? LAST : after.id())
                .bind("since", since)
                .bind("until", orElse(filter.until(), NEVER))
                .bind("status", filter.status())
                .bind("policy_action", filter.policyAction())
                .bind("model", filter.model())
                .bind("limit", wanted.rowsToRead())
                .map((row, _) -> read(row))
                .list();
    }

    /** The interaction of that id; empty where the tenant has none. */
    public Optional<Interaction> find(TenantId tenant, UUID id) {
        catchUp();
        return tenancy.within(
                tenant,
                handle -> {
                    // The rows are indexed by time, which the id holds too as a rule.
                    Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
                    Duration near = Duration.ofMinutes(1);
                    Optional<Interaction> usual =
                            one(handle, id, utc(made.minus(near)), utc(made.plus(near)));
                    return usual.isPresent() ? usual : one(handle, id, EVER, NEVER);
                });
    }

    private static Optional<Interaction> one(
            Handle handle, UUID id, OffsetDateTime since, OffsetDateTime until) {
        return handle.createQuery(ONE)
                .bind("id", id)
                .bind("since", since)
                .bind("until", until)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Writes one interaction; it is durable when this returns. */
    public void insert(Interaction it) {
        tenancy.within(
                new TenantId(it.tenantId()),
                handle ->
                        handle.createUpdate(INSERT)
                                .bind("tenant_id", it.tenantId())
                                .bind("id", it.id())
                                .bind("occurred_at", utc(it.timestamp()))
                                .bind("user_id", it.userId())
                                .bind("api_key_id", it.apiKeyId())
                                .bind("channel", it.channel())
                                .bind("platform_id", it.platformId())
                                .bind("model", it.model())
                                .bind("prompt_hash", it.promptHash())
                                .bind("response_hash", it.responseHash())
                                .bind("content_length", it.contentLength())
                                .bind(
                                        "classifications",
                                        InteractionJson.write(it.classifications()))
                                .bind("policy_applied", it.policyApplied())
                                .bind("policy_action", it.policyAction())
                                .bind("risk_score", (float) it.riskScore())
                                .bind("hostname", it.hostname())
                                .bind("client_version", it.clientVersion())
                                .bind("browser", it.browser())
                                .bind("tokens_in", it.tokensIn())
                                .bind("tokens_out", it.tokensOut())
                                .bind("cost", it.cost())
                                .bind("duration_ms", it.durationMs())
                                .bind("status", it.status())
                                .execute());
    }

    private static Interaction read(ResultSet row) throws SQLException {
        return new Interaction(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getObject("api_key_id", UUID.class),
                row.getString("channel"),
                row.getString("platform_id"),
                row.getString("model"),
                row.getString("prompt_hash"),
                row.getString("response_hash"),
                row.getInt("content_length"),
                InteractionJson.read(row.getString("classifications")),
                row.getString("policy_applied"),
                row.getString("policy_action"),
                // Through the decimal digits: 0.36 is kept in four bytes and is to stay 0.36.
                Double.parseDouble(Float.toString(row.getFloat("risk_score"))),
                RowTime.at(row, "occurred_at"),
                row.getString("hostname"),
                row.getString("client_version"),
                row.getString("browser"),
                row.getObject("tokens_in", Integer.class),
                row.getObject("tokens_out", Integer.class),
                plain(row.getBigDecimal("cost")),
                row.getObject("duration_ms", Integer.class),
                row.getString("status"),
                new Aside(
                        Aside.shadow(row.getString("shadow")),
                        row.getObject("justification", Integer.class),
                        Aside.receivedBy(row.getString("received_by"))));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal cost) {
        if (cost == null) {
            return null;
        }
        BigDecimal brief = cost.stripTrailingZeros();
        return brief.scale() < 0 ? brief.setScale(0) : brief;
    }

    private static OffsetDateTime orElse(@Nullable Instant instant, OffsetDateTime otherwise) {
        return instant == null ? otherwise : utc(instant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
