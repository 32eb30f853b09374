package dev.avow.retain;

import dev.avow.tenancy.Tenancy;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Interactions lie in partitions of a week. One goes as a whole, which writes next to nothing, when
 * no row in it can be read any more: each is past its tenant's limit (promise R1) and none is under
 * a hold (R5). Functions of the schema see to that themselves and can do nothing else, so this may
 * be cut off anywhere or run twice; what is left the next run does.
 *
 * <p>Nobody is kept waiting for long: a lock that others would feel is asked for during 50 ms, and
 * then again later.
 *
 * <p>Blocks; for one thread.
 */
public final class Weeks {

    /**
     * More than there is between two runs, so that a missed one does no harm; who comes later moves
     * rows to their weeks. No more than that: whatever is asked of interactions is planned for each
     * week that there is.
     */
    private static final int AHEAD = 2;

    private static final int MOST_TRIES = 10;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final long IN_THE_WAY = -1;

    /**
     * Others have the disk for that many times as long as a step took, before the next one. There
     * is no hurry, and they wait for a moment with each.
     */
    private static final long REST = 20;

    private static final long MOST_REST_NANOS = 8_000_000_000L;

    private static final String MAKE = "SELECT gate_make_weeks(:ahead)";
    private static final String WHOLE = "SELECT gate_whole_parts()";
    private static final String EMPTY = "SELECT coalesce(gate_empty(:low), 0)";
    private static final String JOIN = "SELECT gate_join_empty_parts()";

    private final Tenancy tenancy;
    private final long rest;

    public Weeks(Tenancy tenancy) {
        this(tenancy, REST);
    }

    /**
     * @param rest for others, in times of what a step took
     */
    Weeks(Tenancy tenancy, long rest) {
        this.tenancy = tenancy;
        this.rest = rest;
    }

    /** Makes the partitions that are needed soon. */
    public void makeAhead() {
        long _ =
                patiently(
                        () -> true,
                        () ->
                                tenancy.atTheGate(gate ->
                                        gate.createQuery(MAKE)
                                                .bind("ahead", AHEAD)
                                                .mapTo(Long.class)
                                                .one()));
    }

    /**
     * Lets the partitions go in which nothing can be read any more.
     *
     * @param goOn asked between two steps; false ends it there
     * @return how many rows went
     */
    public long letGo(BooleanSupplier goOn) {
        long gone = 0;
        Rest pause = new Rest();
        for (OffsetDateTime low : whole()) {
            gone += Math.max(0, pause.after(() -> patiently(goOn, () -> empty(low))));
        }
        while (pause.after(() -> patiently(goOn, this::join)) > 0) {}
        return gone;
    }

    /** Steps with pauses before all but the first. */
    private final class Rest {
        private long took;

        long after(LongSupplier step) {
            LockSupport.parkNanos(Math.min(rest * took, MOST_REST_NANOS));
            long start = System.nanoTime();
            long done = step.getAsLong();
            took = System.nanoTime() - start;
            return done;
        }
    }

    private List<OffsetDateTime> whole() {
        return tenancy.atTheGate(
                gate -> gate.createQuery(WHOLE).mapTo(OffsetDateTime.class).list());
    }

    private long empty(OffsetDateTime low) {
        return tenancy.atTheGate(
                gate -> gate.createQuery(EMPTY).bind("low", low).mapTo(Long.class).one());
    }

    private long join() {
        return tenancy.atTheGate(gate -> gate.createQuery(JOIN).mapTo(Long.class).one());
    }

    /** Tries again while somebody is in the way, after longer and longer pauses. */
    private static long patiently(BooleanSupplier goOn, LongSupplier step) {
        long done = IN_THE_WAY;
        for (int tries = 1; done == IN_THE_WAY && tries <= MOST_TRIES; tries++) {
            if (!goOn.getAsBoolean()) {
                return 0;
            }
            done = step.getAsLong();
            if (done == IN_THE_WAY) {
                LockSupport.parkNanos(tries * PAUSE_NANOS);
            }
        }
        return done;
    }
}
