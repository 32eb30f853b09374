package dev.avow.app;

import dev.avow.ask.Loop;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/** The event loop of whoever made it. */
record CallerLoop(Vertx vertx, Context context) implements Loop {

    static CallerLoop of(Vertx vertx) {
        return new CallerLoop(vertx, vertx.getOrCreateContext());
    }

    @Override
    public void run(Runnable task) {
        context.runOnContext(_ -> task.run());
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        long timer = vertx.setTimer(Math.max(1, delay.toMillis()), _ -> task.run());
        return () -> vertx.cancelTimer(timer);
    }
}
