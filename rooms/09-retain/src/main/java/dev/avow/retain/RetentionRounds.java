package dev.avow.retain;

import dev.avow.words.TenantId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A run of retention for all tenants. What moves to the archive does so in rounds, a group of each
 * tenant in each: so nobody waits for a tenant that has much, and interactions of the same time lie
 * together, those of many tenants on each page. Blocks.
 */
public final class RetentionRounds {

    private final RetentionRun run;
    private final TenantLanes lanes;

    public RetentionRounds(RetentionRun run, TenantLanes lanes) {
        this.run = run;
        this.lanes = lanes;
    }

    /** Who is told what became of each tenant's run, on any thread. */
    public interface Listener {

        /** Something failed; the rest is left for the next run. */
        void failed(TenantId tenant, RuntimeException why);

        /** It is over, also where it failed. */
        void ended(TenantId tenant);
    }

    /**
     * Does it.
     *
     * @param begins asked before each tenant's next step; false begins no more
     * @param goOn asked between two batches; false ends the run there
     */
    public void each(
            List<TenantId> tenants,
            BooleanSupplier begins,
            BooleanSupplier goOn,
            Listener listener) {
        Queue<RetentionRun.Begun> more = new ConcurrentLinkedQueue<>();
        lanes.each(
                tenants,
                begins,
                tenant -> step(tenant, () -> run.begin(tenant, goOn), goOn, more, listener));
        while (!more.isEmpty() && begins.getAsBoolean()) {
            List<RetentionRun.Begun> round = List.copyOf(more);
            more.clear();
            lanes.each(
                    round,
                    () -> true,
                    begun -> {
                        if (begins.getAsBoolean()) {
                            step(begun.tenant(), () -> begun, goOn, more, listener);
                        } else {
                            more.add(begun);
                        }
                    });
        }
        more.forEach(cutOff -> listener.ended(cutOff.tenant()));
    }

    /** A tenant's group, and its end where that was the last. */
    private static void step(
            TenantId tenant,
            Supplier<RetentionRun.Begun> begins,
            BooleanSupplier goOn,
            Queue<RetentionRun.Begun> more,
            Listener listener) {
        try {
            RetentionRun.Begun begun = begins.get();
            if (begun.archiveGroup(goOn)) {
                more.add(begun);
                return;
            }
            begun.end(goOn);
        } catch (RuntimeException failed) {
            listener.failed(tenant, failed);
        }
        listener.ended(tenant);
    }
}
