package dev.avow.retain;

import dev.avow.words.TenantId;
import org.jdbi.v3.core.Handle;

/**
 * Keeps deleting and the placing of holds apart, so that what is deleted was not held when it was
 * looked at. Whoever deletes what a hold may cover takes it shared, and asks {@code is_held} in a
 * later statement of the same transaction; whoever places a hold takes it alone. Both give it back
 * with the end of the transaction, which must be short: the placing of a hold waits for it.
 */
public final class HoldLock {

    private static final String SHARED =
            "SELECT pg_advisory_xact_lock_shared(hashtextextended('avow.holds/' || :tenant, 0))";

    private static final String ALONE =
            "SELECT pg_advisory_xact_lock(hashtextextended('avow.holds/' || :tenant, 0))";

    /** What the sweep of all tenants takes shared, in the schema. */
    private static final String ALONE_OF_ALL =
            "SELECT pg_advisory_xact_lock(hashtextextended('avow.holds', 0)) WHERE :tenant <> ''";

    private HoldLock() {}

    /** For whoever deletes; any number at once. */
    public static void shared(Handle transaction, TenantId tenant) {
        take(transaction, SHARED, tenant);
    }

    /** For whoever places a hold; waits until deletions under way are committed. */
    public static void alone(Handle transaction, TenantId tenant) {
        take(transaction, ALONE, tenant);
        take(transaction, ALONE_OF_ALL, tenant);
    }

    private static void take(Handle transaction, String sql, TenantId tenant) {
        transaction.createQuery(sql).bind("tenant", tenant.toString()).map((_, _) -> true).one();
    }
}
