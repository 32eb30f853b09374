package dev.avow.presidio;

/** Until when a request may be worked on. For one thread. */
final class Deadline {

    private final long nanos;

    /**
     * @param budgetNanos from now on
     */
    Deadline(long budgetNanos) {
        this.nanos = System.nanoTime() + budgetNanos;
    }

    /** Nanoseconds left; zero or less where there are none. */
    long left() {
        return nanos - System.nanoTime();
    }

    /** Throws where the time is up: what was not looked at is not clean. */
    void check() {
        if (left() <= 0) {
            throw incomplete();
        }
    }

    static PresidioError incomplete() {
        return new PresidioError(
                503,
                "the text could not be looked at to its end in the time allowed; send less or"
                        + " simpler patterns, or raise AVOW_CLASSIFICATION_BUDGET_MS");
    }
}
