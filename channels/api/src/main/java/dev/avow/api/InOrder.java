package dev.avow.api;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs what it is given in the order given, one after another, on another's threads. */
final class InOrder implements Executor {

    private final Executor threads;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    InOrder(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable step) {
        synchronized (waiting) {
            waiting.add(step);
            if (running) {
                return;
            }
            running = true;
        }
        threads.execute(this::runAll);
    }

    private void runAll() {
        for (Runnable step = next(); step != null; step = next()) {
            try {
                step.run();
            } catch (RuntimeException its) {
                // Whoever waits for a later step must not wait for ever.
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            Runnable step = waiting.poll();
            running = step != null;
            return step;
        }
    }
}
