package dev.avow.budgets;

import dev.avow.tenancy.NodeLease;
import java.util.concurrent.TimeUnit;

/**
 * This node's share of what a key may do in a minute. It shrinks at once, and grows when what was
 * done by the larger share of another is over. One thread brings it up to date; any may read it.
 */
final class NodeShare {

    /** What a share was a minute ago still counts in the windows of rates. */
    private static final long GROWS_AFTER_NANOS = TimeUnit.SECONDS.toNanos(61);

    private volatile Share share = Share.WHOLE;
    private long since = System.nanoTime();

    Share now() {
        return share;
    }

    void among(NodeLease.Seen seen) {
        Share next = new Share(seen.place(), seen.others() + 1);
        if (next.equals(share)) {
            since = System.nanoTime();
        } else if (next.of() >= share.of() || System.nanoTime() - since > GROWS_AFTER_NANOS) {
            share = next;
            since = System.nanoTime();
        }
    }
}
