package dev.avow.api;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A form's place in memory. It is given back once: when the answer is over and no work with the
 * form goes on, whichever comes later. Safe for any thread.
 */
final class UploadPlace {

    /** The answer, and each work with the form; at zero the place is given back for good. */
    private final AtomicInteger uses = new AtomicInteger(1);

    private final Runnable giveBack;

    UploadPlace(Runnable giveBack) {
        this.giveBack = giveBack;
    }

    /** The answer has ended, or its caller has left. Called once. */
    void answerIsOver() {
        leave();
    }

    /**
     * Those workers, who keep the place while they work. What they have not begun when it is given
     * back is left undone: nobody waits for it.
     */
    Executor with(Executor workers) {
        return work ->
                workers.execute(() -> {
                    if (enter()) {
                        try {
                            work.run();
                        } finally {
                            leave();
                        }
                    }
                });
    }

    private boolean enter() {
        return uses.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    private void leave() {
        if (uses.decrementAndGet() == 0) {
            giveBack.run();
        }
    }
}
