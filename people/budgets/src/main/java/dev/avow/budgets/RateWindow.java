package dev.avow.budgets;

/**
 * Counts a key's requests, or its tokens, over the last minute: a slot for each second, and one
 * more for the second under way, so that no sixty seconds ever see more than the limit. Safe for
 * any thread.
 */
final class RateWindow {

    private static final int SLOTS = 61;

    private final long[] seconds = new long[SLOTS];
    private final long[] counts = new long[SLOTS];

    /** Where nothing was counted, when there will be room. */
    static final int NEVER = -1;

    /**
     * Counts an amount where there is room for it.
     *
     * @param now in seconds, of a clock that does not go back
     * @return 0 where it was counted; else after how many seconds there would be room, or {@link
     *     #NEVER}
     */
    synchronized int tryAdd(long now, long amount, long limit) {
        if (amount > limit) {
            return NEVER;
        }
        for (int wait = 0; wait < SLOTS; wait++) {
            if (sum(now + wait) + amount <= limit) {
                if (wait == 0) {
                    add(now, amount);
                }
                return wait;
            }
        }
        return SLOTS;
    }

    /** Corrects what was counted in a second, unless that is too long ago to matter. */
    synchronized void correct(long second, long by) {
        int slot = slot(second);
        if (seconds[slot] == second) {
            counts[slot] = Math.max(0, counts[slot] + by);
        }
    }

    private long sum(long now) {
        long sum = 0;
        for (int i = 0; i < SLOTS; i++) {
            if (seconds[i] > now - SLOTS && seconds[i] <= now) {
                sum += counts[i];
            }
        }
        return sum;
    }

    private void add(long second, long amount) {
        int slot = slot(second);
        if (seconds[slot] != second) {
            seconds[slot] = second;
            counts[slot] = 0;
        }
        counts[slot] += amount;
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SLOTS);
    }
}
