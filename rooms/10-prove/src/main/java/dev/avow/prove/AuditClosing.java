package dev.avow.prove;

import dev.avow.merkle.CompactRange;
import dev.avow.merkle.Hash;
import dev.avow.merkle.VerifierKey;
import dev.avow.retain.HoldLock;
import dev.avow.retain.Kept;
import dev.avow.retain.RetentionStep;
import dev.avow.retain.RunCounts;
import dev.avow.retain.Schedule;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Lets go of audit entries whose time is over (promise R1), in whole spans: a span's entries go,
 * and a signed {@link AuditStub} takes their place in the tree. Days (UTC) go when they are over
 * and past their retention, so an entry stays up to a day longer than that. What a legal hold keeps
 * stays, and the entries before and behind it go (R5).
 *
 * <p>Before anything goes the whole log is made again from its leaves, and each entry held against
 * its own: what was altered is not closed, since that would take away what shows it.
 *
 * <p>Each span is a transaction that is right by itself. Blocks; two at once do no harm, since a
 * span has one stub.
 */
public final class AuditClosing implements RetentionStep {

    /** Whoever places a hold waits for a span, so it is no larger. */
    private static final int MOST = 1_000;

    private static final String IS_DUE =
            """
            SELECT EXISTS (SELECT FROM audit_logs a WHERE a.occurred_at < :until
                AND NOT is_entry_held(a.tenant_id, a.actor_id, a.resource_type, a.resource_id, a.occurred_at))
            """;

    private static final String DUE =
            """
            SELECT l.position, l.commitments, l.leaf_hash, a.*
            FROM audit_leaves l JOIN audit_logs a
                ON a.tenant_id = l.tenant_id AND a.occurred_at = l.occurred_at AND a.id = l.entry_id
            WHERE l.position > :after AND l.occurred_at < :until
                AND NOT is_entry_held(a.tenant_id, a.actor_id, a.resource_type, a.resource_id, a.occurred_at)
            ORDER BY l.position LIMIT :rows
            """;

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final Checkpoints checkpoints;
    private final Schedule schedule;
    private final InstantSource clock;
    private final int most;

    /**
     * @param mostRows entries of one span at most; never more than 1,000
     */
    public AuditClosing(
            Tenancy tenancy,
            Keyring keyring,
            Checkpoints checkpoints,
            Schedule schedule,
            InstantSource clock,
            int mostRows) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.checkpoints = checkpoints;
        this.schedule = schedule;
        this.clock = clock;
        this.most = Math.min(mostRows, MOST);
    }

    /** An entry that is due, as far as the tree knows it. */
    private record Due(long position, Instant at, Hash hash) {}

    /**
     * @throws BrokenLog where the log is not what was logged; nothing more is closed then
     */
    @Override
    public void run(TenantId tenant, BooleanSupplier goOn) {
        schedule.oldest(Kept.AUDIT_LOG, clock.instant())
                .map(oldest -> oldest.truncatedTo(ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
                .filter(until -> isDue(tenant, until))
                .ifPresent(until -> close(tenant, until, goOn));
    }

    private boolean isDue(TenantId tenant, OffsetDateTime until) {
        return tenancy.within(
                tenant,
                handle ->
                        handle.createQuery(IS_DUE).bind("until", until).mapTo(Boolean.class).one());
    }

    private void close(TenantId tenant, OffsetDateTime until, BooleanSupplier goOn) {
        checkpoints.requireWhole(tenant);
        VerifierKey key = checkpoints.key(tenant);
        long last = -1;
        boolean more;
        do {
            long after = last;
            last = tenancy.within(tenant, handle -> closeNext(handle, key, tenant, until, after));
            more = last > after;
        } while (more && goOn.getAsBoolean());
    }

    /** The position of the last entry that was closed; what was given where there is none more. */
    private long closeNext(
            Handle handle, VerifierKey key, TenantId tenant, OffsetDateTime until, long after) {
        HoldLock.shared(handle, tenant);
        List<Due> span = span(handle, tenant, until, after);
        if (span.isEmpty()) {
            return after;
        }
        TenantKeys keys = keyring.of(tenant);
        List<Hash> leaves = span.stream().map(Due::hash).toList();
        AuditStub stub =
                new AuditStub(
                        key.name(),
                        CompactRange.of(span.getFirst().position(), leaves),
                        span.stream().map(Due::at).min(Instant::compareTo).orElseThrow(),
                        span.stream().map(Due::at).max(Instant::compareTo).orElseThrow(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS));
        AuditStubs.close(handle, tenant, stub, stub.sign(key, keys::signature), leaves);
        RunCounts.addAuditEntries(handle, span.size());
        return span.getLast().position();
    }

    /** The next entries that are due and follow one another. */
    private List<Due> span(Handle handle, TenantId tenant, OffsetDateTime until, long after) {
        List<Due> all =
                handle.createQuery(DUE)
                        .bind("after", after)
                        .bind("until", until)
                        .bind("rows", most)
                        .map((row, _) -> due(row, tenant))
                        .list();
        List<Due> span = new ArrayList<>();
        for (Due each : all) {
            if (!span.isEmpty() && each.position() != span.getLast().position() + 1) {
                break;
            }
            span.add(each);
        }
        return span;
    }

    private static Due due(ResultSet row, TenantId tenant) throws SQLException {
        long position = row.getLong("position");
        AuditRecord entry = AuditLogReader.open(row, tenant);
        Hash hash =
                AuditLeaves.leaf(entry, AuditLeaves.commitments(row.getBytes("commitments")))
                        .hash();
        if (!hash.equals(Hash.of(row.getBytes("leaf_hash")))) {
            throw new BrokenLog(
                    "entry "
                            + position
                            + " of the audit log was altered; it is not closed, nor what is behind"
                            + " it. See docs/audit.md");
        }
        return new Due(position, entry.timestamp(), hash);
    }
}
