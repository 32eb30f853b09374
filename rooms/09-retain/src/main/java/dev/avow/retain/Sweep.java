package dev.avow.retain;

import dev.avow.tenancy.Tenancy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/**
 * What retention does for all tenants at once, before it goes from tenant to tenant: first nobody
 * can read any more what is past its time (promise R1), and then, where that is much and does not
 * go as a whole ({@link Weeks}), it is deleted in the order in which it lies on the disk. Rows of
 * many tenants share a page, and a page that is touched costs ten times what a row costs; tenant by
 * tenant, each would be touched for each.
 *
 * <p>It deletes only what is past a limit and not under a hold (R5), by functions of the schema
 * that can do nothing else, so it may be cut off anywhere, be left out, or run twice: what it left
 * {@link Expiry} deletes.
 *
 * <p>Blocks; for one thread.
 */
public final class Sweep {

    private static final String EXPIRE = "SELECT gate_expire(:before)";
    private static final String SPANS = "SELECT low, high, pages FROM gate_row_by_row(NULL)";
    private static final String EXPIRED = "SELECT every, free FROM gate_expired(:low, :high)";
    private static final String SWEEP = "SELECT gate_sweep(:low, :first, :pages)";

    /** Reading a page costs about a tenth of deleting a row by itself. */
    private static final int PAGES_WORTH_A_ROW = 10;

    private static final int FEWEST_PAGES = 16;
    private static final int FIRST_PAGES = 64;
    private static final int MOST_PAGES = 4_096;

    /** A partition where rows go one by one, and how long it is. */
    private record Span(OffsetDateTime low, OffsetDateTime high, long pages) {}

    /**
     * What there is to do in one.
     *
     * @param every rows that are past a limit, held or not
     * @param free those of tenants that have no hold
     */
    private record Due(long every, long free) {}

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
        long gone = 0;
        for (Span span : spans()) {
            Due due = due(span);
            if (due.free() > 0 && due.free() >= span.pages() / PAGES_WORTH_A_ROW) {
                gone += sweep(span, due.every(), goOn);
            }
        }
        return gone;
    }

    /** It ends where nothing is left, which is early where rows lie in the order of their times. */
    private long sweep(Span span, long every, BooleanSupplier goOn) {
        Pace pace = new Pace(FEWEST_PAGES, FIRST_PAGES, MOST_PAGES);
        long gone = 0;
        long at = 0;
        while (at < span.pages() && gone < every && goOn.getAsBoolean()) {
            long first = at;
            at += pace.size();
            gone += pace.of(pages -> tenancy.atTheGate(gate -> sweep(gate, span, first, pages)));
            pace.rest();
        }
        return gone;
    }

    private static long sweep(Handle gate, Span span, long first, int pages) {
        return gate.createQuery(SWEEP)
                .bind("low", span.low())
                .bind("first", first)
                .bind("pages", pages)
                .mapTo(Long.class)
                .one();
    }

    private List<Span> spans() {
        return tenancy.atTheGate(gate ->
                gate.createQuery(SPANS)
                        .map((row, _) ->
                                new Span(
                                        row.getObject("low", OffsetDateTime.class),
                                        row.getObject("high", OffsetDateTime.class),
                                        row.getLong("pages")))
                        .list());
    }

    private Due due(Span span) {
        return tenancy.atTheGate(gate ->
                gate.createQuery(EXPIRED)
                        .bind("low", span.low())
                        .bind("high", span.high())
                        .map((row, _) -> new Due(row.getLong("every"), row.getLong("free")))
                        .one());
    }
}
