package dev.avow.api;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.concurrent.atomic.AtomicLong;

/** How much memory the bodies of requests may take together. Safe for any thread. */
public final class BodyRoom {

    /** What is not longer is not counted. */
    static final int SMALL = 64 << 10;

    private final AtomicLong free;

    /**
     * @param bytes of all bodies that are under way
     */
    public BodyRoom(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    /** Takes so many bytes, all or none. */
    boolean take(long bytes) {
        for (long known = free.get(); bytes <= known; known = free.get()) {
            if (free.compareAndSet(known, known - bytes)) {
                return true;
            }
        }
        return false;
    }

    void giveBack(long bytes) {
        free.addAndGet(bytes);
    }

    long free() {
        return free.get();
    }

    static Fault full() {
        return Fault.of(
                FaultCode.OVERLOADED,
                "too many large bodies are under way; try again shortly, or raise"
                        + " AVOW_MAX_BODIES_BYTES");
    }
}
