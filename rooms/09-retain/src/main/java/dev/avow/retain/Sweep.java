package dev.avow.retain;

import dev.avow.tenancy.Tenancy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/**
 * What retention does for all tenants at once, before it goes from tenant to tenant: first nobody
 * can read any more what is past its time (promise R1), and then, where that is much, it is deleted
 * in the order in which it lies on the disk. Rows of many tenants share a page, and a page that is
 * touched costs ten times what a row costs; tenant by tenant, each would be touched for each.
 *
 * <p>It deletes only what is past a limit and not under a hold (R5), by functions of the schema
 * that can do nothing else, so it may be cut off anywhere, be left out, or run twice: what it left
 * {@link Expiry} deletes. A batch need not be durable when it returns, since it would be done
 * again.
 *
 * <p>Blocks; for one thread.
 */
public final class Sweep {

    private static final String EXPIRE = "SELECT gate_expire(:before)";
    private static final String EXPIRED = "SELECT every, free FROM gate_expired()";
    private static final String SWEEP = "SELECT gate_sweep(:first, :pages)";
    private static final String PAGES =
            """
            SELECT pg_relation_size('public.interactions') / current_setting('block_size')::bigint
            """;

    /** Reading a page costs about a tenth of deleting a row by itself. */
    private static final int PAGES_WORTH_A_ROW = 10;

    private static final long LONG_BATCH_NANOS = 40_000_000;
    private static final int FEWEST_PAGES = 16;
    private static final int FIRST_PAGES = 64;
    private static final int MOST_PAGES = 4_096;

    /**
     * What there is to do.
     *
     * @param pages of the table
     * @param every rows that are past a limit, held or not
     * @param free those of tenants that have no hold
     */
    private record Due(long pages, long every, long free) {}

    private final Tenancy tenancy;
    private final Schedule schedule;
    private final InstantSource clock;

    public Sweep(Tenancy tenancy, Schedule schedule, InstantSource clock) {
        this.tenancy = tenancy;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * Moves the limit of every tenant to where it is due, in one short transaction. From its end on
     * nobody reads what is older.
     */
    public void conceal() {
        schedule.oldest(Kept.INTERACTIONS, clock.instant()).ifPresent(this::conceal);
    }

    private void conceal(Instant before) {
        boolean _ =
                tenancy.atTheGate(handle ->
                        handle.createQuery(EXPIRE)
                                .bind("before", before.atOffset(ZoneOffset.UTC))
                                .map((_, _) -> true)
                                .one());
    }

    /**
     * Deletes what is past the limits, where that is quicker than tenant by tenant.
     *
     * @param goOn asked between two batches; false ends it there
     * @return how many rows went
     */
    public long run(BooleanSupplier goOn) {
        Due due = due();
        boolean worthIt = due.free() > 0 && due.free() >= due.pages() / PAGES_WORTH_A_ROW;
        return worthIt ? sweep(due, goOn) : 0;
    }

    /** It ends where nothing is left, which is early where rows lie in the order of their times. */
    private long sweep(Due due, BooleanSupplier goOn) {
        long gone = 0;
        long at = 0;
        int pages = FIRST_PAGES;
        while (at < due.pages() && gone < due.every() && goOn.getAsBoolean()) {
            long first = at;
            int some = pages;
            long start = System.nanoTime();
            gone += tenancy.atTheGate(handle -> sweep(handle, first, some));
            long nanos = System.nanoTime() - start;
            at += some;
            pages = next(some, nanos);
            rest(nanos);
        }
        return gone;
    }

    private static long sweep(Handle gate, long first, int pages) {
        return gate.inTransaction(handle -> {
            handle.execute("SET LOCAL synchronous_commit = off");
            return handle.createQuery(SWEEP)
                    .bind("first", first)
                    .bind("pages", pages)
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** Others have the machine for half as long as a batch took, so that they wait for less. */
    private static void rest(long nanos) {
        LockSupport.parkNanos(nanos / 2);
    }

    /** A batch that took long makes the next one smaller, and the other way round. */
    private static int next(int pages, long nanos) {
        if (nanos > LONG_BATCH_NANOS) {
            return Math.max(FEWEST_PAGES, pages / 2);
        }
        return nanos < LONG_BATCH_NANOS / 2 ? Math.min(MOST_PAGES, pages + pages / 2) : pages;
    }

    private Due due() {
        return tenancy.atTheGate(handle -> {
            long pages = handle.createQuery(PAGES).mapTo(Long.class).one();
            return handle.createQuery(EXPIRED)
                    .map((row, _) -> new Due(pages, row.getLong("every"), row.getLong("free")))
                    .one();
        });
    }
}
