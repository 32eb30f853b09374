package dev.avow.engines.presidio;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that the analyzer fails, without a word of any text, and not for every call. */
final class Complaints {

    private static final Logger LOG = LoggerFactory.getLogger(PresidioDetector.class);
    private static final long EVERY_NANOS = 10_000_000_000L;

    private final String where;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    Complaints(String where) {
        this.where = where;
    }

    /**
     * @param what a status or the kind of a failure, never a message of somebody else
     */
    void because(String what) {
        long due = next.get();
        long now = System.nanoTime();
        if (now - due >= 0 && next.compareAndSet(due, now + EVERY_NANOS)) {
            LOG.warn("the Presidio analyzer at {} does not serve: {}", where, what);
        }
    }
}
