package dev.avow.ask;

import java.time.Duration;

/** The event loop of somebody who asks. */
public interface Loop {

    /** Runs a task on it, soon. From any thread. */
    void run(Runnable task);

    /**
     * Runs a task on it after a while. To be called on the loop.
     *
     * @return calls it off; of no effect once it has run
     */
    Runnable after(Duration delay, Runnable task);
}
